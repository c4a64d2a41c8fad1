package org.phigiay.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Biểu mẫu: what a form asks, whether answers to it are right, and how they read.
///
/// Definitions are kept in memory; a published version never changes, so nothing there grows old.
@Service
public class Forms {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(ProcedureCode.class, AsText.class)
            .build();

    private static final int KEPT = 500;

    private final FormStore store;
    private final ObjectProvider<FormSource> sources;
    private final Transactions transactions;
    private final Access access;
    private final Journal journal;
    private final Addresses addresses;
    private final Clock clock = Clock.system(ZONE);
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<FormRef, Known> known = new ConcurrentHashMap<>();

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // only its signature counts
        AsText(String value) {}
    }

    private record Known(FormDefinition form, ObjectNode vietnamese, ObjectNode english, Schema schema) {}

    Forms(
            FormStore store,
            ObjectProvider<FormSource> sources,
            Transactions transactions,
            Access access,
            Journal journal,
            Addresses addresses) {
        this.store = store;
        this.sources = sources;
        this.transactions = transactions;
        this.access = access;
        this.journal = journal;
        this.addresses = addresses;
    }

    /// For pages that ask for an address.
    public Addresses addresses() {
        return addresses;
    }

    /// One version of a form.
    ///
    /// @throws NotFound when there is no such version
    public FormDefinition definition(FormRef ref) {
        return known(ref).form();
    }

    /// The JSON Schema (draft 2020-12) of the answers; `examples[0]` may be filed on any day.
    ///
    /// @param language of titles and descriptions, `vi` or `en`
    public JsonNode schema(FormRef ref, String language) {
        Known known = known(ref);
        return language.startsWith("en") ? known.english() : known.vietnamese();
    }

    /// Everything wrong with the answers, in the order of the questions; empty when they may be filed.
    /// Fields nobody asked for are refused.
    ///
    /// @param language of the field names inside the messages
    public List<FieldError> check(FormDefinition form, JsonNode answers, String language) {
        JsonNode all = calculated(form, answers);
        List<FieldError> errors = AnswerCheck.of(form, schemaOf(form), all, LocalDate.now(clock), language);
        return answers.isObject() ? addresses.refined(form, all, errors, language) : errors;
    }

    /// What is wrong with the answers of one page, given the answers so far.
    public List<FieldError> checkPage(FormDefinition form, FormPage page, JsonNode answers, String language) {
        var onPage = new ArrayList<FieldError>();
        for (FieldError error : check(form, answers, language)) {
            if (page.has(error.field())) {
                onPage.add(error);
            } else {
                AnswerCheck.rulesAbout(form, answers, error, page).ifPresent(onPage::add);
            }
        }
        return onPage;
    }

    /// Which files are missing or belong to no question.
    ///
    /// @param components the components for which at least one file is there
    /// @return errors on `files.<component>`
    public List<FieldError> checkFiles(
            FormDefinition form, JsonNode answers, Collection<String> components, String language) {
        return FileCheck.of(form, calculated(form, answers), components, language);
    }

    /// What of earlier answers can stand in this form as it is: asked, right, and not a declaration, which is made anew
    /// each time.
    public ObjectNode reusable(FormDefinition form, JsonNode earlier) {
        ObjectNode kept = relevant(form, earlier);
        form.fields(kept)
                .filter(field -> field.type() == FieldType.DECLARATION || !field.typed())
                .toList()
                .forEach(field -> Answers.remove(kept, field.id()));
        for (FieldError error : check(form, kept, "vi")) {
            if (Answers.has(kept, error.field())) {
                Answers.remove(kept, error.field());
            }
        }
        return relevant(form, kept);
    }

    /// The answers with every calculated value as it is today. A value given for one does not count: it is read-only.
    public JsonNode calculated(FormDefinition form, JsonNode answers) {
        return form.calculated(answers, LocalDate.now(clock));
    }

    /// The answers without those that the other answers make superfluous: somebody went back and chose otherwise.
    public ObjectNode relevant(FormDefinition form, JsonNode answers) {
        return RelevantAnswers.of(form, calculated(form, answers));
    }

    /// Turns the posted fields of one page into answers: NFC, trimmed, numbers without dots and spaces. What cannot be
    /// understood is kept as it was typed, so that the page can show it again beside its error.
    public ObjectNode read(FormPage page, MultiValueMap<String, String> posted) {
        ObjectNode answers = PostedAnswers.read(page, posted);
        if (addresses.byCommune()) {
            for (Field field : page.fields()) {
                if (field.type() == FieldType.ADDRESS) {
                    JsonNode answer = addresses.read(field, posted);
                    if (answer != null) {
                        Answers.set(answers, field.id(), answer);
                    }
                }
            }
        }
        return answers;
    }

    /// The answers with every address written out as it is printed and every value calculated: what is kept when they
    /// are filed.
    public JsonNode written(FormDefinition form, JsonNode answers) {
        JsonNode all = calculated(form, answers);
        if (form.fields(all)
                .noneMatch(field -> field.type() == FieldType.ADDRESS
                        && Answers.at(all, field.id()).isObject())) {
            return all;
        }
        ObjectNode written = all.deepCopy().asObject();
        form.fields(all)
                .filter(field -> field.type() == FieldType.ADDRESS && Answers.has(written, field.id()))
                .forEach(field -> Answers.set(written, field.id(), addresses.written(Answers.at(written, field.id()))));
        return written;
    }

    /// The answers as people read them, by section, for checking before filing and for officers.
    public List<AnswerLine> lines(FormDefinition form, JsonNode answers, String language) {
        return AnswerLine.of(form, answers, language);
    }

    /// What the result document prints: the lines of the [ResultSheet] that have an answer, in Vietnamese.
    public List<ResultLine> result(FormDefinition form, JsonNode answers) {
        return ResultLine.of(form, answers);
    }

    /// Adds a version of a form; a version that is there already stays as it is.
    ///
    /// @param body the definition in JSON
    /// @throws IllegalArgumentException when the definition contradicts itself or its example is not valid
    public FormDefinition publish(Actor actor, String body) {
        List<Problem> problems = problems(body);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The form contradicts itself: " + problems);
        }
        if (actor.via() != Actor.Via.SYSTEM) {
            access.require(actor, Right.CATALOGUE_PUBLISH, Target.general());
        }
        Known read = read(body);
        List<FieldError> errors = check(read, read.form().example());
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("The example of " + read.form().ref() + " is not valid: " + errors);
        }
        FormRef ref = read.form().ref();
        boolean _ = transactions.write(actor, () -> {
            boolean added = store.insert(ref, read.form().procedure(), body);
            if (added) {
                journal.append(org.phigiay.journal.Draft.of("forms.published", subject(ref), null, actor)
                        .with("form", ref.id())
                        .with("version", ref.version()));
            }
            return added;
        });
        return definition(read.form().ref());
    }

    /// The definition of a version as its author wrote it, in JSON.
    ///
    /// @throws NotFound when there is no such version
    public String body(FormRef ref) {
        return store.definition(ref).or(() -> made(ref)).orElseThrow(NotFound::new);
    }

    /// Everything wrong with a definition, each with its place; empty when it may be published. That its example can be
    /// filed is looked at when nothing else is wrong.
    ///
    /// @param body the definition in JSON
    public List<Problem> problems(String body) {
        FormDefinition form;
        try {
            form = parse(body);
        } catch (DatabindException e) {
            return List.of(FormProblems.unreadable(e));
        } catch (JacksonException | IllegalArgumentException _) {
            return List.of(Problem.of("", "forms.problem.unreadable"));
        }
        List<Problem> problems = FormProblems.of(form);
        if (!problems.isEmpty()) {
            return problems;
        }
        return check(read(body), form.example()).stream()
                .map(error -> Problem.of("example/" + error.field(), "forms.problem.example", error.field()))
                .toList();
    }

    /// A definition from its JSON, right or wrong, without publishing it: for looking at it.
    ///
    /// @throws JacksonException when it is no definition at all
    public static FormDefinition parse(String body) {
        return JSON.readValue(body, FormDefinition.class);
    }

    private List<FieldError> check(Known known, JsonNode answers) {
        JsonNode all = known.form().calculated(answers, LocalDate.now(clock));
        return AnswerCheck.of(known.form(), known.schema(), all, LocalDate.now(clock), "vi");
    }

    private Schema schemaOf(FormDefinition form) {
        Known of = known.get(form.ref());
        // A definition that was never published (a preview, a test) gets its schema on the spot.
        return of != null && of.form().equals(form) ? of.schema() : schemas.getSchema(AnswersSchema.of(form, "vi"));
    }

    /// A definition has no id of its own: its name and version make one, the same in every installation.
    private static UUID subject(FormRef ref) {
        return UUID.nameUUIDFromBytes(("forms.definition " + ref).getBytes(StandardCharsets.UTF_8));
    }

    /// Stores a form that nobody has written, before anything refers to it; others are stored already. Belongs into the
    /// transaction of the verb that begins to use it.
    public void keep(FormRef ref) {
        made(ref).ifPresent(body -> {
            if (store.insert(ref, read(body).form().procedure(), body)) {
                journal.append(org.phigiay.journal.Draft.of("forms.published", subject(ref), null, Actor.SYSTEM)
                        .with("form", ref.id())
                        .with("version", ref.version()));
            }
        });
    }

    private Optional<String> made(FormRef ref) {
        return sources.orderedStream()
                .map(source -> source.body(ref))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Known known(FormRef ref) {
        Known found = known.get(ref);
        if (found == null) {
            found = read(store.definition(ref).or(() -> made(ref)).orElseThrow(NotFound::new));
            if (known.size() >= KEPT) {
                // Whatever comes first: somebody who walks through everything must not fill the memory.
                known.keySet().stream().limit(KEPT / 10).toList().forEach(known::remove);
            }
            known.put(ref, found);
        }
        return found;
    }

    private Known read(String body) {
        FormDefinition form = parse(body);
        ObjectNode vietnamese = AnswersSchema.of(form, "vi");
        return new Known(form, vietnamese, AnswersSchema.of(form, "en"), schemas.getSchema(vietnamese));
    }
}
