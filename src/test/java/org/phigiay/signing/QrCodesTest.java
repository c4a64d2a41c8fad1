package org.phigiay.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodesTest {
    private static final String TEXT = "https://an-binh-mau.example/xac-minh/7K3M-9QX2?n=Đặng";

    @Test
    void a_phone_reads_what_was_written() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCodes.png(TEXT, 300)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(TEXT);
        assertThat(image.getWidth()).isEqualTo(300);
    }

    @Test
    void the_same_text_gives_the_same_bytes() {
        assertThat(QrCodes.png(TEXT, 300)).isEqualTo(QrCodes.png(TEXT, 300));
        assertThat(QrCodes.svg(TEXT))
                .isEqualTo(QrCodes.svg(TEXT))
                .startsWith("<svg ")
                .doesNotContain("style=");
    }

    @Test
    void readers_get_the_empty_border_they_need() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCodes.png("A", 0)));
        for (int i = 0; i < image.getWidth(); i++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(image.getRGB(i, edge) & 0xFFFFFF).isEqualTo(0xFFFFFF);
                assertThat(image.getRGB(edge, i) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            }
        }
    }

    @Test
    void a_text_too_long_is_refused() {
        assertThatThrownBy(() -> QrCodes.svg("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }
}
