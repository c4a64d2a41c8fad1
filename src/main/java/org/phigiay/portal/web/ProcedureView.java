package org.phigiay.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.LegalBasis;
import org.phigiay.forms.AnsweredQuestions.Answered;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Way;

/// What a procedure's page shows, in the order a person needs it.
///
/// @param start where filing begins; null when it cannot be filed here
/// @param general whether that is with the general form
/// @param minutes about how long the form takes; 0 when there is none
/// @param questions how many questions tell whether one can use it
/// @param cases the papers of the national text, case by case
/// @param usual how long it really took, null while too few are known
/// @param places where it is done, the nearest first
/// @param others what the desk asked others for
/// @param points for plain language, of the guidance or, where nobody wrote one, of the announced text; null where
///     there is nothing to count
/// @param formPoints the same of the form; 0 when nobody wrote one
/// @param asked what others have asked an officer, with the answers
record ProcedureView(
        String code,
        String title,
        String official,
        List<Fact> facts,
        @Nullable String start,
        boolean general,
        int minutes,
        int questions,
        String audience,
        List<String> requirements,
        List<String> results,
        String declaration,
        List<Asked> papers,
        List<String> counter,
        List<Announced> cases,
        boolean guided,
        @Nullable Usual usual,
        String unsaidTime,
        List<List<String>> channels,
        List<String> channelNotes,
        List<String> steps,
        List<String> notes,
        List<Place> places,
        List<Fact> authorities,
        List<Mistaken> mistakes,
        List<Other> others,
        List<Way> events,
        National national,
        @Nullable Integer points,
        int formPoints,
        List<Answered> asked) {

    /// A paper we ask for.
    ///
    /// @param count how many of which kind at the counter, in words
    /// @param right what a good photo shows, null when nothing is said
    /// @param wrong what sends it back
    record Asked(
            String title,
            String count,
            boolean required,
            @Nullable String applies,
            @Nullable String heldBy,
            @Nullable String right,
            @Nullable String wrong) {}

    /// A case of the national text.
    ///
    /// @param title empty when its papers are everybody's
    /// @param notes lines that stand among the papers and ask for nothing
    record Announced(String title, List<Line> papers, List<String> notes) {}

    /// @param count how many of which kind, in words
    /// @param form name of the blank form, empty when there is none
    record Line(String name, String count, String form) {}

    /// How long the dossiers of the last year took.
    record Usual(String text, String ninth) {}

    /// @param unit the unit that does the work, empty when not known
    /// @param tel the telephone number as a link dials it
    record Place(String name, String unit, String address, String phone, String tel, String hours) {}

    record Mistaken(String wrong, String right) {}

    /// @param share of the dossiers that had to be supplemented, in words
    record Other(String reason, String share) {}

    /// The text the ministry announced, and what stands behind it.
    ///
    /// @param steps its paragraphs
    /// @param long whether it is so long that it has a page of its own
    record National(
            List<String> steps,
            List<String> requirements,
            boolean elsewhere,
            List<LegalBasis> laws,
            String announcement,
            String field,
            String keywords) {}
}
