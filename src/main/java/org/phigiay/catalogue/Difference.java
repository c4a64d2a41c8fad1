package org.phigiay.catalogue;

import java.util.List;

/// Khác nhau: one thing that is not the same in two versions, told in words.
///
/// @param part what it is about
/// @param text a sentence, e.g. "Thời hạn qua mạng: 5 → 3 ngày làm việc"
/// @param edits in longer texts the words that were taken out and put in, in order; empty where the sentence says all
public record Difference(Part part, String text, List<Edit> edits) {

    public Difference {
        edits = List.copyOf(edits);
    }

    /// What a difference may be about.
    public enum Part {
        ANNOUNCEMENT,
        TITLE,
        FIELD,
        AUDIENCE,
        LEVELS,
        CHANNELS,
        TERM,
        FEE,
        PAPERS,
        STEPS,
        REQUIREMENTS,
        RESULTS,
        LEGAL_BASIS,
        AUTHORITIES,
        KEYWORDS,
        /// Where the text was read: no change of the procedure itself.
        SOURCE,
        /// Our guidance; all that stand above are the national text, or what is promised here.
        GUIDANCE
    }
}
