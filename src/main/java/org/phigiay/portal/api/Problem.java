package org.phigiay.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Texts;

/// Vấn đề: why a request was not done, as RFC 9457 says it (`application/problem+json`).
///
/// @param type address that names the kind and never changes
/// @param title the kind in words
/// @param detail what happened and what to do next, in the person's language
/// @param errors what is wrong, field by field; left out when no field is meant
/// @param allowed names of the actions possible now; left out when the problem is another
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Fault> errors,
        @Nullable List<String> allowed) {

    /// One thing wrong with one field.
    record Fault(String field, String message) {}

    static Problem of(ProblemKind kind, Texts texts) {
        return of(kind, texts, kind.detail(texts));
    }

    static Problem of(ProblemKind kind, Texts texts, String detail) {
        return new Problem(kind.type(), kind.title(texts), kind.status(), detail, null, null);
    }

    Problem withErrors(List<Fault> faults) {
        return new Problem(type, title, status, detail, List.copyOf(faults), allowed);
    }

    Problem withAllowed(List<String> names) {
        return new Problem(type, title, status, detail, errors, List.copyOf(names));
    }
}
