package org.phigiay.signing;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/// Measures rendering, signing and verifying: mean of 60 after warming up.
///
/// `./mvnw -o -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt` then
/// `java -cp target/test-classes:target/classes:$(cat target/cp.txt) org.phigiay.signing.SigningBench`
final class SigningBench {
    private static final int ROUNDS = 60;

    /// So that no work is left out as useless.
    static Object last = "";

    private SigningBench() {}

    public static void main(String[] args) {
        DemoAuthority authority = Samples.authority();
        PdfRenderer renderer = new PdfRenderer();
        Signatures signatures = new Signatures(authority);
        Verifications verifications = new Verifications(authority, "");
        String page = Samples.page();
        byte[] pdf = renderer.render(page);
        SigningKey leader = Samples.leader(authority);
        SigningKey commune = Samples.commune(authority);
        byte[] once =
                signatures.sign(pdf, leader, SignatureRequest.personal("Ký", "Xã", "Phó Chủ tịch", Instant.now()));
        byte[] twice = signatures.sign(once, commune, SignatureRequest.agency("Ký", "Xã", Instant.now()));
        byte[] altered = twice.clone();
        altered[2000] ^= 1;
        System.out.printf(Locale.ROOT, "bytes: rendered %d, signed twice %d%n", pdf.length, twice.length);
        measure("render", () -> renderer.render(page));
        measure(
                "sign first",
                () -> signatures.sign(
                        pdf, leader, SignatureRequest.personal("Ký", "Xã", "Phó Chủ tịch", Instant.now())));
        measure(
                "sign second",
                () -> signatures.sign(once, commune, SignatureRequest.agency("Ký", "Xã", Instant.now())));
        measure("verify genuine", () -> verifications.verify(twice));
        measure("verify altered", () -> verifications.verify(altered));
    }

    private static void measure(String what, Supplier<?> work) {
        for (int i = 0; i < 30; i++) {
            last = work.get();
        }
        var cpu = java.lang.management.ManagementFactory.getPlatformMXBean(
                com.sun.management.OperatingSystemMXBean.class);
        long cpuBefore = cpu.getProcessCpuTime();
        long before = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            last = work.get();
        }
        System.out.printf(
                Locale.ROOT,
                "%-15s %6.1f ms wall, %6.1f ms of CPU%n",
                what,
                (System.nanoTime() - before) / 1e6 / ROUNDS,
                (cpu.getProcessCpuTime() - cpuBefore) / 1e6 / ROUNDS);
    }
}
