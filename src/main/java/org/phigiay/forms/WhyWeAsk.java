package org.phigiay.forms;

import org.phigiay.shared.Bilingual;

/// Vì sao hỏi: the use made of an answer, and the clause that allows to ask for it.
///
/// @param clause source of law, e.g. "Điều 22 Nghị định 123/2015/NĐ-CP"
public record WhyWeAsk(Bilingual text, String clause) {}
