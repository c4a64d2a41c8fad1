package org.phigiay.search;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Words of the officers, and counts of questions.
@Component
public class SearchStore {

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnWord> words() {
        return jdbc.sql("select kind, phrase, meaning, removed, version from search.word order by kind, phrase")
                .query(SearchStore::word)
                .list();
    }

    Optional<OwnWord> word(VocabularyKind kind, String phrase) {
        return jdbc.sql("""
                        select kind, phrase, meaning, removed, version
                          from search.word where kind = :kind and phrase = :phrase
                        """)
                .param("kind", kind.name())
                .param("phrase", phrase)
                .query(SearchStore::word)
                .optional();
    }

    /// Puts a word in place of its version before; empty when somebody was faster.
    ///
    /// @param before 0 for a word that is not there yet
    /// @return under which the journal speaks of it
    Optional<UUID> put(VocabularyEntry entry, boolean removed, int before) {
        return jdbc.sql(before == 0 ? """
                                insert into search.word (kind, phrase, meaning, removed, version)
                                values (:kind, :phrase, :meaning, :removed, 1)
                                on conflict do nothing
                                returning subject
                                """ : """
                                update search.word
                                   set meaning = :meaning, removed = :removed, version = version + 1
                                 where kind = :kind and phrase = :phrase and version = :before
                                returning subject
                                """)
                .param("kind", entry.kind().name())
                .param("phrase", entry.phrase())
                .param("meaning", entry.meaning())
                .param("removed", removed)
                .param("before", before)
                .query(UUID.class)
                .optional();
    }

    void addAsked(LocalDate day, String question, int times, int fitting) {
        jdbc.sql("""
                        insert into search.asked as a (day, question, times, fitting)
                        values (:day, :question, :times, :fitting)
                        on conflict (day, question) do update
                           set times = a.times + excluded.times, fitting = a.fitting + excluded.fitting
                        """)
                .param("day", day)
                .param("question", question)
                .param("times", times)
                .param("fitting", fitting)
                .update();
    }

    void addChosen(LocalDate day, String question, String procedure, int times) {
        jdbc.sql("""
                        insert into search.chosen as c (day, question, procedure, times)
                        values (:day, :question, :procedure, :times)
                        on conflict (day, question, procedure) do update set times = c.times + excluded.times
                        """)
                .param("day", day)
                .param("question", question)
                .param("procedure", procedure)
                .param("times", times)
                .update();
    }

    /// Notes that a fingerprint was seen on a day.
    ///
    /// @return on how many days it has been seen
    int see(byte[] fingerprint, LocalDate day) {
        jdbc.sql("insert into search.seen (fingerprint, day) values (:fingerprint, :day) on conflict do nothing")
                .param("fingerprint", fingerprint)
                .param("day", day)
                .update();
        return jdbc.sql("select count(*) from search.seen where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Integer.class)
                .single();
    }

    void forgetBefore(LocalDate counts, LocalDate fingerprints) {
        jdbc.sql("delete from search.asked where day < :day")
                .param("day", counts)
                .update();
        jdbc.sql("delete from search.chosen where day < :day")
                .param("day", counts)
                .update();
        jdbc.sql("delete from search.seen where day < :day")
                .param("day", fingerprints)
                .update();
    }

    /// What was asked since a day, most often first.
    ///
    /// @param without only those for which nothing fitted
    public List<AskedCount> asked(LocalDate since, boolean without, int most) {
        return jdbc.sql("""
                        select question, sum(times) as times, sum(fitting) as fitting, max(day) as last
                          from search.asked
                         where day >= :since
                         group by question
                        having not :without or sum(fitting) = 0
                         order by sum(times) desc, question
                         limit :most
                        """)
                .param("since", since)
                .param("without", without)
                .param("most", most)
                .query((row, i) -> new AskedCount(
                        row.getString("question"),
                        row.getInt("times"),
                        row.getInt("fitting"),
                        row.getObject("last", Date.class).toLocalDate()))
                .list();
    }

    /// What was opened after a question since a day, most often first.
    public List<ChosenCount> chosen(LocalDate since, String question) {
        return jdbc.sql("""
                        select procedure, sum(times) as times
                          from search.chosen
                         where day >= :since and question = :question
                         group by procedure
                         order by sum(times) desc, procedure
                         limit 10
                        """)
                .param("since", since)
                .param("question", question)
                .query((row, i) -> new ChosenCount(row.getString("procedure"), row.getInt("times")))
                .list();
    }

    private static OwnWord word(ResultSet row, int i) throws SQLException {
        return new OwnWord(
                new VocabularyEntry(
                        VocabularyKind.valueOf(row.getString("kind")),
                        row.getString("phrase"),
                        row.getString("meaning")),
                row.getBoolean("removed"),
                row.getInt("version"));
    }
}
