package org.phigiay.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads a file of rows, one JSON object a line (JSON Lines), plain or gzipped, without holding more than a line.
/// Gzip is known by its first bytes, not by the name.
final class NationalFile {

    /// A row longer than this is no procedure: the longest announced one has 0.2 million bytes.
    static final int LONGEST_LINE = 4_000_000;

    static final int MOST_LINES = 100_000;
    static final long MOST_BYTES = 1_000_000_000L;

    /// @param number from 1
    /// @param text null when the line is not UTF-8 or too long; then `why` says which
    record Line(int number, @Nullable String text, @Nullable FindingKind why, boolean lastWithoutEnd) {}

    private NationalFile() {}

    /// Hands over every line that is not blank.
    ///
    /// @throws FileRefused when the file as a whole is not what it should be
    static void read(InputStream file, Consumer<Line> reader) throws IOException, FileRefused {
        try (InputStream in = unpacked(new BufferedInputStream(file, 1 << 16))) {
            var line = new ByteArrayOutputStream(1 << 14);
            byte[] buffer = new byte[1 << 16];
            int number = 1;
            long total = 0;
            boolean tooLong = false;
            int got;
            while ((got = in.read(buffer)) >= 0) {
                total += got;
                if (total > MOST_BYTES) {
                    throw new FileRefused("imports.file.too-large", MOST_BYTES / 1_000_000);
                }
                if (total == got) {
                    checkBeginning(buffer, got);
                }
                int from = total == got && mark(buffer, got) ? 3 : 0;
                for (int at = from; at < got; at++) {
                    if (buffer[at] == '\n') {
                        line.write(buffer, from, at - from);
                        give(line, number, tooLong, false, reader);
                        line.reset();
                        tooLong = false;
                        from = at + 1;
                        number++;
                        if (number > MOST_LINES + 1) {
                            throw new FileRefused("imports.file.too-many", MOST_LINES);
                        }
                    }
                }
                if (line.size() + got - from > LONGEST_LINE) {
                    // The rest of the line is read and thrown away; its row is refused by name.
                    tooLong = true;
                    line.reset();
                } else if (!tooLong) {
                    line.write(buffer, from, got - from);
                }
            }
            if (total == 0) {
                throw new FileRefused("imports.file.empty");
            }
            give(line, number, tooLong, true, reader);
        } catch (EOFException | ZipException e) {
            throw new FileRefused("imports.file.cut-off");
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException, FileRefused {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 'P' && second == 'K') {
            throw new FileRefused("imports.file.zip");
        }
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static void checkBeginning(byte[] buffer, int got) throws FileRefused {
        boolean utf16 = got > 1
                && ((buffer[0] == (byte) 0xfe && buffer[1] == (byte) 0xff)
                        || (buffer[0] == (byte) 0xff && buffer[1] == (byte) 0xfe)
                        || buffer[0] == 0
                        || buffer[1] == 0);
        if (utf16) {
            throw new FileRefused("imports.file.utf16");
        }
        for (int at = mark(buffer, got) ? 3 : 0; at < got; at++) {
            if (!Character.isWhitespace(buffer[at])) {
                if (buffer[at] == '[') {
                    throw new FileRefused("imports.file.array");
                }
                if (buffer[at] != '{') {
                    throw new FileRefused("imports.file.not-json-lines");
                }
                return;
            }
        }
    }

    /// Whether it begins with the byte order mark of UTF-8.
    private static boolean mark(byte[] buffer, int got) {
        return got > 2 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf;
    }

    private static void give(
            ByteArrayOutputStream line, int number, boolean tooLong, boolean last, Consumer<Line> reader) {
        if (tooLong) {
            reader.accept(new Line(number, null, FindingKind.TOO_LONG, last));
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            if (!text.isBlank()) {
                reader.accept(new Line(number, text, null, last));
            }
        } catch (CharacterCodingException e) {
            reader.accept(new Line(number, null, FindingKind.WRONG_ENCODING, last));
        }
    }
}
