package org.phigiay.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Runs every follower: on one node at a time each, since a batch begins by taking the row of the follower's cursor.
/// Woken by the sequencer, and looking once a second anyway. An entry that fails five times is parked with its
/// subject, visibly; the rest goes on.
@Component
public class FollowerRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
    private static final int BATCH = 500;
    private static final int TRIES = 5;

    private final ObjectProvider<Follower> followers;
    private final JournalStore store;
    private final Transactions transactions;
    private final NodeReaders readers;
    private final ConcurrentHashMap<String, Semaphore> bells = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    FollowerRunner(
            ObjectProvider<Follower> followers, JournalStore store, Transactions transactions, NodeReaders readers) {
        this.readers = readers;
        this.followers = followers;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        followers.forEach(follower -> {
            bells.put(follower.name(), new Semaphore(1));
            threads.add(Thread.ofVirtual().name("follower-" + follower.name()).start(() -> loop(follower)));
        });
    }

    @Override
    public void stop() {
        running = false;
        // Not interrupted: that would tear a connection out of a running statement.
        bells.values().forEach(Semaphore::release);
        threads.forEach(thread -> {
            try {
                thread.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 900;
    }

    /// Names of the followers of this program.
    public List<String> names() {
        return followers.stream().map(Follower::name).sorted().toList();
    }

    /// Position up to which a follower has read.
    public long position(String follower) {
        return store.cursor(follower);
    }

    /// Waits until a follower has taken in everything numbered so far, at most the given time.
    public boolean caughtUp(String follower, long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (store.lag() > 0 || store.cursor(follower) < store.position()) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /// Lets one follower forget what it built and read everything again from zero; its effects outside are not
    /// repeated. Answers false when there is no such follower.
    public boolean replay(String name) {
        Follower follower = followers.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (follower == null) {
            return false;
        }
        boolean reset;
        do {
            reset = transactions.write(Actor.SYSTEM, () -> {
                if (store.takeCursor(name).isEmpty()) {
                    return false;
                }
                follower.forget();
                store.unpark(name);
                store.moveCursor(name, 0);
                return true;
            });
        } while (!reset && sleep(50));
        wake();
        return reset;
    }

    void wake() {
        readers.wake();
        bells.values().forEach(bell -> {
            if (bell.availablePermits() == 0) {
                bell.release();
            }
        });
    }

    private void loop(Follower follower) {
        Semaphore bell = java.util.Objects.requireNonNull(bells.get(follower.name()));
        boolean known = false;
        int failures = 0;
        while (running) {
            try {
                if (!known) {
                    store.createCursor(follower.name());
                    known = true;
                }
                if (!drain(follower, BATCH)) {
                    boolean rang = bell.tryAcquire(1, TimeUnit.SECONDS);
                    LOG.trace("{} {}", follower.name(), rang);
                }
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException e) {
                // The database is away, which says nothing about the entry: wait, and do not count it against it.
                LOG.warn("{} waits for the database: {}", follower.name(), e.getMessage());
                if (!sleep(1000)) {
                    return;
                }
            } catch (RuntimeException e) {
                failures++;
                LOG.warn("{} could not take in a batch ({} times): {}", follower.name(), failures, e.toString());
                if (failures >= TRIES && passed(follower)) {
                    failures = 0;
                }
                if (!sleep(Math.min(5000, 100L << Math.min(failures, 6)))) {
                    return;
                }
            }
        }
    }

    /// Takes in one batch; true when there may be more.
    private boolean drain(Follower follower, int size) {
        return transactions.write(Actor.SYSTEM, () -> {
            List<Long> cursor = store.takeCursor(follower.name());
            if (cursor.isEmpty()) {
                return false;
            }
            List<Numbered> batch = store.after(cursor.getFirst(), size);
            if (batch.isEmpty()) {
                return false;
            }
            Set<UUID> parked = new HashSet<>(store.parkedSubjects(follower.name()));
            List<Numbered> free = new ArrayList<>(batch.size());
            for (Numbered one : batch) {
                if (parked.contains(one.entry().subject())) {
                    store.park(follower.name(), one, "waits behind an earlier entry of the same subject");
                } else {
                    free.add(one);
                }
            }
            if (!free.isEmpty()) {
                follower.follow(free);
            }
            store.moveCursor(follower.name(), batch.getLast().position());
            return batch.size() == size;
        });
    }

    private boolean passed(Follower follower) {
        try {
            return tryOneByOne(follower);
        } catch (RuntimeException e) {
            LOG.warn("{} cannot park either: {}", follower.name(), e.toString());
            return false;
        }
    }

    /// The batch failed five times: its first entry alone is the next to try, and is parked when it fails alone.
    private boolean tryOneByOne(Follower follower) {
        for (int i = 0; i < BATCH && running; i++) {
            try {
                if (!drain(follower, 1)) {
                    return true;
                }
            } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException e) {
                return false;
            } catch (RuntimeException e) {
                boolean parked = transactions.write(Actor.SYSTEM, () -> {
                    List<Long> cursor = store.takeCursor(follower.name());
                    List<Numbered> next = cursor.isEmpty() ? List.of() : store.after(cursor.getFirst(), 1);
                    if (next.isEmpty()) {
                        return false;
                    }
                    Numbered culprit = next.getFirst();
                    store.park(follower.name(), culprit, String.valueOf(e));
                    store.moveCursor(follower.name(), culprit.position());
                    LOG.error(
                            "{} parked entry {} of type {}",
                            follower.name(),
                            culprit.position(),
                            culprit.entry().type());
                    return true;
                });
                if (!parked) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return running;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
