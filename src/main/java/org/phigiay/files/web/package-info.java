/// How stored files are sent to a browser.
@NullMarked
@NamedInterface("web")
package org.phigiay.files.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
