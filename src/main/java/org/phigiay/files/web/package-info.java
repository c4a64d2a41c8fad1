/// How stored files are sent to a browser.
@NullMarked
package org.phigiay.files.web;

import org.jspecify.annotations.NullMarked;
