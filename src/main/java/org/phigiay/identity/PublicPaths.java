package org.phigiay.identity;

import java.util.List;

/// Addresses of pages and API answers that anybody may ask for without signing in; all others ask for a sign-in first.
/// A module that has public pages beyond the program's own list provides a bean of this.
///
/// @param patterns path patterns, such as `/minh-bach/**`
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }
}
