package org.phigiay.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bản nháp: the unfinished filings of the person who acts. Nobody else's exist for them: a stranger's draft is
/// [NotFound]. A draft is not yet an act towards an agency, so it leaves no entry in the journal; filing it
/// does.
@Service
public class Drafts {

    private static final int MOST_OPEN = 50;
    private static final int MOST_OPEN_OF_GUEST = 5;
    private static final int MOST_FILES = 30;
    private static final int MOST_PARKED = 10_000;
    private static final int MOST_PARKED_CHARACTERS = 100_000;
    private static final Set<String> SECRETS = Set.of("_csrf", "Idempotency-Key", "password");

    private final DraftStore store;
    private final Forms forms;
    private final Transactions transactions;
    private final Access access;

    Drafts(DraftStore store, Forms forms, Transactions transactions, Access access) {
        this.store = store;
        this.forms = forms;
        this.transactions = transactions;
        this.access = access;
    }

    /// Begins a new draft.
    ///
    /// @param agency where it is to go, null when that is asked later
    /// @throws Conflict when the person has 50 open drafts, a guest 5
    public Draft start(Actor actor, ProcedureCode procedure, FormRef form, @Nullable AgencyCode agency) {
        return writing(actor, () -> begin(actor, procedure, form, agency));
    }

    /// The person's newest open draft for the procedure, or a new one.
    public Draft resume(Actor actor, ProcedureCode procedure, FormRef form, @Nullable AgencyCode agency) {
        return writing(
                actor,
                () -> store.open(actor.person(), procedure, 1).stream()
                        .findFirst()
                        .orElseGet(() -> begin(actor, procedure, form, agency)));
    }

    /// The person's draft, open or filed.
    ///
    /// @throws NotFound also for another person's
    public Draft find(Actor actor, DraftId id) {
        access.require(actor, Right.DRAFT_READ, Target.ownedBy(actor.person()));
        return transactions.read(
                actor, () -> store.find(actor.person(), id).orElseThrow(() -> new NotFound("forms.draft.gone")));
    }

    /// The person's open drafts, the one touched last first.
    public List<Draft> open(Actor actor) {
        access.require(actor, Right.DRAFT_READ, Target.ownedBy(actor.person()));
        return transactions.read(actor, () -> store.open(actor.person(), null, MOST_OPEN));
    }

    /// The person's open drafts for one procedure, the one touched last first.
    public List<Draft> open(Actor actor, ProcedureCode procedure) {
        access.require(actor, Right.DRAFT_READ, Target.ownedBy(actor.person()));
        return transactions.read(actor, () -> store.open(actor.person(), procedure, MOST_OPEN));
    }

    /// Saves the answers of one page. Only this page's fields change; a field left empty is removed.
    ///
    /// What another device changed since this page was drawn is not written over: the answer sent waits beside
    /// it, and the result says for which fields the person has to choose.
    ///
    /// @param seen version of the draft from which the page was drawn
    /// @throws NotFound when there is no such draft of this person, or it was filed already
    public Saved save(Actor actor, DraftId id, FormPage page, JsonNode posted, long seen) {
        return writing(actor, () -> new Saving(store, locked(actor, id), seen).save(page, posted));
    }

    /// The answers sent with a page that wait for a choice between two devices.
    public List<Clash> clashes(Actor actor, DraftId id, FormPage page) {
        access.require(actor, Right.DRAFT_READ, Target.ownedBy(actor.person()));
        return transactions.read(
                actor,
                () -> Saving.clashes(store, store.find(actor.person(), id).orElseThrow(NotFound::new), page));
    }

    /// Ends the choice between two devices: one answer of each pair stays, the other is kept among the
    /// earlier ones.
    ///
    /// @param here fields of which the answer that waits is to stay; of all others the one in the draft stays
    /// @param seen version of the draft from which the choice was drawn
    /// @return with the fields that were changed again meanwhile, for which the person has to choose again
    public Saved settle(Actor actor, DraftId id, FormPage page, Set<String> here, long seen) {
        return writing(actor, () -> new Saving(store, locked(actor, id), seen).settle(page, here));
    }

    /// Takes an item out of a list of answers; it is kept among the earlier answers.
    ///
    /// @param list dotted path of the list
    /// @param seen version of the draft from which the page was drawn
    /// @return [Saved#listChanged()] when the item is gone, or was changed on another device: then nothing
    ///     is removed
    public Saved removeItem(Actor actor, DraftId id, String list, int index, long seen) {
        return writing(actor, () -> new Saving(store, locked(actor, id), seen).removeItem(list, index));
    }

    /// Says where the draft is to go.
    public void choose(Actor actor, DraftId id, AgencyCode agency) {
        Integer _ = writing(actor, () -> found(store.setAgency(actor.person(), id, agency)));
    }

    /// Says for whom the draft is filled in; what was said before is replaced.
    public void represent(Actor actor, DraftId id, ObjectNode representation) {
        Integer _ = writing(actor, () -> found(store.setRepresentation(actor.person(), id, representation)));
    }

    /// Notes where answers came from, by the dotted path of the answer; a null takes the note away, and
    /// notes of other
    /// answers stay.
    public void originate(Actor actor, DraftId id, ObjectNode origins) {
        Integer _ = writing(actor, () -> found(store.addOrigins(actor.person(), id, origins)));
    }

    /// Puts a stored file of the person to a component.
    ///
    /// @throws Invalid when the draft holds 30 files already
    public Draft attach(Actor actor, DraftId id, String component, FileId file, String name) {
        return writing(actor, () -> {
            Draft draft = locked(actor, id);
            if (draft.files().size() >= MOST_FILES) {
                throw Invalid.of("files." + component, "forms.error.file.tooMany", MOST_FILES);
            }
            store.attach(actor.person(), id, new Attached(component, file, name));
            return store.find(actor.person(), id).orElseThrow(NotFound::new);
        });
    }

    /// Takes a file away again.
    public Draft detach(Actor actor, DraftId id, FileId file) {
        return writing(actor, () -> {
            Draft _ = locked(actor, id);
            store.detach(actor.person(), id, file);
            return store.find(actor.person(), id).orElseThrow(NotFound::new);
        });
    }

    /// Throws an open draft away.
    public void discard(Actor actor, DraftId id) {
        Integer _ = writing(actor, () -> found(store.discard(actor.person(), id)));
    }

    /// Notes that the draft has become a dossier: called inside the transaction that files it, so that one
    /// draft is filed
    /// once whatever is clicked twice.
    ///
    /// @throws Conflict when it was filed already; [#find] then says which dossier it became
    public void filed(Actor actor, DraftId id, UUID dossier) {
        Integer _ = writing(actor, () -> {
            if (store.filed(actor.person(), id, dossier) == 0) {
                Draft _ = store.find(actor.person(), id).orElseThrow(NotFound::new);
                throw new Conflict("forms.draft.filedAlready");
            }
            return 1;
        });
    }

    /// Keeps for two hours what was posted when the session had ended.
    ///
    /// @return the token with which it can be taken once, 128 random bits; empty when there is too much to keep
    public Optional<String> park(String path, Map<String, List<String>> posted) {
        var fields = new LinkedHashMap<>(posted);
        fields.keySet().removeAll(SECRETS);
        int length = fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
        if (length > MOST_PARKED_CHARACTERS) {
            return Optional.empty();
        }
        String token = Ids.secret(16);
        return transactions.write(Actor.ANYONE, () -> {
            store.park(sha256(token), new Parked(path, fields), MOST_PARKED);
            return Optional.of(token);
        });
    }

    /// Takes what was kept under the token; the second time there is nothing.
    public Optional<Parked> takeParked(String token) {
        return transactions.write(Actor.ANYONE, () -> store.takeParked(sha256(token)));
    }

    private Draft locked(Actor actor, DraftId id) {
        return store.lock(actor.person(), id).orElseThrow(() -> new NotFound("forms.draft.gone"));
    }

    /// Begins a new draft with answers the person gave before.
    ///
    /// @param origins where each came from, by dotted path
    /// @throws Conflict when the person has 50 open drafts
    public Draft copy(
            Actor actor,
            ProcedureCode procedure,
            FormRef form,
            @Nullable AgencyCode agency,
            ObjectNode answers,
            ObjectNode origins) {
        return writing(actor, () -> {
            Draft draft = begin(actor, procedure, form, agency);
            store.save(draft, null, answers, List.copyOf(answers.propertyNames()));
            store.addOrigins(actor.person(), draft.id(), origins);
            return store.find(actor.person(), draft.id()).orElseThrow(NotFound::new);
        });
    }

    private Draft begin(Actor actor, ProcedureCode procedure, FormRef form, @Nullable AgencyCode agency) {
        int most = actor.guest() ? MOST_OPEN_OF_GUEST : MOST_OPEN;
        if (store.open(actor.person(), null, most).size() >= most) {
            throw new Conflict("forms.draft.tooMany", most);
        }
        forms.keep(form);
        DraftId id = DraftId.next();
        store.insert(id, actor.person(), procedure, form, agency);
        return store.find(actor.person(), id).orElseThrow(NotFound::new);
    }

    private <T> T writing(Actor actor, java.util.function.Supplier<T> verb) {
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        return transactions.write(actor, verb);
    }

    private static int found(int rows) {
        if (rows == 0) {
            throw new NotFound();
        }
        return rows;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
