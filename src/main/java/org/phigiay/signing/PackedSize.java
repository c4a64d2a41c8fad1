package org.phigiay.signing;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Measures what the packed tables of a PDF (object and cross-reference streams) unpack to, before a parser does: those
/// are the only streams that are unpacked on opening. Counts real bytes, not what the file claims.
final class PackedSize {
    private static final int LIMIT = 48 * 1024 * 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOK_BACK = 1024;

    private PackedSize() {}

    /// Whether opening the file would unpack more than 48 MB, or packs its tables in an unusual way.
    static boolean tooLarge(byte[] pdf) {
        long total = 0;
        byte[] sink = new byte[64 * 1024];
        for (int at = find(pdf, 0); at >= 0; at = find(pdf, at + STREAM.length)) {
            String head = PdfNames.plain(pdf, Math.max(0, at - LOOK_BACK), at);
            int open = Math.max(head.lastIndexOf("endobj"), 0);
            head = head.substring(open);
            if (!head.contains("/ObjStm") && !head.contains("/XRef")) {
                continue;
            }
            if (head.contains("/FlateDecode") || head.contains("/Fl")) {
                total += inflated(pdf, afterLineEnd(pdf, at + STREAM.length), sink, LIMIT - total);
            }
            boolean odd = head.contains("/LZW")
                    || head.contains("/RunLength")
                    || head.contains("/ASCII")
                    || head.indexOf("/FlateDecode") != head.lastIndexOf("/FlateDecode");
            if (odd || total >= LIMIT) {
                return true;
            }
        }
        return false;
    }

    private static long inflated(byte[] pdf, int from, byte[] sink, long budget) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            while (!inflater.finished() && inflater.getBytesWritten() < budget) {
                if (inflater.inflate(sink) == 0) {
                    break;
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static int afterLineEnd(byte[] pdf, int at) {
        int next = at;
        while (next < pdf.length && (pdf[next] == '\r' || pdf[next] == '\n' || pdf[next] == ' ')) {
            next++;
        }
        return next;
    }

    private static int find(byte[] pdf, int from) {
        outer:
        for (int i = from; i <= pdf.length - STREAM.length; i++) {
            for (int j = 0; j < STREAM.length; j++) {
                if (pdf[i + j] != STREAM[j]) {
                    continue outer;
                }
            }
            if (i < 3 || pdf[i - 1] != 'd') {
                return i;
            }
        }
        return -1;
    }
}
