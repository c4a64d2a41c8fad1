package org.phigiay.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// How answers get into a draft that two devices may have open: field by field, nothing written over that
/// the person
/// has not seen. Every call holds the lock of the draft.
final class Saving {

    private static final int MOST_CHARACTERS = 300_000;

    private final DraftStore store;
    private final Draft draft;
    private final long seen;
    private final Map<String, Long> changedIn;
    private final ObjectNode answers;
    private final List<String> changed = new ArrayList<>();
    private final List<String> clashes = new ArrayList<>();

    /// @param draft as it is now, locked
    /// @param seen version of the draft from which the page was drawn
    Saving(DraftStore store, Draft draft, long seen) {
        this.store = store;
        this.draft = draft;
        this.seen = seen;
        this.changedIn = draft.version() == seen ? Map.of() : store.changedIn(draft.owner(), draft.id());
        this.answers = draft.answers().deepCopy();
    }

    Saved save(FormPage page, JsonNode posted) {
        if (page.fields().stream().anyMatch(field -> listChanged(field.id()))) {
            page.fields().stream()
                    .filter(field -> Answers.has(posted, field.id()))
                    .forEach(field ->
                            store.putAside(draft, page.id(), field.id(), Answers.at(posted, field.id()), false));
            return new Saved(draft, List.of(), true);
        }
        for (Field field : page.fields()) {
            // A list changes item by item, a calculated value not at all, a file lies beside the answers.
            if (field.type() != FieldType.LIST && field.type() != FieldType.FILE && field.typed()) {
                take(page, field.id(), Answers.at(posted, field.id()));
            }
        }
        if (answers.toString().length() > MOST_CHARACTERS) {
            throw new Conflict("forms.draft.tooLong");
        }
        store.save(draft, page.id(), answers, changed);
        return saved();
    }

    /// Answers the question which answers stay.
    ///
    /// @param here fields of which the answer that waits is to stay; of all others the one in the draft stays
    Saved settle(FormPage page, Set<String> here) {
        for (Clash clash : clashes(store, draft, page)) {
            String field = clash.field();
            if (listChanged(field) || (here.contains(field) && lastChange(field) > seen)) {
                // Changed a third time while the person was choosing: asked again.
                clashes.add(field);
                continue;
            }
            store.settled(draft, field);
            if (here.contains(field)) {
                store.putAside(draft, page.id(), field, aside(clash.there()), false);
                put(field, clash.here());
            }
        }
        if (!changed.isEmpty()) {
            store.save(draft, page.id(), answers, changed);
        }
        return saved();
    }

    /// Takes an item out of a list; the item is kept aside.
    Saved removeItem(String list, int index) {
        String item = list + "." + index;
        JsonNode there = Answers.at(answers, item);
        if (there.isMissingNode() || listChanged(item) || lastChange(item) > seen) {
            return new Saved(draft, List.of(), true);
        }
        store.putAside(draft, null, item, there, false);
        Answers.remove(answers, item);
        changed.add(list);
        store.save(draft, draft.page(), answers, changed);
        return saved();
    }

    static List<Clash> clashes(DraftStore store, Draft draft, FormPage page) {
        Map<String, Instant> at = store.changedAt(draft.owner(), draft.id());
        return store.waiting(draft.owner(), draft.id(), page.id()).stream()
                .map(kept -> new Clash(
                        kept.field(),
                        kept.answer().isNull() ? MissingNode.getInstance() : kept.answer(),
                        kept.at(),
                        Answers.at(draft.answers(), kept.field()),
                        at.get(kept.field())))
                .toList();
    }

    private void take(FormPage page, String field, JsonNode now) {
        JsonNode before = Answers.at(answers, field);
        if (before.equals(now)) {
            return;
        }
        if (lastChange(field) > seen) {
            if (clashes.isEmpty()) {
                store.settledPage(draft, page.id());
            }
            store.putAside(draft, page.id(), field, aside(now), true);
            clashes.add(field);
        } else {
            put(field, now);
        }
    }

    private void put(String field, JsonNode answer) {
        changed.add(field);
        if (answer.isMissingNode()) {
            Answers.remove(answers, field);
        } else {
            Answers.set(answers, field, answer);
        }
    }

    /// The version in which the answer, or a part of it, last changed.
    private long lastChange(String path) {
        return changedIn.entrySet().stream()
                .filter(change ->
                        change.getKey().equals(path) || change.getKey().startsWith(path + "."))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /// Whether items came or went in a list above the path since the page was drawn.
    private boolean listChanged(String path) {
        return changedIn.entrySet().stream()
                .anyMatch(change -> change.getValue() > seen
                        && path.startsWith(change.getKey() + ".")
                        && Answers.at(answers, change.getKey()) instanceof ArrayNode);
    }

    private Saved saved() {
        PersonId owner = draft.owner();
        return new Saved(store.find(owner, draft.id()).orElseThrow(NotFound::new), clashes, false);
    }

    private static JsonNode aside(JsonNode answer) {
        return answer.isMissingNode() ? NullNode.getInstance() : answer;
    }
}
