package org.phigiay.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.phigiay.shared.Invalid;

/// Copies of a PNG (ISO/IEC 15948) only what makes the picture: without texts, time, place, further frames and anything
/// after its end.
final class PngParts {
    private static final Set<String> ESSENTIAL =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYS");

    private PngParts() {}

    static byte[] essential(byte[] bytes) {
        try {
            return copied(bytes, ByteBuffer.wrap(bytes));
        } catch (RuntimeException e) {
            throw Invalid.of("file", "files.picture-damaged");
        }
    }

    private static byte[] copied(byte[] bytes, ByteBuffer in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        in.position(8);
        String type = "";
        while (!type.equals("IEND")) {
            int start = in.position();
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length < 0 || length > in.remaining() - 4) {
                throw new IllegalStateException("A part is longer than the file");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, start + 4, length + 4);
            in.position(in.position() + length);
            if (in.getInt() != (int) sum.getValue()) {
                throw new IllegalStateException("A part is damaged");
            }
            if (ESSENTIAL.contains(type)) {
                out.write(bytes, start, length + 12);
            }
        }
        return out.toByteArray();
    }
}
