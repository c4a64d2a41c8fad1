package org.phigiay.catalogue;

import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Câu hỏi điều kiện: a yes-or-no question that tells whether this procedure is the right one.
///
/// @param goesOn the answer with which one goes on: true for yes
/// @param otherwise what the other answer means and what to do instead
/// @param href where to go instead, a path of ours, null when there is no page
public record Eligibility(
        Bilingual question,
        boolean goesOn,
        Bilingual otherwise,
        @Nullable String href) {}
