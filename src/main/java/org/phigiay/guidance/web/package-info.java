/// Pages of guidance: the moments of life, and how plain language is counted.
@NullMarked
@NamedInterface("web")
package org.phigiay.guidance.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
