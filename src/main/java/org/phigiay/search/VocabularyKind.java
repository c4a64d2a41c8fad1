package org.phigiay.search;

import java.util.Locale;

/// The kinds of words the search knows beside the catalogue's own. The order is the order in which they are applied.
public enum VocabularyKind {
    /// English for Vietnamese: "birth certificate", giấy khai sinh.
    ENGLISH,
    /// A short form for the whole: cccd, căn cước.
    ABBREVIATION,
    /// An everyday word for the official one: bằng lái, giấy phép lái xe. It replaces.
    SYNONYM,
    /// What people say for what they need: con mới đẻ, đăng ký khai sinh. It adds.
    EVERYDAY,
    /// Words that tell nothing apart: greetings, politeness, little words.
    FILLER;

    /// The name in files and addresses: lower case.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
