package org.phigiay.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.phigiay.shared.Invalid;

/// Checks that a picture can be drawn, and is small enough to be, without ever holding it at full size.
final class Pictures {
    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final int STEP = 16;
    private static final Semaphore PLACES = new Semaphore(2, true);

    private Pictures() {}

    /// @throws Invalid when it has too many pixels or cannot be drawn
    static byte[] checked(MediaType type, byte[] bytes) {
        PLACES.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.value);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                check(reader.getWidth(0), reader.getHeight(0));
                ImageReadParam coarse = reader.getDefaultReadParam();
                coarse.setSourceSubsampling(STEP, STEP, 0, 0);
                if (reader.canReadRaster()) {
                    reader.readRaster(0, coarse);
                } else {
                    reader.read(0, coarse);
                }
            } finally {
                reader.dispose();
            }
            return bytes;
        } catch (Invalid e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Invalid.of("file", "files.picture-damaged");
        } finally {
            PLACES.release();
        }
    }

    private static void check(int width, int height) {
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw Invalid.of("file", "files.picture-too-large", width, height, MOST_PIXELS / 1_000_000);
        }
    }
}
