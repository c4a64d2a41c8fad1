package org.phigiay.forms;

import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// One of the answers a field offers.
///
/// @param value what is stored, stable over versions
/// @param hint one more sentence under the label
/// @param result how the result document says it; null when it says the label
public record Choice(
        String value,
        Bilingual label,
        @Nullable Bilingual hint,
        @Nullable Bilingual result) {}
