package org.phigiay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IntakeTest {
    private static final Path ATTACKS = Path.of("../shared/data/attacks");

    @Test
    void a_photo_loses_place_and_camera_but_not_a_pixel_nor_its_turn() throws IOException {
        byte[] plain = picture("jpg");
        byte[] photo = withExif(plain, 6, "GPS 10.77 106.69 iPhone");
        byte[] kept = Intake.accept("ảnh.jpg", photo).bytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "iPhone")
                .contains("Exif");
        assertThat(pixels(kept)).isEqualTo(pixels(plain));
        assertThat(Intake.accept("ảnh.jpg", kept).bytes()).isEqualTo(kept);
    }

    @Test
    void a_picture_loses_what_is_hung_onto_its_end() throws IOException {
        byte[] plain = picture("png");
        assertThat(Intake.accept("a.png", joined(plain, "PK\3\4<script>")).bytes())
                .isEqualTo(plain);
        byte[] jpeg = picture("jpg");
        assertThat(Intake.accept("a.jpg", joined(jpeg, "PK\3\4<script>")).bytes())
                .hasSize(jpeg.length);
    }

    @Test
    void the_content_decides_and_the_name_follows() throws IOException {
        assertThat(Intake.accept("scan.pdf", picture("png")).name()).isEqualTo("scan.pdf.png");
        assertThat(Intake.accept("Đơn xin.JPEG", picture("jpg")).name()).isEqualTo("Đơn xin.jpeg");
        assertThat(Intake.accept("không đuôi", picture("jpg")).name()).isEqualTo("không đuôi.jpg");
    }

    @Test
    void what_cannot_be_taken_is_refused_with_the_way_on() throws IOException {
        assertThat(refusal("a.pdf", new byte[0])).isEqualTo("files.empty");
        assertThat(refusal("a.pdf", "xin chào".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("files.type");
        assertThat(refusal("a.docx", "PK\3\4....".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("files.office");
        assertThat(refusal("a.heic", "\0\0\0\30ftypheic....".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("files.heic");
        assertThat(refusal("a.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("files.pdf-damaged");
        byte[] half = picture("png");
        assertThat(refusal("a.png", Arrays.copyOf(half, half.length / 2))).isEqualTo("files.picture-damaged");
        byte[] halfPhoto = picture("jpg");
        assertThat(refusal("a.jpg", Arrays.copyOf(halfPhoto, halfPhoto.length / 2)))
                .isEqualTo("files.picture-damaged");
    }

    @Test
    void a_table_of_contents_packed_to_gigabytes_is_refused_before_it_unpacks() {
        byte[] zeros = new byte[100_000_000];
        Deflater deflater = new Deflater(9);
        deflater.setInput(zeros);
        deflater.finish();
        byte[] packed = new byte[200_000];
        int length = deflater.deflate(packed);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(
                ("%PDF-1.5\n1 0 obj\n<</Type/Obj#53tm/N 1/First 5/Filter/FlateDecode/Length " + length + ">>\nstream\n")
                        .getBytes(StandardCharsets.US_ASCII));
        pdf.write(packed, 0, length);
        pdf.writeBytes("\nendstream\nendobj\ntrailer<</Root 2 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal("a.pdf", pdf.toByteArray())).isEqualTo("files.pdf-too-complex");
    }

    @Test
    void our_own_documents_pass() {
        byte[] ours = new org.phigiay.signing.PdfRenderer()
                .render(
                        "<html lang=\"vi\"><head><title>x</title></head><body><p>Có <a href=\"https://example.org/a?b=1\">liên kết</a></p>"
                                + "<div class=\"signatures\"><div id=\"signature-agency\"></div></div></body></html>");
        assertThat(Intake.accept("a.pdf", ours).bytes()).isEqualTo(ours);
    }

    @Test
    void every_active_pdf_of_the_collection_is_refused() throws IOException {
        Path folder = ATTACKS.resolve("pdf-active/PayloadsAllThePDFs");
        assumeThere(folder);
        List<String> passed = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pdfs =
                    files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
            for (Path file : pdfs) {
                if (refusal("a.pdf", Files.readAllBytes(file)).isEmpty()) {
                    passed.add(file.getFileName().toString());
                }
            }
            System.out.println("active PDFs: " + pdfs.size() + ", refused: " + (pdfs.size() - passed.size()));
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void every_sample_upload_gets_the_verdict_it_should() throws IOException {
        Path file = ATTACKS.resolve("upload/upload-samples.json");
        assumeThere(file);
        // Taken elsewhere, not here: we keep only what we can check. The last one is no picture at all.
        Set<String> differently = Set.of(
                "minimal clean DOCX (control)",
                "CSV whose cells start with =; must be neutralised on re-export",
                "carries location metadata");
        Map<String, String> wrong = new TreeMap<>();
        int count = 0;
        for (JsonNode sample :
                JsonMapper.builder().build().readTree(Files.readString(file)).get("samples")) {
            count++;
            String expected = sample.get("expected").asString();
            String reason = sample.get("reason").asString();
            byte[] bytes = Base64.getDecoder().decode(sample.get("base64").asString());
            String refusal = refusal(sample.get("name").asString(), bytes);
            boolean taken = !expected.startsWith("REJECT") && !differently.contains(reason);
            if (taken != refusal.isEmpty()) {
                wrong.put(reason, expected + ", got " + refusal);
            }
        }
        System.out.println("upload samples: " + count + ", as expected: " + (count - wrong.size()));
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_name_of_the_collection_can_do_harm() throws IOException {
        Path file = ATTACKS.resolve("upload/filenames.json");
        assumeThere(file);
        int kept = 0;
        int refused = 0;
        for (JsonNode name :
                JsonMapper.builder().build().readTree(Files.readString(file)).get("names")) {
            try {
                String shown = FileNames.shown(name.asString(), Set.of("pdf"), "pdf");
                kept++;
                assertThat(shown)
                        .endsWith(".pdf")
                        .doesNotContain("/", "\\", "\r", "\n", "\0", "\u202e", "\u200b", "\"");
                assertThat(shown).doesNotStartWith(".").doesNotStartWith("-");
                assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
                assertThat(java.text.Normalizer.isNormalized(shown, java.text.Normalizer.Form.NFC))
                        .isTrue();
            } catch (Invalid e) {
                refused++;
            }
        }
        System.out.println("names: " + (kept + refused) + ", kept: " + kept + ", refused: " + refused);
        for (String nothing : List.of("", ".", "..", "../")) {
            assertThatThrownBy(() -> FileNames.shown(nothing, Set.of("pdf"), "pdf"))
                    .isInstanceOf(Invalid.class);
        }
    }

    private static void assumeThere(Path path) {
        Assumptions.assumeTrue(Files.exists(path), () -> {
            System.err.println("SKIPPED: " + path + " is not here");
            return "no samples";
        });
    }

    /// The message key, or nothing when the file is taken.
    private static String refusal(String name, byte[] bytes) {
        try {
            Intake.accept(name, bytes);
            return "";
        } catch (Invalid e) {
            return e.errors().getFirst().message();
        }
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            image.setRGB(i % 64, i / 64, i * 2657);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("Exif\0\0II*\0\10\0\0\0\1\0".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(new byte[] {0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0});
        body.writeBytes(secret.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (body.size() + 2)});
        out.writeBytes(body.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] bytes, String tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        out.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
