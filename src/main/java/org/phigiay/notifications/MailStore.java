package org.phigiay.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on letters.
@Component
class MailStore {
    /// As long as a batch of letters may take to leave at the worst; whoever took them and died gives them free then.
    private static final int TAKEN_MINUTES = 15;

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How a try ended.
    ///
    /// @param text what was sent; null when it was not
    /// @param error why not; null when it was sent
    /// @param again after what time to try again; null when sent or given up
    record Outcome(
            Letter letter,
            Letter.@Nullable Text text,
            @Nullable String error,
            @Nullable Duration again) {}

    /// Adds a letter for each notice that has none yet, in one statement.
    void add(List<Notice> notices, Map<PersonId, String> addresses) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notifications.mail (entry, person, address)
                        select * from unnest(cast(:entry as uuid[]), cast(:person as uuid[]), cast(:address as text[]))
                        on conflict (entry, person) do nothing
                        """)
                .param("entry", NoticeStore.column(notices, Notice::entry))
                .param("person", NoticeStore.column(notices, Notice::person))
                .param("address", NoticeStore.column(notices, notice -> addresses.get(notice.person())))
                .update();
    }

    /// Takes letters that are due, so that no other copy of the program takes them meanwhile.
    List<Letter> take(int most) {
        return jdbc.sql("""
                        with due as (
                            select entry, person from notifications.mail
                             where next_at <= transaction_timestamp() order by next_at limit :most
                               for update skip locked)
                        update notifications.mail m
                           set attempts = m.attempts + 1,
                               next_at = transaction_timestamp() + make_interval(mins => :minutes)
                          from due join notifications.notice n on n.person = due.person and n.entry = due.entry
                         where m.entry = due.entry and m.person = due.person
                        returning m.address, m.attempts, n.person, n.entry, n.kind, n.dossier, n.agency, n.procedure,
                                  n.code, n.due, n.last_day, n.at, n.read_at
                        """)
                .param("most", most)
                .param("minutes", TAKEN_MINUTES)
                .query((row, i) ->
                        new Letter(NoticeStore.notice(row, i), row.getString("address"), row.getInt("attempts")))
                .list();
    }

    /// Writes down how the tries ended.
    void record(List<Outcome> outcomes) {
        jdbc.sql("""
                        update notifications.mail m
                           set subject = o.subject, body = o.body, error = o.error,
                               sent_at = case when o.error is null then transaction_timestamp() end,
                               next_at = transaction_timestamp() + make_interval(secs => o.again)
                          from unnest(cast(:entry as uuid[]), cast(:person as uuid[]), cast(:subject as text[]),
                                      cast(:body as text[]), cast(:error as text[]), cast(:again as bigint[]))
                               as o (entry, person, subject, body, error, again)
                         where m.entry = o.entry and m.person = o.person and m.sent_at is null
                        """)
                .param("entry", column(outcomes, one -> one.letter().notice().entry()))
                .param("person", column(outcomes, one -> one.letter().notice().person()))
                .param(
                        "subject",
                        column(
                                outcomes,
                                one -> one.text() == null ? null : one.text().subject()))
                .param(
                        "body",
                        column(
                                outcomes,
                                one -> one.text() == null ? null : one.text().body()))
                .param("error", column(outcomes, Outcome::error))
                .param(
                        "again",
                        column(
                                outcomes,
                                one -> one.again() == null ? null : one.again().toSeconds()))
                .update();
    }

    private static @Nullable String[] column(List<Outcome> outcomes, Function<Outcome, @Nullable Object> part) {
        return outcomes.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
