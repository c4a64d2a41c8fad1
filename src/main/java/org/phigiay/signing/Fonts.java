package org.phigiay.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The fonts that go into every PDF, read once.
@SuppressWarnings("ImmutableEnumChecker") // the bytes never leave
enum Fonts {
    SERIF("Tinos", "Tinos-Regular", 400, false),
    SERIF_BOLD("Tinos", "Tinos-Bold", 700, false),
    SERIF_ITALIC("Tinos", "Tinos-Italic", 400, true),
    SERIF_BOLD_ITALIC("Tinos", "Tinos-BoldItalic", 700, true),
    SANS("Be Vietnam Pro", "BeVietnamPro-Regular", 400, false),
    SANS_BOLD("Be Vietnam Pro", "BeVietnamPro-Bold", 700, false);

    final String family;
    final int weight;
    final boolean italic;
    private final byte[] bytes;

    Fonts(String family, String file, int weight, boolean italic) {
        this.family = family;
        this.weight = weight;
        this.italic = italic;
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("Font " + file + " is not in the program");
            }
            this.bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
