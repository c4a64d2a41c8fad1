package org.phigiay.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Regularly;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Dates;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Counts what is asked and what is opened after it, per day, without knowing who asked. Counted in memory and written
/// down every half minute, so that no search waits for it.
///
/// A question is kept at once when all its words are words of the catalogue or of our vocabulary standing side by side
/// as they do there. Any other may hold a name: of it only a fingerprint is kept, until the same question has been
/// asked on three days. What looks like a number of a person, a telephone or an address of mail is never kept.
@Component
public class Counts extends Regularly implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int DAYS = 3;
    private static final int LONGEST = 14;
    private static final int MOST = 5_000;
    private static final int KEPT_DAYS = 400;
    private static final int FINGERPRINT_DAYS = 60;
    private static final Pattern PERSONAL =
            Pattern.compile("@|\\d(?:[ .\\-/]?\\d){5,}|\\bwww\\b|https?:", Pattern.CASE_INSENSITIVE);

    private final SearchStore store;
    private final Indexing indexing;
    private final Transactions transactions;
    private final Clock clock = Clock.system(Dates.ZONE);
    private final Map<Asked, int[]> asked = new HashMap<>();
    private final Map<Chosen, Integer> chosen = new HashMap<>();
    private LocalDate tidied = LocalDate.EPOCH;

    private record Asked(LocalDate day, String question) {}

    private record Chosen(LocalDate day, String question, String procedure) {}

    Counts(SearchStore store, Indexing indexing, Transactions transactions) {
        super("count-searches", PAUSE);
        this.store = store;
        this.indexing = indexing;
        this.transactions = transactions;
    }

    /// Notes a question.
    ///
    /// @param fits whether something fitted
    public void asked(String question, boolean fits) {
        String key = key(question);
        if (key.isEmpty()) {
            return;
        }
        synchronized (asked) {
            if (asked.size() < MOST) {
                int[] count = asked.computeIfAbsent(new Asked(today(), key), fresh -> new int[2]);
                count[0]++;
                count[1] += fits ? 1 : 0;
            }
        }
    }

    /// Notes which procedure was opened from the answers to a question.
    public void chosen(String question, String procedure) {
        String key = key(question);
        if (key.isEmpty()) {
            return;
        }
        synchronized (asked) {
            if (chosen.size() < MOST) {
                chosen.merge(new Chosen(today(), key, procedure), 1, Integer::sum);
            }
        }
    }

    /// The form in which a question is counted: small letters, single blanks; empty when it must not be.
    static String key(String question) {
        if (question.length() > 400 || PERSONAL.matcher(question).find()) {
            return "";
        }
        List<String> keys = Syllables.of(question);
        return keys.size() > LONGEST ? "" : String.join(" ", keys);
    }

    /// Writes down what was counted.
    @Override
    public void round() {
        Map<Asked, int[]> questions;
        Map<Chosen, Integer> choices;
        synchronized (asked) {
            questions = new HashMap<>(asked);
            choices = new HashMap<>(chosen);
            asked.clear();
            chosen.clear();
        }
        LocalDate today = today();
        if (questions.isEmpty() && choices.isEmpty() && tidied.equals(today)) {
            return;
        }
        SearchIndex index = indexing.index();
        boolean _ = transactions.write(Actor.SYSTEM, () -> {
            var kept = new HashMap<String, Boolean>();
            questions.forEach((question, count) -> {
                if (kept.computeIfAbsent(question.question(), text -> mayKeep(index, text, question.day()))) {
                    store.addAsked(question.day(), question.question(), count[0], count[1]);
                }
            });
            choices.forEach((choice, times) -> {
                if (kept.computeIfAbsent(choice.question(), text -> mayKeep(index, text, choice.day()))) {
                    store.addChosen(choice.day(), choice.question(), choice.procedure(), times);
                }
            });
            if (!tidied.equals(today)) {
                store.forgetBefore(today.minusDays(KEPT_DAYS), today.minusDays(FINGERPRINT_DAYS));
                tidied = today;
            }
            return true;
        });
    }

    private boolean mayKeep(SearchIndex index, String question, LocalDate day) {
        return index.ordinary(question) || store.see(fingerprint(question), day) >= DAYS;
    }

    private static byte[] fingerprint(String question) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public void destroy() {
        round();
    }
}
