package org.phigiay.signing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.slf4j.LoggerFactory;

/// An invented certificate and its invented signers.
final class Samples {
    static final PersonId LEADER = new PersonId(new UUID(7, 7));
    static final String COMMUNE = "Ủy ban nhân dân xã An Bình Mẫu";

    static {
        // Damaged files make the libraries talk a great deal.
        for (String talker : List.of("eu.europa.esig", "org.apache.pdfbox", "com.openhtmltopdf", "org.verapdf")) {
            ((Logger) LoggerFactory.getLogger(talker)).setLevel(Level.OFF);
        }
    }

    private Samples() {}

    static String page() {
        String qr = Base64.getEncoder().encodeToString(QrCodes.png("https://localhost/xac-minh/ABCD-EFGH", 200));
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            rows.append("<tr><th scope=\"row\">Mục ").append(i).append("</th><td>Nội dung của mục thứ ");
            rows.append(i).append(", ghi đủ dấu: ưỡn ẹo, nghiêng ngả, Đặng Ỷ</td></tr>");
        }
        return """
            <!DOCTYPE html>
            <html lang="vi"><head><title>Giấy xác nhận tình trạng hôn nhân</title>
            <meta name="description" content="Giấy xác nhận của Ủy ban nhân dân xã"/>
            <style>@page { size: A4; margin: 20mm 15mm 20mm 30mm } body { font-size: 12pt } td, th { border: 1px solid #999; padding: 2pt; text-align: left }
            .sans { font-family: 'Be Vietnam Pro' } table { border-collapse: collapse; width: 100%% }</style></head>
            <body><p style="text-align:center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><i>Độc lập – Tự do – Hạnh phúc</i></p>
            <h1 style="font-size:14pt">Giấy xác nhận tình trạng hôn nhân</h1>
            <p>Xác nhận bà <b>Nguyễn Thị Mai</b>, sinh ngày 14/03/1994, <b><i>chưa đăng ký kết hôn</i></b> với ai.</p>
            <p class="sans">Tra cứu bằng mã dưới đây.</p>
            <p><img alt="Mã QR để xác minh" src="data:image/png;base64,%s" style="width:25mm;height:25mm"/></p>
            <table><thead><tr><th scope="col">Mục</th><th scope="col">Nội dung</th></tr></thead><tbody>%s</tbody></table>
            <div class="signatures"><div id="signature-agency"></div><div id="signature-personal"></div></div>
            </body></html>
            """.formatted(qr, rows);
    }

    static DemoAuthority authority() {
        return new DemoAuthority(Path.of("target", "test-pki"));
    }

    static SigningKey leader(SigningKeys keys) {
        return keys.personal(LEADER, "Đặng Minh Tâm", "Phó Chủ tịch", COMMUNE);
    }

    static SigningKey commune(SigningKeys keys) {
        return keys.agency(new AgencyCode("H99.01"), COMMUNE);
    }

    /// Signed by the leader, then by the agency.
    static byte[] signed(DemoAuthority authority, byte[] pdf) {
        Signatures signatures = new Signatures(authority);
        Instant now = Instant.now();
        byte[] once = signatures.sign(
                pdf,
                leader(authority),
                SignatureRequest.personal("Ký giấy xác nhận", "Xã An Bình Mẫu", "Phó Chủ tịch", now));
        return signatures.sign(
                once, commune(authority), SignatureRequest.agency("Ban hành giấy xác nhận", "Xã An Bình Mẫu", now));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
