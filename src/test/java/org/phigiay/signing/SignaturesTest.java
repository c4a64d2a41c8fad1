package org.phigiay.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {
    private static final DemoAuthority AUTHORITY = Samples.authority();
    private static final byte[] PDF = new PdfRenderer().render(Samples.page());
    private static final byte[] SIGNED = Samples.signed(AUTHORITY, PDF);

    @Test
    void the_leader_signs_then_the_agency_and_both_stay_valid_under_the_strict_policy() {
        Verification verification = new Verifications(AUTHORITY, "").verify(SIGNED);
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.signatures())
                .extracting(SignatureReport::signer, SignatureReport::title, SignatureReport::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Đặng Minh Tâm", "Phó Chủ tịch", "PAdES-BASELINE-T"),
                        org.assertj.core.groups.Tuple.tuple(Samples.COMMUNE, "", "PAdES-BASELINE-T"));
        assertThat(verification.signatures())
                .allSatisfy(report -> assertThat(report.at())
                        .isBetween(
                                Instant.now().minusSeconds(600), Instant.now().plusSeconds(2)));
    }

    @Test
    void a_signed_document_can_still_be_kept_for_decades_and_read_aloud() {
        byte[] once = new Signatures(AUTHORITY)
                .sign(
                        PDF,
                        Samples.leader(AUTHORITY),
                        SignatureRequest.personal("Ký", "Xã", "Phó Chủ tịch", Instant.now()));
        assertThat(VeraPdf.violations(once)).isEmpty();
        assertThat(VeraPdf.violations(SIGNED)).isEmpty();
    }

    @Test
    void two_signatures_add_less_than_fifty_kilobytes() {
        assertThat(SIGNED.length - PDF.length).isLessThan(50_000);
    }

    @Test
    void a_document_without_reserved_places_is_signed_unseen() {
        byte[] plain = new PdfRenderer()
                .render("<html lang=\"vi\"><head><title>Thử</title></head><body><p>Không có chỗ ký</p></body></html>");
        byte[] signed = Samples.signed(AUTHORITY, plain);
        assertThat(new Verifications(AUTHORITY, "").verify(signed).reasons()).isEmpty();
    }

    @Test
    void a_clock_that_runs_a_minute_ahead_does_not_spoil_the_signature() {
        byte[] signed = new Signatures(AUTHORITY)
                .sign(
                        PDF,
                        Samples.commune(AUTHORITY),
                        SignatureRequest.agency("Ký", "Xã", Instant.now().plusSeconds(60)));
        assertThat(new Verifications(AUTHORITY, "").verify(signed).reasons()).isEmpty();
    }

    @Test
    void another_installation_does_not_take_our_demo_signers_for_its_own(@TempDir Path elsewhere) {
        Verification verification = new Verifications(new DemoAuthority(elsewhere), "").verify(SIGNED);
        assertThat(verification.intact()).isFalse();
        assertThat(verification.reasons()).extracting(Reason::key).containsOnly("signing.reason.unknown-signer");
    }

    @Test
    void copies_of_the_program_that_start_at_once_make_one_authority(@TempDir Path shared) throws Exception {
        List<Callable<List<X509Certificate>>> starts = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<List<X509Certificate>>) () -> {
                    DemoAuthority copy = new DemoAuthority(shared);
                    return List.of(
                            copy.root().chain().getFirst(),
                            Samples.leader(copy).chain().getFirst());
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<X509Certificate>>> made = threads.invokeAll(starts);
            for (Future<List<X509Certificate>> one : made) {
                assertThat(one.get()).isEqualTo(made.getFirst().get());
            }
        }
    }

    @Test
    void the_keys_are_for_the_owner_of_the_files_alone(@TempDir Path shared) throws IOException {
        Samples.leader(new DemoAuthority(shared));
        Path keys = shared.resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (var files = Files.list(keys)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void another_program_pdfsig_agrees(@TempDir Path work) throws Exception {
        Assumptions.assumeTrue(has("pdfsig") && has("certutil"), () -> {
            System.err.println("SKIPPED: pdfsig and certutil (poppler-utils, libnss3-tools) are not installed");
            return "pdfsig is not installed";
        });
        Path pdf = Files.write(work.resolve("signed.pdf"), SIGNED);
        Path root = Files.writeString(
                work.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        AUTHORITY.root().chain().getFirst().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Path nss = Files.createDirectory(work.resolve("nss"));
        run("certutil", "-N", "-d", "sql:" + nss, "--empty-password");
        run("certutil", "-A", "-d", "sql:" + nss, "-n", "demo", "-t", "CT,C,C", "-i", root.toString());
        String said = run("pdfsig", "-nssdir", "sql:" + nss, pdf.toString());
        assertThat(said.split("Signature is Valid\\.", -1)).hasSize(3);
        assertThat(said.split("Certificate is Trusted\\.", -1)).hasSize(3);
        assertThat(said).contains("Total document signed");
    }

    private static boolean has(String program) {
        return java.util.stream.Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
