/// Pages under `/can-bo`.
@NullMarked
package org.phigiay.desk.web;

import org.jspecify.annotations.NullMarked;
