package org.phigiay.shared;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Something the program looks after by itself, again and again, on every copy of it: each round must be harmless when
/// another copy makes it too. A round that fails is logged, and the next one comes all the same.
public abstract class Regularly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Regularly.class);
    private final String name;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    /// @param name of the thread and in the log
    /// @param pause before each round
    protected Regularly(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    protected abstract void round();

    @Override
    public final void start() {
        // Known before it runs: a thread that asks at once whether it is wanted must not hear no.
        Thread made = Thread.ofVirtual().name(name).unstarted(() -> {
            while (thread == Thread.currentThread()) {
                try {
                    Thread.sleep(pause);
                    round();
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("{} failed this time: {}", name, e.getMessage());
                }
            }
        });
        thread = made;
        made.start();
    }

    @Override
    public final void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}
