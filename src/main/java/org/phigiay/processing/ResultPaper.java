package org.phigiay.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phigiay.forms.ResultLine;
import org.phigiay.organisation.Agency;

/// What the template of a result receives.
///
/// @param kind name of the document's kind, e.g. `single-status`
/// @param lines what it prints, in order
/// @param code code in its QR, 26 signs
/// @param link address at which a stranger checks it
/// @param qr the same as a QR code, `data:` image
public record ResultPaper(
        String kind,
        String title,
        String agency,
        String superior,
        String place,
        List<ResultLine> lines,
        String code,
        String link,
        String qr) {

    /// Lines under one heading.
    ///
    /// @param title empty where no heading is needed
    public record Part(String title, List<ResultLine> lines) {}

    private static final int SHORT = 36;
    private static final Map<String, String> BIRTH_PARTS = headings();

    static ResultPaper of(ResultDocument result, Agency agency, String superior, String link, String qr) {
        return new ResultPaper(
                result.kind(),
                result.title(),
                agency.name(),
                superior,
                agency.place(),
                result.fields(),
                result.verifyCode(),
                link,
                qr);
    }

    /// The lines by heading. A birth certificate speaks of the child, the mother, the father and who registered; the
    /// first word of a line's name says whom it is about. Other documents have one part.
    public List<Part> parts() {
        if (!kind.startsWith("birth")) {
            return List.of(new Part("", lines));
        }
        Map<String, List<ResultLine>> parts = new LinkedHashMap<>();
        for (ResultLine line : lines) {
            String title = BIRTH_PARTS.entrySet().stream()
                    .filter(part -> line.id().startsWith(part.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("Người được khai sinh");
            parts.computeIfAbsent(title, _ -> new ArrayList<>()).add(line);
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    /// Whether two such lines fit beside each other.
    public boolean isShort(ResultLine line) {
        return line.label().length() + line.text().length() <= SHORT;
    }

    /// The code as people read it aloud: `7K3M Q2XR …`.
    public String codeInGroups() {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("mother", "Người mẹ");
        headings.put("father", "Người cha");
        headings.put("requester", "Người đi đăng ký khai sinh");
        return java.util.Collections.unmodifiableMap(headings);
    }
}
