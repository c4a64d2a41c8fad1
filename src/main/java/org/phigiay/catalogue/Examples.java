package org.phigiay.catalogue;

import org.phigiay.shared.Bilingual;

/// Ví dụ đúng, sai: for one paper, what a good photo of it shows and what sends it back.
public record Examples(Bilingual right, Bilingual wrong) {}
