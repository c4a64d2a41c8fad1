package org.phigiay.imports;

/// Lưu ý hoặc lý do: what the importer has to say about a row. A refusing one keeps the row out.
public enum FindingKind {
    // Refusals
    BROKEN_JSON(true),
    NOT_A_PROCEDURE(true),
    WRONG_ENCODING(true),
    TOO_LONG(true),
    WRONG_TYPE(true),
    FORBIDDEN_CHARACTER(true),
    NO_CODE(true),
    BAD_CODE(true),
    NO_TITLE(true),
    DUPLICATE(true),

    // Time and money
    NO_CHANNEL(false),
    UNKNOWN_CHANNEL(false),
    NO_TERM(false),
    TERM_WITHOUT_UNIT(false),
    TERM_UNREADABLE(false),
    NO_FEE(false),
    FEE_UNREADABLE(false),
    FEE_IN_THOUSANDS(false),
    FEE_NOT_IN_DONG(false),
    FEE_CONTRADICTS_NOTE(false),
    TERM_OR_FEE(false),

    // Papers, results, law
    NO_PAPERS(false),
    NOTE_AMONG_PAPERS(false),
    COUNT_UNREADABLE(false),
    FORM_NAME_GLUED(false),
    NO_RESULT(false),
    RESULT_WITHOUT_CODE(false),
    NO_LAW(false),
    LAW_GLUED(false),
    NO_DECISION(false),
    DECISION_UNUSUAL(false),

    // Words
    NO_STEPS(false),
    UNKNOWN_LEVEL(false),
    NO_LEVEL(false),
    TONE_MARKS(false),
    NOT_NFC(false),
    DISTRICT_ABOLISHED(false),
    OLD_AGENCY(false),
    REPEATED_TEXT(false),

    /// The procedure has guidance of ours that promises something else than the new text.
    GUIDANCE_DIFFERS(false);

    private final boolean refusing;

    FindingKind(boolean refusing) {
        this.refusing = refusing;
    }

    /// Whether a row with it is kept out.
    public boolean refusing() {
        return refusing;
    }

    /// The key of its text, in which `{0}` is the detail.
    public String key() {
        return "imports.finding." + name();
    }
}
