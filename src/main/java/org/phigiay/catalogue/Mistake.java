package org.phigiay.catalogue;

import org.phigiay.shared.Bilingual;

/// Lỗi hay gặp: what others got wrong, and what is right.
public record Mistake(Bilingual wrong, Bilingual right) {}
