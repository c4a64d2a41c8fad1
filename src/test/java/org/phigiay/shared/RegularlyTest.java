package org.phigiay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

class RegularlyTest {
    @RepeatedTest(200)
    void a_round_is_made_after_every_start_however_often_it_was_stopped_before() throws InterruptedException {
        var rounds = new Semaphore(0);
        var regularly = new Regularly("test", Duration.ofMillis(1)) {
            @Override
            protected void round() {
                rounds.release();
            }
        };
        for (int i = 0; i < 3; i++) {
            regularly.start();
            rounds.drainPermits();
            assertThat(rounds.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            regularly.stop();
        }
        assertThat(regularly.isRunning()).isFalse();
    }
}
