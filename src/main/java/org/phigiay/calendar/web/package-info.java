/// The public page `/lich` (working calendar and a calculator of due dates) and the component that other pages
/// include to show how a due date was reckoned.
@NullMarked
package org.phigiay.calendar.web;

import org.jspecify.annotations.NullMarked;
