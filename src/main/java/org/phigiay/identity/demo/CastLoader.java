package org.phigiay.identity.demo;

import java.time.Instant;
import org.phigiay.identity.People;
import org.phigiay.shared.DemoLoader;
import org.springframework.stereotype.Component;

/// Loads the cast and seats each of them on their posts.
@Component
class CastLoader implements DemoLoader {
    private static final Instant SINCE = Instant.parse("2025-06-30T17:00:00Z");
    /// So that the first post stays the first.
    private static final Instant AFTERWARDS = SINCE.plusSeconds(1);

    private final People people;

    CastLoader(People people) {
        this.people = people;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load() {
        for (Cast one : Cast.values()) {
            boolean _ = people.establish(one.person(), one.post().orElse(null), SINCE);
            one.further().forEach(post -> people.seat(one.id(), post, AFTERWARDS));
        }
    }
}
