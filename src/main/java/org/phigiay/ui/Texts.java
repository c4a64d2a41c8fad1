package org.phigiay.ui;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Refused;

/// All texts of one language, from the message files `org/phigiay/*/messages.properties` (Vietnamese) and
/// `messages_en.properties`.
///
/// Placeholders are those of [MessageFormat] (`{0}`, `{0,number}`, `{0,choice,…}`). An apostrophe is an apostrophe: it
/// quotes
/// nothing. A number is written as its language writes numbers, so pass years and codes as strings. A key that does not
/// exist
/// is shown as `⟦key⟧`, so that tests and eyes find it.
public final class Texts {
    private static final Map<Language, Texts> ALL = load();

    private final Language language;
    private final Map<String, String> plain;
    private final Map<String, MessageFormat> patterns;

    private Texts(Language language, Map<String, String> plain, Map<String, MessageFormat> patterns) {
        this.language = language;
        this.plain = plain;
        this.patterns = patterns;
    }

    public static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    public Language language() {
        return language;
    }

    /// The text of a key, with its arguments set in.
    public String get(String key, Object... args) {
        MessageFormat pattern = patterns.get(key);
        if (pattern != null) {
            return ((MessageFormat) pattern.clone()).format(args);
        }
        String text = plain.get(key);
        return text == null ? "⟦" + key + "⟧" : text;
    }

    /// The text of a key, or another where the key is not known: for names that grow by data (`step.verify`).
    public String or(String key, String otherwise, Object... args) {
        return has(key) ? get(key, args) : otherwise;
    }

    /// The words for a name of some kind, from whichever module knows it: `label("action", "receive")` is the text
    /// whose key ends
    /// in `.action.receive`. The name itself where nobody knows it.
    public String label(String kind, String name) {
        String end = "." + kind + "." + name;
        return plain.entrySet().stream()
                .filter(text -> text.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name);
    }

    public boolean has(String key) {
        return plain.containsKey(key) || patterns.containsKey(key);
    }

    public String of(FieldError error) {
        return get(error.message(), error.args().toArray());
    }

    public String of(Refused refused) {
        return get(refused.key(), refused.args().toArray());
    }

    Set<String> keys() {
        Set<String> keys = new java.util.TreeSet<>(plain.keySet());
        keys.addAll(patterns.keySet());
        return keys;
    }

    private static Map<Language, Texts> load() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> plain = new java.util.HashMap<>();
            Map<String, MessageFormat> patterns = new java.util.HashMap<>();
            MessageFiles.read(language).forEach((key, text) -> {
                if (text.indexOf('{') < 0) {
                    plain.put(key, text);
                } else {
                    patterns.put(key, new MessageFormat(text.replace("'", "''"), language.locale()));
                }
            });
            all.put(language, new Texts(language, Map.copyOf(plain), Map.copyOf(patterns)));
        }
        return all;
    }
}
