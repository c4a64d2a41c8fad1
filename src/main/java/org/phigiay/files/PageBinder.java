package org.phigiay.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.phigiay.shared.Invalid;

/// Ghép trang: makes one PDF of several pictures and PDFs, in their order. A photo keeps its bytes and is turned as its
/// camera says; a drawing in PNG is drawn at 2,500 points a side at most. Each picture becomes a page of A4, upright or
/// lying as the picture is.
final class PageBinder {
    private static final int LONGEST_SIDE = 2500;
    private static final float MARGIN = 20;
    private static final PDRectangle LYING =
            new PDRectangle(PDRectangle.A4.getUpperRightY(), PDRectangle.A4.getUpperRightX());
    private static final Semaphore PLACES = new Semaphore(2, true);

    private PageBinder() {}

    /// One of the files to be bound.
    record Part(MediaType type, byte[] bytes) {
        static Part of(byte[] bytes) {
            MediaType type = MediaType.of(bytes);
            if (type == null) {
                throw Invalid.of("file", "files.cannot-bind");
            }
            return new Part(type, bytes);
        }
    }

    /// @throws Invalid when a part cannot be drawn
    static byte[] bind(List<Part> parts) {
        PLACES.acquireUninterruptibly();
        try (PDDocument whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (Part part : parts) {
                if (part.type() == MediaType.PDF) {
                    try (PDDocument pages = Loader.loadPDF(new RandomAccessReadBuffer(part.bytes()))) {
                        merger.appendDocument(whole, pages);
                    }
                } else {
                    picture(whole, part);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            whole.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw Invalid.of("file", "files.cannot-bind");
        } finally {
            PLACES.release();
        }
    }

    private static void picture(PDDocument whole, Part part) throws IOException {
        boolean photo = part.type() == MediaType.JPEG;
        PDImageXObject image = photo
                ? JPEGFactory.createFromByteArray(whole, part.bytes())
                : LosslessFactory.createFromImage(whole, drawn(part));
        int turns = photo ? quarterTurns(JpegParts.orientationOf(part.bytes())) : 0;
        boolean lying = turns % 2 == 0 ? image.getWidth() > image.getHeight() : image.getHeight() > image.getWidth();
        PDRectangle upright = PDRectangle.A4;
        // Turned by the page itself, so that the picture is drawn as it lies in its file.
        boolean drawnLying = lying != (turns % 2 == 1);
        PDPage page = new PDPage(drawnLying ? LYING : upright);
        page.setRotation(turns * 90);
        whole.addPage(page);
        float width = page.getMediaBox().getWidth() - 2 * MARGIN;
        float height = page.getMediaBox().getHeight() - 2 * MARGIN;
        float scale = Math.min(width / image.getWidth(), height / image.getHeight());
        float drawnWidth = image.getWidth() * scale;
        float drawnHeight = image.getHeight() * scale;
        try (PDPageContentStream on = new PDPageContentStream(whole, page)) {
            on.drawImage(
                    image,
                    MARGIN + (width - drawnWidth) / 2,
                    MARGIN + (height - drawnHeight) / 2,
                    drawnWidth,
                    drawnHeight);
        }
    }

    /// Clockwise; mirrored pictures, which no camera makes, are turned and stay mirrored.
    private static int quarterTurns(int orientation) {
        return switch (orientation) {
            case 3, 4 -> 2;
            case 5, 6 -> 1;
            case 7, 8 -> 3;
            default -> 0;
        };
    }

    private static BufferedImage drawn(Part part) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(part.bytes()))) {
            ImageReader reader =
                    ImageIO.getImageReadersByMIMEType(part.type().value).next();
            try {
                reader.setInput(in, true, true);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, Math.ceilDiv(longest, LONGEST_SIDE));
                ImageReadParam coarse = reader.getDefaultReadParam();
                coarse.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, coarse);
            } finally {
                reader.dispose();
            }
        }
    }
}
