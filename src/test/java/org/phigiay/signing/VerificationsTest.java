package org.phigiay.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class VerificationsTest {
    private static final DemoAuthority AUTHORITY = Samples.authority();
    private static final Verifications VERIFICATIONS = new Verifications(AUTHORITY, "");
    private static final byte[] SIGNED = Samples.signed(AUTHORITY, new PdfRenderer().render(Samples.page()));
    private static final Path ATTACKS = Path.of("../shared/data/attacks/pdf-signature/dss");

    /// Reasons that say only who signed or when, not that the file is other than what was signed.
    private static final Set<String> ABOUT_THE_SIGNER = Set.of(
            "signing.reason.unknown-signer",
            "signing.reason.revocation-unknown",
            "signing.reason.expired",
            "signing.reason.no-trusted-time",
            "signing.reason.not-proved");

    @Test
    void not_one_flipped_byte_passes() {
        int flips = 0;
        List<Integer> accepted = new ArrayList<>();
        int[] container = lastContainer();
        for (int at = 0; at < SIGNED.length; at += at >= container[0] && at < container[1] ? 37 : 331) {
            byte[] copy = SIGNED.clone();
            copy[at] ^= (byte) (1 << flips % 8);
            flips++;
            if (VERIFICATIONS.verify(copy).intact()) {
                accepted.add(at);
            }
        }
        System.out.println("flipped bytes: " + flips + ", accepted: " + accepted.size());
        assertThat(flips).isGreaterThan(500);
        assertThat(accepted).isEmpty();
    }

    @Test
    void a_change_of_case_in_the_container_is_seen() {
        int[] container = lastContainer();
        byte[] copy = SIGNED.clone();
        for (int i = container[0]; i < container[1]; i++) {
            if (Character.isLetter(copy[i])) {
                copy[i] ^= 0x20;
                break;
            }
        }
        assertThat(keys(copy)).contains("signing.reason.container");
    }

    @Test
    void what_the_parser_forgives_in_the_container_is_not_forgiven() {
        int start = lastContainer()[0] + 1;
        String hex = new String(SIGNED, start, 8000, java.nio.charset.StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        // What kind of content it is (also in the time stamp), and the issuer's name in another case.
        for (String part : List.of("06092a864886f70d010702", hexOf("Phi Gi"))) {
            for (int at = hex.indexOf(part); at >= 0; at = hex.indexOf(part, at + 1)) {
                places.add(start + at + part.length() - (part.startsWith("0609") ? 1 : 4));
            }
        }
        assertThat(places).hasSizeGreaterThan(4);
        for (int at : places) {
            byte[] copy = SIGNED.clone();
            copy[at] ^= 2;
            assertThat(VERIFICATIONS.verify(copy).intact()).isFalse();
        }
    }

    @Test
    void something_hidden_in_the_padding_is_seen() {
        byte[] copy = SIGNED.clone();
        copy[lastContainer()[1] - 3] = '1';
        assertThat(keys(copy)).contains("signing.reason.container");
    }

    @Test
    void anything_after_the_end_is_seen_and_said() {
        for (String tail : List.of("\n", " ", "%%EOF\n", "\0", "<script>")) {
            assertThat(keys(joined(SIGNED, Samples.bytes(tail)))).contains("signing.reason.tail");
        }
        assertThat(keys(Arrays.copyOf(SIGNED, SIGNED.length - 1))).isNotEmpty();
    }

    @Test
    void a_page_added_by_a_later_save_is_seen() throws IOException {
        try (PDDocument document = Loader.loadPDF(SIGNED);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            assertThat(keys(out.toByteArray())).contains("signing.reason.tail");
        }
    }

    @Test
    void what_is_changed_between_two_signatures_is_seen() throws IOException {
        Signatures signatures = new Signatures(AUTHORITY);
        byte[] once = signatures.sign(
                new PdfRenderer().render(Samples.page()),
                Samples.leader(AUTHORITY),
                SignatureRequest.personal("Ký", "Xã", "Phó Chủ tịch", java.time.Instant.now()));
        byte[] changed;
        try (PDDocument document = Loader.loadPDF(once);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            changed = out.toByteArray();
        }
        byte[] twice = signatures.sign(
                changed, Samples.commune(AUTHORITY), SignatureRequest.agency("Ký", "Xã", java.time.Instant.now()));
        assertThat(keys(twice)).contains("signing.reason.pages-changed");
    }

    @Test
    void a_signed_file_with_a_script_is_refused() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfRenderer().render(Samples.page()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentCatalog()
                    .setOpenAction(new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript("app.alert(1)"));
            document.save(out);
            assertThat(keys(Samples.signed(AUTHORITY, out.toByteArray()))).containsExactly("signing.reason.active");
        }
    }

    @Test
    void whatever_bytes_come_there_is_a_verdict() throws IOException {
        Random random = new Random(1);
        byte[] junk = new byte[100_000];
        random.nextBytes(junk);
        List<byte[]> hostile = List.of(
                new byte[0],
                Samples.bytes("x"),
                junk,
                joined(Samples.bytes("%PDF-1.7\n"), junk),
                Samples.bytes("%PDF-1.4\n1 0 obj" + "[".repeat(200_000) + "\ntrailer<</Root 1 0 R>>\n%%EOF"),
                Samples.bytes(
                        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 2000000000/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
                Samples.bytes(
                        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj 3 0 obj<</FT/Sig/T(a)/V<</Type/Sig/ByteRange[0 -5 99999999 7]/Contents<00>>>/Kids[3 0 R]/Parent 3 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
                locked(),
                Arrays.copyOf(SIGNED, SIGNED.length / 2),
                new byte[Verifications.LARGEST + 1]);
        for (byte[] bytes : hostile) {
            Verification verification = VERIFICATIONS.verify(bytes);
            assertThat(verification.intact()).isFalse();
            assertThat(verification.reasons()).isNotEmpty();
        }
        assertThat(keys(locked())).containsExactly("signing.reason.encrypted");
    }

    @Test
    void every_known_attack_is_flagged_even_when_its_signer_is_trusted() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(ATTACKS), () -> {
            System.err.println("SKIPPED: " + ATTACKS + " is not here");
            return "no attack files";
        });
        Set<String> untouched = Set.of("pades-signed-annot-added.pdf", "signature-referenced-from-multiple-fields.pdf");
        int attacks = 0;
        List<String> missed = new ArrayList<>();
        try (Stream<Path> files = Files.list(ATTACKS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
                byte[] pdf = Files.readAllBytes(file);
                String name = file.getFileName().toString();
                Trust everybody = new Trust(certificates(pdf), (certificate, issuer) -> null);
                List<String> found = Stream.concat(
                                VERIFICATIONS.verify(pdf, everybody, true).reasons().stream(),
                                VERIFICATIONS.verify(pdf, everybody, false).reasons().stream())
                        .map(Reason::key)
                        .distinct()
                        .filter(key -> !ABOUT_THE_SIGNER.contains(key))
                        .toList();
                System.out.println((untouched.contains(name) ? "no attack " : "attack ") + name + " " + found);
                if (!untouched.contains(name)) {
                    attacks++;
                    if (found.isEmpty()) {
                        missed.add(name);
                    }
                }
                assertThat(VERIFICATIONS.verify(pdf).intact()).isFalse();
            }
        }
        System.out.println("attacks: " + attacks + ", flagged: " + (attacks - missed.size()));
        assertThat(missed).isEmpty();
    }

    private static List<X509Certificate> certificates(byte[] pdf) throws Exception {
        List<X509Certificate> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (SignedBytes.Part part : SignedBytes.find(pdf, document)) {
                if (part.cms() != null) {
                    for (X509CertificateHolder holder :
                            part.cms().getCertificates().getMatches(null)) {
                        found.add(new JcaX509CertificateConverter().getCertificate(holder));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> keys(byte[] pdf) {
        return VERIFICATIONS.verify(pdf).reasons().stream().map(Reason::key).toList();
    }

    private static int[] lastContainer() {
        try (PDDocument document = Loader.loadPDF(SIGNED)) {
            int[] range = SignedBytes.find(SIGNED, document).getLast().range();
            return new int[] {range[1], range[2]};
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String hexOf(String text) {
        return java.util.HexFormat.of().formatHex(Samples.bytes(text));
    }

    private static byte[] locked() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
