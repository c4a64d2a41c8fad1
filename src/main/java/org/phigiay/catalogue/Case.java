package org.phigiay.catalogue;

import java.util.List;

/// Trường hợp: a case for which the national text lists papers of its own.
///
/// @param title the case in the announced words, empty when the list holds for everybody
public record Case(String title, List<Paper> papers) {

    public Case {
        papers = List.copyOf(papers);
    }
}
