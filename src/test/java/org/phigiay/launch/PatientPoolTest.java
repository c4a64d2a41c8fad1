package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.TestDatabase;

class PatientPoolTest {
    private static PatientPool pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestDatabase.shared().app());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(300);
        return new PatientPool(config);
    }

    @Test
    void in_a_crowd_everybody_gets_a_turn() throws Exception {
        try (PatientPool pool = pool(2);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var turns = new java.util.ArrayList<Future<Boolean>>();
            for (int i = 0; i < 30; i++) {
                turns.add(people.submit(() -> {
                    try (Connection mine = pool.getConnection()) {
                        Thread.sleep(100);
                        return mine.isValid(1);
                    }
                }));
            }
            for (Future<Boolean> turn : turns) {
                assertThat(turn.get()).isTrue();
            }
        }
    }

    @Test
    void where_nobody_gets_a_connection_the_caller_is_told_at_once() throws SQLException {
        try (PatientPool pool = pool(1);
                Connection held = pool.getConnection()) {
            assertThat(held.isClosed()).isFalse();
            long since = System.nanoTime();
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(System.nanoTime() - since).isLessThan(3_000_000_000L);
        }
    }
}
