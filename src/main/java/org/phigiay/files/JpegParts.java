package org.phigiay.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.phigiay.shared.Invalid;

/// Copies of a JPEG (ITU-T T.81) only what makes the picture: without place, time, camera, thumbnail, comments and
/// anything after its end. The picture itself is not compressed again; how it is to be turned is kept.
final class JpegParts {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;

    private JpegParts(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
        this.out = new ByteArrayOutputStream(bytes.length);
    }

    static byte[] essential(byte[] bytes) {
        try {
            return new JpegParts(bytes).copied();
        } catch (RuntimeException e) {
            throw Invalid.of("file", "files.picture-damaged");
        }
    }

    private byte[] copied() {
        marker(in.getShort() & 0xFF);
        while (true) {
            int marker = nextMarker();
            if (marker == END) {
                marker(END);
                return out.toByteArray();
            }
            if ((marker >= 0xD0 && marker <= 0xD7) || marker == 0x01) {
                marker(marker);
                continue;
            }
            int length = in.getShort() & 0xFFFF;
            byte[] body = new byte[length - 2];
            in.get(body);
            if (marker == 0xE1) {
                keepOrientation(body);
            } else if (essential(marker, body)) {
                segment(marker, body);
            }
            if (marker == SCAN) {
                copyScan();
            }
        }
    }

    private static boolean essential(int marker, byte[] body) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return switch (marker) {
            case 0xE0 -> starts(body, "JFIF");
            case 0xE2 -> starts(body, "ICC_PROFILE");
            case 0xEE -> starts(body, "Adobe");
            default -> !application && marker != 0xFE;
        };
    }

    private int nextMarker() {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IllegalStateException("No marker");
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    /// Entropy-coded data up to the next marker that is not part of it.
    private void copyScan() {
        byte[] all = in.array();
        int from = in.position();
        int at = from;
        while (true) {
            int next = all[at + 1] & 0xFF;
            if ((all[at] & 0xFF) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                break;
            }
            at++;
        }
        out.write(all, from, at - from);
        in.position(at);
    }

    /// How the camera was held, 1 to 8 (EXIF 2.32, tag 0x0112); 1 where the picture does not say.
    static int orientationOf(byte[] jpeg) {
        for (int at = 2; at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF; ) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
            if (marker == 0xDA || length < 2 || at + 2 + length > jpeg.length) {
                return 1;
            }
            if (marker == 0xE1) {
                int found = orientation(java.util.Arrays.copyOfRange(jpeg, at + 4, at + 2 + length));
                return found == 0 ? 1 : found;
            }
            at += 2 + length;
        }
        return 1;
    }

    private void keepOrientation(byte[] exif) {
        int orientation = orientation(exif);
        if (orientation < 2 || orientation > 8) {
            return;
        }
        ByteBuffer body = ByteBuffer.allocate(32);
        body.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        body.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        body.putShort((short) orientation).putShort((short) 0).putInt(0);
        segment(0xE1, body.array());
    }

    private static int orientation(byte[] exif) {
        if (!starts(exif, "Exif\0\0") || exif.length < 16) {
            return 0;
        }
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) == 0x0112) {
                    return tiff.getShort(entry + 8) & 0xFFFF;
                }
            }
            return 0;
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static boolean starts(byte[] body, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return body.length >= start.length && java.util.Arrays.equals(body, 0, start.length, start, 0, start.length);
    }

    private void marker(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private void segment(int marker, byte[] body) {
        marker(marker);
        int length = body.length + 2;
        out.write(length >> 8);
        out.write(length & 0xFF);
        out.writeBytes(body);
    }
}
