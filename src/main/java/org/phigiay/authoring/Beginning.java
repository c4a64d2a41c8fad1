package org.phigiay.authoring;

import org.phigiay.shared.ProcedureCode;

/// What a form begins as.
public sealed interface Beginning {
    /// From nothing: a proposal made from the procedure's papers.
    record Nothing() implements Beginning {}

    /// From the form in force.
    record Current() implements Beginning {}

    /// As a copy of another procedure's form.
    record Copy(ProcedureCode from) implements Beginning {}

    /// From a file that was downloaded here or elsewhere.
    record Upload(String json) implements Beginning {}
}
