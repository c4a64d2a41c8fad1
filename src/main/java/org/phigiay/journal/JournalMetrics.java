package org.phigiay.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How far numbering lies behind and how much is parked, for those who watch the installation.
@Component
class JournalMetrics implements MeterBinder {
    private final JournalStore store;

    JournalMetrics(JournalStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("journal.lag", store, JournalStore::lag)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("journal.parked", store, JournalStore::parked).register(registry);
        Gauge.builder("journal.position", store, JournalStore::position).register(registry);
    }
}
