package org.phigiay.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.AnsweredQuestions.Answered;
import org.phigiay.forms.DraftId;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the schema `dialogue`.
@Repository
class QuestionStore {

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One question of a person after the other, so that the limit holds; until the transaction ends.
    void lock(PersonId asker) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('dialogue ' || :asker, 0))")
                .param("asker", asker.toString())
                .query((row, n) -> n)
                .list();
    }

    int open(PersonId asker) {
        return jdbc.sql("select count(*) from dialogue.question where asker = :asker and answer is null")
                .param("asker", asker.value())
                .query(Integer.class)
                .single();
    }

    void insert(Question question) {
        Place place = question.place();
        jdbc.sql("""
                        insert into dialogue.question (id, code, asker, agency, procedure, form_id, form_version, page,
                               page_title, draft, text, due_at)
                        values (:id, :code, :asker, :agency, :procedure, :formId, :formVersion, :page,
                                :title, cast(:draft as uuid), :text, :dueAt)
                        """)
                .paramSource(Params.pairs("id", question.id(), "code", question.code(), "asker", question.asker())
                        .put("agency", question.agency())
                        .put("procedure", place.procedure())
                        .put(
                                "formId",
                                place.form() == null ? null : place.form().id())
                        .put(
                                "formVersion",
                                place.form() == null ? null : place.form().version())
                        .put("page", place.page())
                        .put("title", place.title())
                        .put("draft", place.draft())
                        .put("text", question.text())
                        .put("dueAt", question.dueAt()))
                .update();
    }

    Optional<Question> find(QuestionId id) {
        return jdbc.sql("select * from dialogue.question where id = :id")
                .param("id", id.value())
                .query(QuestionStore::question)
                .optional();
    }

    List<Question> of(PersonId asker, int most) {
        return jdbc.sql("select * from dialogue.question where asker = :asker order by id desc limit :most")
                .paramSource(Params.pairs("asker", asker, "most", most))
                .query(QuestionStore::question)
                .list();
    }

    List<Question> waiting(AgencyCode agency, int most) {
        return jdbc.sql("""
                        select * from dialogue.question where agency = :agency and answer is null
                         order by due_at, id limit :most
                        """)
                .paramSource(Params.pairs("agency", agency, "most", most))
                .query(QuestionStore::question)
                .list();
    }

    List<Question> proposed(int most) {
        return jdbc.sql("""
                        select * from dialogue.question where sharing = 'PROPOSED' order by answered_at, id limit :most
                        """).param("most", most).query(QuestionStore::question).list();
    }

    /// @return false when it was answered already
    boolean handOn(QuestionId id, PostCode post) {
        return jdbc.sql("update dialogue.question set post = :post where id = :id and answer is null")
                        .paramSource(Params.pairs("id", id, "post", post))
                        .update()
                == 1;
    }

    /// @param shared the question for everybody; null when it stays private
    /// @return false when it was answered already
    boolean answer(QuestionId id, String text, PersonId by, PostCode post, @Nullable String shared) {
        return jdbc.sql("""
                        update dialogue.question
                           set answer = :text, answered_at = transaction_timestamp(), answered_by = :by,
                               answered_as = :post, shared_text = cast(:shared as text),
                               sharing = case when cast(:shared as text) is null then 'PRIVATE' else 'PROPOSED' end
                         where id = :id and answer is null
                        """)
                        .paramSource(Params.pairs("id", id, "text", text, "by", by)
                                .put("post", post)
                                .put("shared", shared))
                        .update()
                == 1;
    }

    /// @return false when it was decided already
    boolean decide(QuestionId id, Sharing to, PersonId by) {
        return jdbc.sql("""
                        update dialogue.question
                           set sharing = :to, decided_by = :by, decided_at = transaction_timestamp()
                         where id = :id and sharing = 'PROPOSED'
                        """)
                        .paramSource(Params.pairs("id", id, "to", to, "by", by))
                        .update()
                == 1;
    }

    /// @param page null for everything about the procedure
    List<Answered> published(ProcedureCode procedure, @Nullable String page, int most) {
        return jdbc.sql("""
                        select shared_text, answer from dialogue.question
                         where sharing = 'PUBLISHED' and procedure = :procedure
                           and (cast(:page as text) is null or page = :page)
                         order by answered_at desc, id limit :most
                        """)
                .paramSource(Params.pairs("procedure", procedure, "page", page, "most", most))
                .query((row, n) -> new Answered(row.getString("shared_text"), row.getString("answer")))
                .list();
    }

    private static Question question(ResultSet row, int n) throws SQLException {
        String form = row.getString("form_id");
        UUID draft = row.getObject("draft", UUID.class);
        String post = row.getString("post");
        String answer = row.getString("answer");
        String shared = row.getString("shared_text");
        return new Question(
                new QuestionId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new PersonId(row.getObject("asker", UUID.class)),
                new AgencyCode(row.getString("agency")),
                post == null ? null : new PostCode(post),
                new Place(
                        new ProcedureCode(row.getString("procedure")),
                        form == null ? null : new FormRef(form, row.getInt("form_version")),
                        row.getString("page"),
                        row.getString("page_title"),
                        draft == null ? null : new DraftId(draft)),
                row.getString("text"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                answer == null
                        ? null
                        : new Question.Answer(
                                answer, instant(row, "answered_at"), new PostCode(row.getString("answered_as"))),
                Sharing.valueOf(row.getString("sharing")),
                shared == null || answer == null
                        ? null
                        : new Question.Shared(shared, answer, new PersonId(row.getObject("answered_by", UUID.class))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
