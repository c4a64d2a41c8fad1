package org.phigiay.forms;

import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// A right and a wrong answer, invented, with the reason why the wrong one is wrong.
public record Example(
        String right, @Nullable String wrong, @Nullable Bilingual because) {}
