package org.phigiay.processing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.shared.NotFound;
import org.springframework.stereotype.Component;

/// Draws the pages of a result as pictures, from its very bytes: what is read before signing shows on every screen,
/// also
/// where a browser has no PDF viewer.
@Component
public class ResultPictures {
    private static final float DOTS_PER_INCH = 120;

    private final Files files;

    ResultPictures(Files files) {
        this.files = files;
    }

    /// How many pages the file has.
    public int pages(StoredFile file) {
        try (PDDocument document = Loader.loadPDF(bytes(file))) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One page as PNG.
    ///
    /// @param page from 1
    /// @throws NotFound when there is no such page
    public byte[] png(StoredFile file, int page) {
        try (PDDocument document = Loader.loadPDF(bytes(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new NotFound();
            }
            BufferedImage picture =
                    new PDFRenderer(document).renderImageWithDPI(page - 1, DOTS_PER_INCH, ImageType.GRAY);
            ImageIO.setUseCache(false);
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(StoredFile file) throws IOException {
        try (InputStream in = files.open(file.id())) {
            return in.readAllBytes();
        }
    }
}
