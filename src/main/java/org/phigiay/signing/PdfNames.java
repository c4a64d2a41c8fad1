package org.phigiay.signing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads bytes of a PDF as text with names in plain letters: `/J#61vaScript` is `/JavaScript`.
final class PdfNames {
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfNames() {}

    static String plain(byte[] pdf, int from, int to) {
        String text = new String(pdf, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.indexOf('#') < 0) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
