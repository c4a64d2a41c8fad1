package org.phigiay.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Page;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on notices.
@Component
class NoticeStore {
    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds those that are not there yet, in one statement.
    void add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notifications.notice
                               (person, entry, kind, dossier, agency, procedure, code, due, last_day, at)
                        select * from unnest(cast(:person as uuid[]), cast(:entry as uuid[]), cast(:kind as text[]),
                               cast(:dossier as uuid[]), cast(:agency as text[]), cast(:procedure as text[]),
                               cast(:code as text[]), cast(:due as timestamptz[]), cast(:lastDay as date[]),
                               cast(:at as timestamptz[]))
                        on conflict (person, entry) do nothing
                        """)
                .param("person", column(notices, Notice::person))
                .param("entry", column(notices, Notice::entry))
                .param("kind", column(notices, notice -> notice.kind().key()))
                .param("dossier", column(notices, Notice::dossier))
                .param("agency", column(notices, Notice::agency))
                .param("procedure", column(notices, Notice::procedure))
                .param("code", column(notices, Notice::code))
                .param("due", column(notices, Notice::due))
                .param("lastDay", column(notices, Notice::lastDay))
                .param("at", column(notices, Notice::at))
                .update();
    }

    /// One column of many rows, as PostgreSQL reads it.
    static @Nullable String[] column(List<Notice> notices, Function<Notice, @Nullable Object> part) {
        @Nullable String[] column = new @Nullable String[notices.size()];
        for (int i = 0; i < column.length; i++) {
            Object value = Params.plain(part.apply(notices.get(i)));
            column[i] = value == null ? null : value.toString();
        }
        return column;
    }

    /// Removes what nobody has read yet; a replay tells it again under the same names.
    void forget() {
        jdbc.sql("delete from notifications.notice where read_at is null").update();
    }

    int unread(PersonId person, int most) {
        return jdbc.sql("""
                        select count(*) from (select from notifications.notice
                          where person = :person and read_at is null limit :most) as few
                        """)
                .param("person", person.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Page<Notice> list(PersonId person, @Nullable UUID before, int size) {
        List<Notice> rows = jdbc.sql("""
                        select person, entry, kind, dossier, agency, procedure, code, due, last_day, at, read_at
                          from notifications.notice
                         where person = :person and (cast(:before as uuid) is null or entry < :before)
                         order by entry desc limit :rows
                        """)
                .paramSource(Params.pairs("person", person, "before", before, "rows", size + 1))
                .query(NoticeStore::notice)
                .list();
        return Page.of(rows, size, notice -> notice.entry().toString());
    }

    int markRead(PersonId person, UUID entry) {
        return jdbc.sql("""
                        update notifications.notice set read_at = transaction_timestamp()
                         where person = :person and entry = :entry and read_at is null
                        """)
                .param("person", person.value())
                .param("entry", entry)
                .update();
    }

    int markReadUpTo(PersonId person, UUID newest) {
        return jdbc.sql("""
                        update notifications.notice set read_at = transaction_timestamp()
                         where person = :person and entry <= :newest and read_at is null
                        """)
                .param("person", person.value())
                .param("newest", newest)
                .update();
    }

    boolean exists(PersonId person, UUID entry) {
        return jdbc.sql("""
                        select exists (select from notifications.notice where person = :person and entry = :entry)
                        """)
                .param("person", person.value())
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    static Notice notice(ResultSet row, int number) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("entry", UUID.class),
                NoticeKind.parse(row.getString("kind")),
                new DossierId(row.getObject("dossier", UUID.class)),
                new AgencyCode(row.getString("agency")),
                new ProcedureCode(row.getString("procedure")),
                row.getString("code"),
                due == null ? null : due.toInstant(),
                row.getObject("last_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
