package org.phigiay.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A pool that tells a busy database from one that does not answer. When nobody got a connection within the pool's own
/// time, the database is away and the caller is told at once; while others do get theirs, there is only a queue, and
/// the caller waits in it a while longer.
final class PatientPool extends HikariDataSource {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicLong given = new AtomicLong();

    PatientPool(HikariConfig config) {
        super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        long since = System.nanoTime();
        while (true) {
            long before = given.get();
            try {
                Connection connection = super.getConnection();
                given.incrementAndGet();
                return connection;
            } catch (SQLTransientConnectionException busy) {
                boolean away = given.get() == before;
                if (away || System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw busy;
                }
            }
        }
    }
}
