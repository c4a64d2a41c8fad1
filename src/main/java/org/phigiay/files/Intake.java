package org.phigiay.files;

import java.util.Set;
import org.phigiay.shared.Invalid;
import org.phigiay.signing.PdfFinding;
import org.phigiay.signing.PdfInspection;

/// The gate: what may be kept, and in what shape.
final class Intake {
    private Intake() {}

    /// @param bytes as they will be kept: pictures without what the camera noted beside the picture
    record Accepted(String name, MediaType type, byte[] bytes) {}

    /// @throws Invalid with a message that says what to do instead
    static Accepted accept(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw Invalid.of("file", "files.empty");
        }
        MediaType type = MediaType.of(bytes);
        if (type == null) {
            throw Invalid.of("file", MediaType.advice(bytes));
        }
        String shown = FileNames.shown(name, type.endings(), type.ending);
        return new Accepted(
                shown,
                type,
                switch (type) {
                    case PDF -> checkedPdf(bytes);
                    case JPEG -> Pictures.checked(type, JpegParts.essential(bytes));
                    case PNG -> Pictures.checked(type, PngParts.essential(bytes));
                });
    }

    private static byte[] checkedPdf(byte[] bytes) {
        Set<PdfFinding> findings = PdfInspection.of(bytes);
        if (findings.isEmpty()) {
            return bytes;
        }
        if (findings.contains(PdfFinding.ENCRYPTED)) {
            throw Invalid.of("file", "files.pdf-encrypted");
        }
        if (findings.stream().anyMatch(PdfFinding::active)) {
            throw Invalid.of("file", "files.pdf-active");
        }
        throw Invalid.of(
                "file", findings.contains(PdfFinding.TOO_LARGE_INSIDE) ? "files.pdf-too-complex" : "files.pdf-damaged");
    }
}
