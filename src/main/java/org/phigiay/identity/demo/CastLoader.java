package org.phigiay.identity.demo;

import java.time.Instant;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.Body;
import org.phigiay.identity.People;
import org.phigiay.identity.Standing;
import org.phigiay.shared.DemoLoader;
import org.springframework.stereotype.Component;

/// Loads the cast and seats each of them on their posts, one of them on an organisation's account.
@Component
class CastLoader implements DemoLoader {
    private static final Instant SINCE = Instant.parse("2025-06-30T17:00:00Z");
    /// So that the first post stays the first.
    private static final Instant AFTERWARDS = SINCE.plusSeconds(1);

    private final People people;
    private final Bodies bodies;

    CastLoader(People people, Bodies bodies) {
        this.people = people;
        this.bodies = bodies;
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
        Body _ = bodies.establish(
                Cast.COOPERATIVE_TAX_CODE, Cast.COOPERATIVE, Cast.COMPANY.id(), Standing.LEGAL_REPRESENTATIVE, SINCE);
    }
}
