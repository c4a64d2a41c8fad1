package org.phigiay.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Người được khai: somebody as a filer has named them, proven by nothing. A person has a day of birth and perhaps a
/// number, an organisation has a tax code.
///
/// @param personalNumber 12 digits, null when not told
/// @param birthDate null for an organisation
/// @param taxCode null for a person
public record Declared(
        String name,
        @Nullable String personalNumber,
        @Nullable LocalDate birthDate,
        @Nullable String taxCode) {

    public static Declared person(String name, @Nullable String personalNumber, LocalDate birthDate) {
        return new Declared(name, personalNumber, birthDate, null);
    }

    public static Declared body(String taxCode, String name) {
        return new Declared(name, null, null, taxCode);
    }

    /// Says nothing of whom, so that no log line carries personal data.
    @Override
    public String toString() {
        return taxCode == null ? "Declared person" : "Declared organisation";
    }
}
