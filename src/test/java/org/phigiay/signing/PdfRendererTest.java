package org.phigiay.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {
    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void a_rendered_page_can_be_kept_for_decades_and_read_aloud() {
        assertThat(VeraPdf.violations(renderer.render(Samples.page()))).isEmpty();
    }

    @Test
    void the_checker_of_this_test_does_find_fault_with_a_careless_pdf() throws IOException {
        try (PDDocument careless = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            careless.addPage(new PDPage());
            careless.save(out);
            assertThat(VeraPdf.violations(out.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void vietnamese_survives_also_when_its_marks_come_apart() throws IOException {
        String apart =
                java.text.Normalizer.normalize("Nguyễn Thị Ưởng, Đắk Lắk, quyết định", java.text.Normalizer.Form.NFD);
        assertThat(text(renderer.render(page("<p>" + apart + "</p>"))))
                .contains("Nguyễn Thị Ưởng, Đắk Lắk, quyết định");
    }

    @Test
    void a_letter_no_font_has_does_not_break_the_document() {
        byte[] pdf = renderer.render(page("<p>Tên: 漢字 😀 Nguyễn</p>"));
        assertThat(VeraPdf.violations(pdf)).isEmpty();
    }

    @Test
    void a_mistake_in_a_template_is_said_with_its_line() {
        assertThatThrownBy(() -> renderer.render("<html>\n<head><title>x</title></head>\n<body><p></body></html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lineNumber: 3");
    }

    @Test
    void an_outside_entity_is_refused() {
        assertThatThrownBy(() -> renderer.render("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><html/>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_fetched_from_outside() throws IOException {
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(300);
            String address = "http://127.0.0.1:" + trap.getLocalPort();
            renderer.render(page("<p style=\"background:url(" + address + "/b.png)\"><img alt=\"x\" src=\"" + address
                    + "/a.png\"/><img alt=\"y\" src=\"file:///etc/hostname\"/></p>"));
            assertThatThrownBy(trap::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static String page(String body) {
        return "<html lang=\"vi\"><head><title>Thử</title><meta name=\"description\" content=\"Thử\"/></head><body>"
                + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
