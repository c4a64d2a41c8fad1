package org.phigiay.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tạm dừng tính giờ: the agency's clock stands still, for instance from the request for a supplement until the
/// citizen has answered it. Waiting inside the agency is never a pause.
///
/// @param from the clock stops
/// @param to the clock runs again; null while it still stands
public record Pause(Instant from, @Nullable Instant to) {
    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends before it begins: " + from + " to " + to);
        }
    }

    public boolean open() {
        return to == null;
    }
}
