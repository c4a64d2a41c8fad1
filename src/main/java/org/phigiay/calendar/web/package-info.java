/// The public page `/lich` (working calendar and a calculator of due dates) and the component that other pages
/// include to show how a due date was reckoned.
@NullMarked
@NamedInterface("web")
package org.phigiay.calendar.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
