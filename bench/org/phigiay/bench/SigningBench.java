package org.phigiay.bench;

import java.time.Instant;
import java.util.function.Supplier;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.AgencyCode;
import org.phigiay.signing.PdfRenderer;
import org.phigiay.signing.SignatureRequest;
import org.phigiay.signing.Signatures;
import org.phigiay.signing.SigningKeys;
import org.phigiay.signing.Verifications;
import org.springframework.context.ConfigurableApplicationContext;

/// What a signed result costs: rendering, the leader's signature, the agency's signature (each with a time stamp), and
/// the strict verification of both; one thread, warm.
final class SigningBench {
    private static final int TIMES = Integer.getInteger("times", 60);

    private SigningBench() {}

    static void run() throws Exception {
        try (ConfigurableApplicationContext program = Program.start("signing")) {
            PdfRenderer renderer = program.getBean(PdfRenderer.class);
            Signatures signatures = program.getBean(Signatures.class);
            SigningKeys keys = program.getBean(SigningKeys.class);
            Verifications verifications = program.getBean(Verifications.class);
            String page = """
                    <html lang="vi"><head><title>Giấy xác nhận</title><meta name="description" content="Đo thời gian"/></head>
                    <body><h1>GIẤY XÁC NHẬN</h1><p>Ẫ Ẵ Ộ Ợ: mười dòng chữ để đo.</p>
                    <div class="signatures"><div id="signature-agency"></div><div id="signature-personal"></div></div></body></html>
                    """;
            var personal = keys.personal(Cast.LEADER.id(), Cast.LEADER.person().name(), "Phó Chủ tịch", "UBND xã An Bình Mẫu");
            var agency = keys.agency(new AgencyCode("H99.01"), "UBND xã An Bình Mẫu");
            byte[] plain = renderer.render(page);
            byte[] once = signatures.sign(plain, personal, SignatureRequest.personal("đo", "xã", "Phó Chủ tịch", Instant.now()));
            byte[] twice = signatures.sign(once, agency, SignatureRequest.agency("đo", "xã", "Số: 01/XN-UBND", Instant.now()));
            double render = mean(() -> renderer.render(page));
            double first = mean(() -> signatures.sign(plain, personal, SignatureRequest.personal("đo", "xã", "Phó Chủ tịch", Instant.now())));
            double second = mean(() -> signatures.sign(once, agency, SignatureRequest.agency("đo", "xã", "Số: 01/XN-UBND", Instant.now())));
            double verify = mean(() -> verifications.verify(twice));
            System.out.printf("%s, mean of %d, warm, 1 thread%n", Program.machine(), TIMES);
            System.out.printf("render %.1f ms, leader signs %.1f ms, agency signs %.1f ms, verify both %.1f ms; %d bytes unsigned, %d signed%n",
                    render, first, second, verify, plain.length, twice.length);
            System.out.printf("{\"bench\":\"signing\",\"renderMs\":%.1f,\"signMs\":%.1f,\"sealMs\":%.1f,\"verifyMs\":%.1f,\"bytes\":%d}%n",
                    render, first, second, verify, twice.length);
        }
    }

    private static double mean(Supplier<?> act) {
        for (int i = 0; i < 15; i++) {
            act.get();
        }
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            act.get();
        }
        return (System.nanoTime() - start) / 1e6 / TIMES;
    }
}
