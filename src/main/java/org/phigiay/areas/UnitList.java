package org.phigiay.areas;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One list, read and found right: what is to be kept of it.
///
/// @param source the file's name
/// @param warnings what a person should look at; nothing was changed because of it
record UnitList(
        Kind kind,
        LocalDate asOf,
        String source,
        List<Unit> units,
        List<OldUnit> oldUnits,
        List<Became> became,
        List<String> warnings) {

    enum Kind {
        /// The units of a day.
        UNITS,
        /// Old units, each with what it became.
        SPLITS,
        /// New units, each with what it was made of.
        MERGES
    }

    /// @param province null for a province
    record Unit(String code, @Nullable String province, String name, String englishName) {}

    /// @param province null for a province and where the list does not say
    record OldUnit(String code, @Nullable String province, String name) {}

    /// @param whole null when the list does not say
    record Became(
            String oldCode,
            String newCode,
            String newName,
            @Nullable Boolean whole) {}

    UnitList {
        units = List.copyOf(units);
        oldUnits = List.copyOf(oldUnits);
        became = List.copyOf(became);
        warnings = List.copyOf(warnings);
    }

    int entries() {
        return kind == Kind.UNITS ? units.size() : became.size();
    }

    /// Over what the list states, not over its spaces or its order.
    byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(units.stream(), oldUnits.stream(), became.stream())
                    .flatMap(rows -> rows.map(Record::toString))
                    .sorted()
                    .forEach(row -> digest.update((row + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
