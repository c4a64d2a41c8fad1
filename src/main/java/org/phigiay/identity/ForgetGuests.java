package org.phigiay.identity;

import java.time.Duration;
import org.phigiay.shared.Regularly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Guests whose thirty days are over are deleted with everything they began.
@Component
class ForgetGuests extends Regularly {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetGuests.class);

    private final Guests guests;

    ForgetGuests(Guests guests) {
        super("forget-guests", Duration.ofMinutes(30));
        this.guests = guests;
    }

    @Override
    protected void round() {
        LOG.debug("{} guests forgotten", guests.forget());
    }
}
