package org.phigiay.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Numbers the entries: on one node at a time, the one that holds a lock on a connection of its own. Every node has
/// this loop; it also carries the news between nodes: at most one NOTIFY every 50 ms, on this same connection, so
/// that no verb ever pays for it.
@Component
class Sequencer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final String CHANNEL = "journal";
    private static final long LOCK = 0x6A6F75726E616CL;
    private static final int BATCH = 5000;

    private final DataSource dataSource;
    private final JournalStore store;
    private final Bell bell;
    private final FollowerRunner followers;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread ears;

    Sequencer(DataSource dataSource, JournalStore store, Bell bell, FollowerRunner followers) {
        this.dataSource = dataSource;
        this.store = store;
        this.bell = bell;
        this.followers = followers;
    }

    @Override
    public void start() {
        running = true;
        Thread loop = Thread.ofPlatform().name("journal-sequencer").daemon().start(this::loop);
        Thread listening = Thread.ofPlatform().name("journal-ears").daemon().start(this::listen);
        ears = listening;
        thread = loop;
        LOG.debug("Sequencer and {} started", listening.getName());
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            for (Thread loop : new @Nullable Thread[] {thread, ears}) {
                if (loop != null) {
                    loop.join(5000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1000;
    }

    private void loop() {
        while (running) {
            try (Connection own = dataSource.getConnection();
                    Statement statement = own.createStatement()) {
                own.setAutoCommit(true);
                work(own, statement);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("Sequencer starts anew: {}", e.getMessage());
                pause();
            }
        }
    }

    private void work(Connection own, Statement statement) throws SQLException, InterruptedException {
        boolean mine = false;
        while (running) {
            boolean rang = bell.await(1000);
            if (!mine) {
                mine = lock(statement);
            }
            int numbered = 0;
            if (mine) {
                int batch;
                do {
                    batch = store.number(BATCH);
                    numbered += batch;
                } while (batch > 0 && running);
            }
            if (numbered > 0) {
                followers.wake();
            }
            if (numbered > 0 || (rang && !mine)) {
                statement.execute("notify " + CHANNEL);
            }
            if (!own.isValid(2)) {
                throw new SQLException("the sequencer's own connection is gone");
            }
            Thread.sleep(rang ? 30 : 0);
        }
        statement.execute("select pg_advisory_unlock_all()");
    }

    private static boolean lock(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// Hears the other nodes.
    private void listen() {
        while (running) {
            try (Connection own = dataSource.getConnection();
                    Statement statement = own.createStatement()) {
                own.setAutoCommit(true);
                statement.execute("listen " + CHANNEL);
                PGConnection postgres = own.unwrap(PGConnection.class);
                while (running) {
                    var news = postgres.getNotifications(1000);
                    if (news != null && news.length > 0) {
                        int me = postgres.getBackendPID();
                        if (java.util.Arrays.stream(news).anyMatch(n -> n.getPID() != me)) {
                            bell.ring();
                        }
                        followers.wake();
                    }
                }
                statement.execute("unlisten *");
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warn("Journal ears start anew: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
