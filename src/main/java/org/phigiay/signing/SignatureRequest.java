package org.phigiay.signing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/// What one signature says and where it is seen: Decree 30/2020/NĐ-CP, Annex I, parts 7 and 8. The competent person
/// signs first, the agency after; the agency's mark stands at the upper left of the person's without covering it.
///
/// @param kind whose signature it is, and so its place; a document without that place is signed unseen
/// @param reason why it is signed, such as the name of the document
/// @param location where: the agency's place
/// @param title the signer's post, such as "Phó Chủ tịch"; for an agency the document's number, or empty
/// @param at when it is signed; shown to the second with the offset of Việt Nam
public record SignatureRequest(Kind kind, String reason, String location, String title, Instant at) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /// Whose signature.
    public enum Kind {
        /// Chữ ký số của người có thẩm quyền.
        PERSONAL("signature-personal", "Chữ ký số của người có thẩm quyền"),
        /// Chữ ký số của cơ quan, in the place of the seal.
        AGENCY("signature-agency", "Chữ ký số của cơ quan, tổ chức");

        private final String field;
        private final String description;

        Kind(String field, String description) {
            this.field = field;
            this.description = description;
        }

        /// The field's name in the PDF and the element's id in the XHTML.
        public String field() {
            return field;
        }

        String description() {
            return description;
        }

        static Kind of(String field) {
            return Stream.of(values())
                    .filter(kind -> kind.field.equals(field))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static SignatureRequest personal(String reason, String location, String title, Instant at) {
        return new SignatureRequest(Kind.PERSONAL, reason, location, title, at);
    }

    public static SignatureRequest agency(String reason, String location, Instant at) {
        return new SignatureRequest(Kind.AGENCY, reason, location, "", at);
    }

    /// The agency's signature with the number that the clerk gave the document after it was signed.
    public static SignatureRequest agency(String reason, String location, String number, Instant at) {
        return new SignatureRequest(Kind.AGENCY, reason, location, number, at);
    }

    /// The lines of the visible block; the first is the heaviest.
    List<String> lines(String signer) {
        String time = "Thời gian ký: " + TIME.format(at);
        return kind == Kind.AGENCY
                ? Stream.of(signer, title, time).filter(line -> !line.isEmpty()).toList()
                : Stream.of("Người ký: " + signer, title.isEmpty() ? "" : "Chức vụ: " + title, time)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
