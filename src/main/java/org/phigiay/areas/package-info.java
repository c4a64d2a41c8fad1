/// Đơn vị hành chính: the provinces and communes of today, what they are called and were called, and which old unit
/// became which new one. Everything comes from lists that the operator imports; nothing about a place is in the code.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "ui", "identity", "launch"})
package org.phigiay.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
