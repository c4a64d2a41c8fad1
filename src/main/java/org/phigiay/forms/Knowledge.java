package org.phigiay.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Điều đã biết: what need not be asked, because the account, an earlier answer or an earlier result says it. The
/// person
/// confirms each, or says that it is wrong.
public final class Knowledge {

    /// Nothing is known.
    public static final Knowledge NONE =
            new Knowledge(Map.of(), _ -> Optional.empty(), JsonNodeFactory.instance.objectNode());

    private static final String WRONG = "wrong";

    private final Map<AccountFact, String> account;
    private final Set<AccountFact> told;
    private final Function<String, Optional<EarlierResults.Earlier>> results;
    private final JsonNode origins;

    /// @param account see [AccountFact#of]
    /// @param results the newest result of a kind; asked only when a field needs it
    /// @param origins of the draft: what was taken over or said to be wrong, by dotted path
    public Knowledge(
            Map<AccountFact, String> account,
            Function<String, Optional<EarlierResults.Earlier>> results,
            JsonNode origins) {
        this(account, Set.of(), results, origins);
    }

    /// @param told the facts that were told of somebody else, for whom this is filed, and that no account has proven
    public Knowledge(
            Map<AccountFact, String> account,
            Set<AccountFact> told,
            Function<String, Optional<EarlierResults.Earlier>> results,
            JsonNode origins) {
        this.account = Map.copyOf(account);
        this.told = Set.copyOf(told);
        this.results = results;
        this.origins = origins;
    }

    /// What the account alone knows.
    public static Knowledge of(Map<AccountFact, String> account) {
        return new Knowledge(account, _ -> Optional.empty(), JsonNodeFactory.instance.objectNode());
    }

    /// What is known for a field; nothing once the person said that it is wrong.
    public Optional<Known> of(Field field, JsonNode answers) {
        Prefill prefill = field.prefill();
        if (prefill == null || wrong(field.id()) || !Condition.allHold(prefill.when(), answers)) {
            return Optional.empty();
        }
        AccountFact fact = prefill.account();
        if (fact != null) {
            Known.Source source = told.contains(fact) ? Known.Source.ANSWER : Known.Source.ACCOUNT;
            return known(account.get(fact), source, "");
        }
        Prefill.FromResult from = prefill.result();
        if (from != null) {
            return results.apply(from.kind())
                    .flatMap(earlier -> known(earlier.lines().get(from.line()), Known.Source.RESULT, earlier.title()));
        }
        String answer = prefill.answer();
        if (answer != null) {
            JsonNode earlier = Answers.at(answers, answer);
            return earlier.isMissingNode() || earlier.isNull()
                    ? Optional.empty()
                    : Optional.of(new Known(earlier, Known.Source.ANSWER, ""));
        }
        return known(prefill.value(), Known.Source.USUAL, "");
    }

    private static Optional<Known> known(@Nullable String value, Known.Source source, String ref) {
        return value == null || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(JsonNodeFactory.instance.stringNode(value), source, ref));
    }

    /// Whether the person said that what is known for a field is wrong.
    public boolean wrong(String field) {
        return origins.path(field).path(WRONG).asBoolean(false);
    }

    /// Where the answer to a field came from, if it was taken over.
    public Optional<Known> taken(Field field, JsonNode answers) {
        JsonNode origin = origins.path(field.id());
        if (!origin.isObject() || wrong(field.id())) {
            return Optional.empty();
        }
        for (Known.Source source : Known.Source.values()) {
            if (source.jsonName().equals(origin.path("source").asString(""))) {
                return Optional.of(new Known(
                        Answers.at(answers, field.id()),
                        source,
                        origin.path("ref").asString("")));
            }
        }
        return Optional.empty();
    }

    /// What is to be noted about the answers of a page as it was sent: taken over as it was known, or not any more.
    ///
    /// @param before the answers before the page was sent, on which it was drawn
    public ObjectNode origins(FormPage page, JsonNode before, JsonNode answers) {
        ObjectNode noted = JsonNodeFactory.instance.objectNode();
        for (Field field : page.fields()) {
            JsonNode now = Answers.at(answers, field.id());
            Optional<Known> known = of(field, before).filter(one -> one.source() != Known.Source.USUAL);
            boolean same = known.isPresent() && same(now, known.get().value());
            if (same && !origins.has(field.id())) {
                noted.set(field.id(), note(known.get(), false));
            } else if (!same && origins.has(field.id()) && !wrong(field.id()) && changed(field, before, now)) {
                noted.putNull(field.id());
            }
        }
        return noted;
    }

    private static boolean changed(Field field, JsonNode before, JsonNode now) {
        return !Answers.at(before, field.id()).equals(now);
    }

    private static boolean same(JsonNode now, JsonNode known) {
        if (now.equals(known)) {
            return true;
        }
        // An address of one line becomes one with its commune.
        return known.isString()
                && !now.isMissingNode()
                && known.asString()
                        .equals(now.isObject() ? now.path(Addresses.TEXT).asString("") : now.asString(""));
    }

    /// That what was known for these fields is wrong, to be noted with the draft.
    public ObjectNode denied(Field field, JsonNode answers) {
        ObjectNode noted = JsonNodeFactory.instance.objectNode();
        of(field, answers).or(() -> taken(field, answers)).ifPresent(known -> noted.set(field.id(), note(known, true)));
        return noted;
    }

    private static ObjectNode note(Known known, boolean wrong) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("source", known.source().jsonName());
        if (!known.ref().isEmpty()) {
            note.put("ref", known.ref());
        }
        note.put("at", java.time.Instant.now().toString());
        if (wrong) {
            note.put(WRONG, true);
            note.set("value", known.value());
        }
        return note;
    }
}
