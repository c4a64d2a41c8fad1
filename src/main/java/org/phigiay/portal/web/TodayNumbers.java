package org.phigiay.portal.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.phigiay.organisation.Agency;
import org.phigiay.shared.Remembered;
import org.phigiay.transparency.DayCount;
import org.phigiay.transparency.Tracking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Today's numbers of this agency, at most about ten seconds old: whoever looks at the home page never waits for the
/// database.
@Component
class TodayNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(TodayNumbers.class);

    private final HomeAgency home;
    private final Remembered<DayCount> count;

    TodayNumbers(HomeAgency home, Tracking tracking) {
        this.home = home;
        // Every look counts as a change: the numbers move all day.
        AtomicLong looks = new AtomicLong();
        this.count = new Remembered<>(
                Duration.ofSeconds(10),
                looks::incrementAndGet,
                () -> tracking.today(this.home.get().map(Agency::code).orElse(null)));
    }

    /// Empty when they were never read and cannot be read now: the home page then goes without them.
    Optional<DayCount> get() {
        try {
            return Optional.of(count.get());
        } catch (RuntimeException e) {
            LOG.warn("Today's numbers could not be read: {}", e.getClass().getName());
            return Optional.empty();
        }
    }
}
