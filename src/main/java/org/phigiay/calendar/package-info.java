/// Lịch làm việc: working time. What day is worked, when an agency is open, when a promise falls due, and why,
/// line by line. Holidays, swapped days and opening hours are rows with a legal basis and the instant from which
/// they were known; a dossier keeps the calendar that was known when it was received. docs/calendar.md tells the rules.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "ui", "organisation"})
package org.phigiay.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
