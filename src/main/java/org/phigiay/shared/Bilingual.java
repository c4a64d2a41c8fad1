package org.phigiay.shared;

/// One text in the two languages of the screens.
///
/// @param vi Vietnamese, the text that counts
/// @param en English, for people who do not read Vietnamese; it may be shorter
public record Bilingual(String vi, String en) {

    /// The text in the language asked for, Vietnamese for every language but English.
    ///
    /// @param language a language tag such as `vi` or `en`
    public String in(String language) {
        return language.startsWith("en") ? en : vi;
    }
}
