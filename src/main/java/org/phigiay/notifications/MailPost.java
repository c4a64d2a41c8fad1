package org.phigiay.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/// Hands letters to the mail server: takes a few, sends them outside any transaction, writes down how it went. A bad
/// address stops nobody else. Several copies of the program send side by side. A copy that dies between sending and
/// writing down sends again a quarter of an hour later, under the same Message-ID.
@Component
class MailPost implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);
    private static final long PAUSE_MILLIS = 1000;
    private static final long PAUSE_WITHOUT_SERVER_MILLIS = 30_000;
    private static final int LONGEST_ERROR = 300;

    /// After the first try, the second …; then it is given up: about two days in all.
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final MailStore store;
    private final MailRoute route;
    private final Letters letters;
    private final Transactions transactions;
    private volatile @Nullable Thread thread;

    MailPost(MailStore store, MailRoute route, Letters letters, Transactions transactions) {
        this.store = store;
        this.route = route;
        this.letters = letters;
        this.transactions = transactions;
    }

    /// What became of one round.
    record Round(int taken, int sent) {
        /// The server takes nothing at all.
        boolean refused() {
            return taken > 0 && sent == 0;
        }
    }

    /// One round: takes as many as may go in a second, and sends them over one connection.
    Round post() {
        List<Letter> taken = transactions.reserve(Actor.SYSTEM, () -> store.take(route.perSecond()));
        if (taken.isEmpty()) {
            return new Round(0, 0);
        }
        List<MailStore.Outcome> outcomes = send(taken);
        transactions.reserve(Actor.SYSTEM, () -> {
            store.record(outcomes);
            return true;
        });
        int sent = (int) outcomes.stream().filter(one -> one.error() == null).count();
        if (sent < taken.size()) {
            LOG.warn("{} of {} letters could not be sent", taken.size() - sent, taken.size());
        }
        return new Round(taken.size(), sent);
    }

    private record Written(Letter letter, Letter.Text text) {}

    private List<MailStore.Outcome> send(List<Letter> taken) {
        List<MailStore.Outcome> outcomes = new ArrayList<>();
        Map<MimeMessage, Written> leaving = new LinkedHashMap<>();
        String senderName = Texts.in(Language.VI).get("ui.name");
        for (Letter letter : taken) {
            Letter.Text text = letters.letter(letter.notice());
            try {
                leaving.put(letter.message(route.sender(), route.from(), senderName, text), new Written(letter, text));
            } catch (MessagingException e) {
                // Not an address: no try will make it one.
                outcomes.add(new MailStore.Outcome(letter, null, error(e), null));
            }
        }
        Map<Object, Exception> failed = leave(leaving);
        leaving.forEach((message, written) -> {
            Exception why = failed.get(message);
            outcomes.add(
                    why == null
                            ? new MailStore.Outcome(written.letter(), written.text(), null, null)
                            : new MailStore.Outcome(
                                    written.letter(),
                                    null,
                                    error(why),
                                    again(written.letter().attempts())));
        });
        return outcomes;
    }

    private Map<Object, Exception> leave(Map<MimeMessage, Written> leaving) {
        if (leaving.isEmpty()) {
            return Map.of();
        }
        try {
            route.sender().send(leaving.keySet().toArray(MimeMessage[]::new));
            return Map.of();
        } catch (MailSendException e) {
            return e.getFailedMessages().isEmpty() ? all(leaving, e) : e.getFailedMessages();
        } catch (MailException e) {
            return all(leaving, e);
        }
    }

    private static Map<Object, Exception> all(Map<MimeMessage, Written> leaving, Exception why) {
        Map<Object, Exception> failed = new LinkedHashMap<>();
        leaving.keySet().forEach(message -> failed.put(message, why));
        return failed;
    }

    private static @Nullable Duration again(int attempts) {
        return attempts > PATIENCE.size() ? null : PATIENCE.get(attempts - 1);
    }

    private static String error(Exception why) {
        String text = String.valueOf(why);
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    @Override
    public void start() {
        if (route.open()) {
            // Known before it runs: a thread that asks at once whether it is wanted must not hear no.
            Thread made = Thread.ofVirtual().name("mail-post").unstarted(this::loop);
            thread = made;
            made.start();
        }
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(round().refused() ? PAUSE_WITHOUT_SERVER_MILLIS : PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Round round() {
        try {
            return post();
        } catch (RuntimeException e) {
            LOG.warn("The post waits: {}", e.getClass().getSimpleName());
            return new Round(1, 0);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /// After the demo's mail server, and stopped before it.
    @Override
    public int getPhase() {
        return 950;
    }
}
