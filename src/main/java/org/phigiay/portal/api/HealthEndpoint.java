package org.phigiay.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the program can work: for whoever watches it.
@RestController
@RequestMapping("/api/v1/health")
class HealthEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoint.class);

    private final Journal journal;
    private final Transactions transactions;

    HealthEndpoint(Journal journal, Transactions transactions) {
        this.journal = journal;
        this.transactions = transactions;
    }

    /// @param status `up` or `down`
    /// @param database `up` or `down`
    /// @param journalLag seconds the oldest unnumbered entry waits; null when nobody can tell
    record HealthAnswer(
            String status, String database, @Nullable Double journalLag, String version, String at) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HealthAnswer> health() {
        try {
            Double lag = transactions.read(Actor.ANYONE, journal::lag);
            return ResponseEntity.ok(answer("up", Math.max(0, Math.round(lag * 1000) / 1000.0)));
        } catch (RuntimeException down) {
            LOG.warn("The database does not answer: {}", down.getClass().getSimpleName());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .body(answer("down", null));
        }
    }

    private static HealthAnswer answer(String database, @Nullable Double lag) {
        String version = HealthEndpoint.class.getPackage().getImplementationVersion();
        return new HealthAnswer(
                database, database, lag, version == null ? "development" : version, ApiTimes.of(Instant.now()));
    }
}
