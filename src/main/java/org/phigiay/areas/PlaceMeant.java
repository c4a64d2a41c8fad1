package org.phigiay.areas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which commune of today a person means by a name.
public sealed interface PlaceMeant {

    /// Nothing was asked.
    PlaceMeant UNASKED = new Unknown();

    /// The unit of today that something became; empty when the list in force has none.
    static Optional<Area> areaOf(Match.Successor now) {
        return Optional.ofNullable(now.area());
    }

    /// A commune of today, and no other can be meant.
    record One(Area commune) implements PlaceMeant {}

    /// The person has to say which.
    ///
    /// @param choices the likeliest first; not all when there are many
    /// @param moved there is one: the old unit of that name is this commune now
    /// @param named the name was found as it was written; otherwise the choices are guesses
    /// @param all how many there are
    record Ask(List<Choice> choices, boolean moved, boolean named, int all) implements PlaceMeant {
        public Ask {
            choices = List.copyOf(choices);
        }
    }

    /// No unit bears such a name.
    record Unknown() implements PlaceMeant {}

    /// @param formerName the old name by which it was found; null when it was found by its own
    /// @param part only a part of the old unit went there
    record Choice(Area area, @Nullable String formerName, boolean part) {}
}
