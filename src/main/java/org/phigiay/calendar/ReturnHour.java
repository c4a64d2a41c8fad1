package org.phigiay.calendar;

/// Giờ trả kết quả: at which hour of its last day a term in days or months ends; a rule of each agency.
public enum ReturnHour {
    /// When the agency closes on that day.
    END_OF_DAY,
    /// At the hour of reception, moved into the agency's sessions when it lies outside them.
    RECEPTION_HOUR
}
