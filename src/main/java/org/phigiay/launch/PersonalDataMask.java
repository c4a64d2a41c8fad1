package org.phigiay.launch;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// Nothing in the logs tells who somebody is. Code does not log personal data; this is the second wall, for what an
/// exception of a library may quote: identity and telephone numbers, e-mail addresses and bearer tokens become `***`.
final class PersonalDataMask implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Pattern PERSONAL = Pattern.compile(
            "(?<![\\w-])\\d{12}(?![\\w-])" // personal identity number: 12 digits
                    + "|(?<![\\w-])(?:\\+84|0)\\d{9,10}(?![\\w-])" // telephone
                    + "|[\\w.+-]+@[\\w-]+\\.[\\w.-]+"
                    + "|(?i:bearer)\\s+[\\w.~+/=-]{8,}");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, PersonalDataMask::mask));
    }

    static String mask(String text) {
        return PERSONAL.matcher(text).replaceAll("***");
    }
}
