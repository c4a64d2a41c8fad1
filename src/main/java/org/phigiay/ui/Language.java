package org.phigiay.ui;

import java.util.Locale;

/// Ngôn ngữ: a language the program speaks. Vietnamese comes first.
public enum Language {
    VI("vi", "Tiếng Việt"),
    EN("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /// The code of BCP 47, as in `lang="vi"`.
    public String code() {
        return code;
    }

    /// Its name in itself, as in the switch at the top of a page.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code, this == VI ? "VN" : "GB");
    }

    /// The other language: where the switch leads.
    public Language other() {
        return this == VI ? EN : VI;
    }

    /// The language of a code; Vietnamese for anything unknown.
    public static Language of(String code) {
        return EN.code.equals(code) ? EN : VI;
    }
}
