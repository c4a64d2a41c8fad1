package org.phigiay.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The vocabulary that comes with the program: `vocabulary/<kind>.txt`, one entry a line, `phrase => meaning`.
final class VocabularyFiles {

    private VocabularyFiles() {}

    /// Every entry shipped, in the order of the files.
    static List<VocabularyEntry> read() {
        var entries = new ArrayList<VocabularyEntry>();
        for (VocabularyKind kind : VocabularyKind.values()) {
            for (String line : lines(kind.key())) {
                if (kind == VocabularyKind.FILLER) {
                    for (String word : line.split(",", -1)) {
                        entries.add(new VocabularyEntry(kind, word.strip(), ""));
                    }
                } else {
                    String[] sides = line.split("=>", 2);
                    if (sides.length != 2) {
                        throw new IllegalStateException(kind.key() + ": no => in " + line);
                    }
                    entries.add(new VocabularyEntry(kind, sides[0].strip(), sides[1].strip()));
                }
            }
        }
        return entries;
    }

    /// The lines of a data file that say something.
    static List<String> lines(String name) {
        try (InputStream in = VocabularyFiles.class.getResourceAsStream("vocabulary/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no vocabulary/" + name + ".txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
