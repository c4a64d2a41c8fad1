package org.phigiay.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PageBinderTest {

    @Test
    void pictures_and_papers_become_one_file_in_their_order() throws IOException {
        byte[] upright = picture("jpg", 600, 800);
        byte[] lying = picture("png", 800, 600);
        byte[] first = PageBinder.bind(List.of(PageBinder.Part.of(upright), PageBinder.Part.of(lying)));
        byte[] whole = PageBinder.bind(List.of(PageBinder.Part.of(first), PageBinder.Part.of(upright)));
        try (PDDocument document = Loader.loadPDF(whole)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isLessThan(600);
            assertThat(document.getPage(1).getMediaBox().getWidth()).isGreaterThan(800);
            BufferedImage drawn = new PDFRenderer(document).renderImage(0);
            assertThat(new Color(drawn.getRGB(drawn.getWidth() / 2, 60)))
                    .as("the upper half is red")
                    .matches(colour -> colour.getRed() > 200 && colour.getBlue() < 80);
        }
    }

    @Test
    void a_photo_taken_with_the_phone_on_its_side_is_turned_upright() throws IOException {
        byte[] turned = turned(picture("jpg", 800, 600));
        assertThat(JpegParts.orientationOf(turned)).isEqualTo(6);
        try (PDDocument document = Loader.loadPDF(PageBinder.bind(List.of(PageBinder.Part.of(turned))))) {
            BufferedImage drawn = new PDFRenderer(document).renderImage(0);
            assertThat(drawn.getHeight()).isGreaterThan(drawn.getWidth());
            // What lay on top in the file is at the right once the picture is turned clockwise.
            assertThat(new Color(drawn.getRGB(drawn.getWidth() - 60, drawn.getHeight() / 2)))
                    .matches(colour -> colour.getRed() > 200 && colour.getBlue() < 80);
        }
    }

    @Test
    void a_photo_that_does_not_say_how_it_was_held_is_taken_as_it_is() throws IOException {
        assertThat(JpegParts.orientationOf(picture("jpg", 10, 10))).isEqualTo(1);
        assertThat(JpegParts.orientationOf(new byte[] {1, 2})).isEqualTo(1);
        assertThat(JpegParts.orientationOf(new byte[] {-1, -40, -1, -31, 0, 1, 0, 0}))
                .isEqualTo(1);
    }

    /// Red above, blue below.
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.RED);
        on.fillRect(0, 0, width, height / 2);
        on.setColor(Color.BLUE);
        on.fillRect(0, height / 2, width, height - height / 2);
        on.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /// The same picture with EXIF orientation 6: the camera was turned, the picture must be turned clockwise.
    private static byte[] turned(byte[] jpeg) throws IOException {
        byte[] exif = {
            -1, -31, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0,
            6, 0, 0, 0, 0, 0, 0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
