package org.phigiay.catalogue;

import org.phigiay.shared.Bilingual;

/// Kết quả thực hiện: a document the procedure yields.
///
/// @param code national code of the result type, e.g. `KQ.G15.000038`; empty when none was announced
public record ResultType(String code, Bilingual name) {}
