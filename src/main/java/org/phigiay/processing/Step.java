package org.phigiay.processing;

import java.util.Locale;
import org.phigiay.shared.PostCode;

/// Bước: one line of a step table.
///
/// @param number place in the table, from 1
/// @param kind what it is for
/// @param post who does it, by post
/// @param title what is done, Vietnamese
/// @param titleEnglish what is done, English
/// @param outcome what comes out, Vietnamese
/// @param hours time budget in working hours; never extends the legal term
public record Step(
        int number, StepKind kind, PostCode post, String title, String titleEnglish, String outcome, int hours) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEnglish : title;
    }
}
