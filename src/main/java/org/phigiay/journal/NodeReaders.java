package org.phigiay.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs every [NodeReader], on every node. Woken with the followers, and looking once a second anyway.
@Component
public class NodeReaders implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeReaders.class);
    private static final int BATCH = 1000;
    private static final long NOT_YET = -1;

    private final ObjectProvider<NodeReader> readers;
    private final JournalStore store;
    private final Map<NodeReader, Reading> readings = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    NodeReaders(ObjectProvider<NodeReader> readers, JournalStore store) {
        this.readers = readers;
        this.store = store;
    }

    private static final class Reading {
        private final Semaphore bell = new Semaphore(0);
        private volatile long position = NOT_YET;
    }

    @Override
    public void start() {
        running = true;
        readers.forEach(reader -> {
            var reading = new Reading();
            readings.put(reader, reading);
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("reads-journal-" + reader.getClass().getSimpleName())
                    .start(() -> loop(reader, reading)));
        });
    }

    @Override
    public void stop() {
        running = false;
        wake();
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

    /// Waits until a reader has acted on everything that was committed before this call.
    ///
    /// @return false when it has not within the given time
    public boolean caughtUp(NodeReader reader, Duration atMost) {
        Reading reading = readings.get(reader);
        long until = System.nanoTime() + atMost.toNanos();
        wake();
        // What is committed and has no number yet is numbered first.
        while (reading == null || reading.position == NOT_YET || store.lag() > 0) {
            if (!waited(until)) {
                return false;
            }
            reading = readings.get(reader);
        }
        long goal = store.position();
        while (reading.position < goal) {
            if (!waited(until)) {
                return false;
            }
        }
        return true;
    }

    void wake() {
        readings.values().forEach(reading -> {
            if (reading.bell.availablePermits() == 0) {
                reading.bell.release();
            }
        });
    }

    private void loop(NodeReader reader, Reading reading) {
        while (running) {
            try {
                long position = reading.position;
                if (position == NOT_YET) {
                    position = store.position();
                    reader.begin();
                }
                List<Numbered> batch = store.after(position, BATCH);
                while (!batch.isEmpty() && running) {
                    reader.read(batch);
                    position = batch.getLast().position();
                    batch = store.after(position, BATCH);
                }
                if (position != reading.position) {
                    reader.rest();
                    reading.position = position;
                }
                boolean rang = reading.bell.tryAcquire(1, TimeUnit.SECONDS);
                LOG.trace("{} woken: {}", reader, rang);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("{} reads again: {}", reader.getClass().getSimpleName(), e.toString());
                    pause();
                }
            }
        }
    }

    private static boolean waited(long until) {
        if (System.nanoTime() > until) {
            return false;
        }
        try {
            Thread.sleep(15);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
