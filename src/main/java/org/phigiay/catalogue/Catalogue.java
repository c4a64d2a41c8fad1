package org.phigiay.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.CatalogueStore.Edition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.organisation.Agency;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Remembered;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Danh mục thủ tục hành chính: what can be asked of the state, in every version there was. All reading is from memory.
@Service
public class Catalogue {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(2);
    private static final int TOGETHER = 200;
    /// About 12 kB each.
    private static final int KEPT_WHOLE = 5_000;

    private final CatalogueStore store;
    private final CatalogueWriteStore writes;
    private final Performers performers;
    private final Forms forms;
    private final Transactions transactions;
    private final Access access;
    private final Journal journal;
    private final Clock clock = Clock.system(ZONE);
    private final Remembered<Snapshot> snapshot;

    /// What is known at one revision of the catalogue: of everything in force the head, and whole what somebody looked
    /// at.
    private record Snapshot(
            LocalDate day,
            Map<ProcedureCode, ProcedureHead> heads,
            Map<ProcedureCode, List<AgencySetting>> settings,
            Map<ProcedureCode, List<Edition>> whole) {}

    Catalogue(
            CatalogueStore store,
            CatalogueWriteStore writes,
            Performers performers,
            Forms forms,
            Transactions transactions,
            Access access,
            Journal journal) {
        this.store = store;
        this.writes = writes;
        this.performers = performers;
        this.forms = forms;
        this.transactions = transactions;
        this.access = access;
        this.journal = journal;
        // A new day may bring another version into force, so it counts as a change.
        this.snapshot = new Remembered<>(LOOK_FOR_CHANGES, this::revision, this::load);
    }

    /// The procedure as it applies today.
    public Optional<Procedure> find(ProcedureCode code) {
        Snapshot now = snapshot.get();
        List<Edition> all = editions(now, code);
        return on(all, now.day).map(edition -> procedure(now, all, edition));
    }

    /// The procedure as it applied at that moment.
    public Optional<Procedure> at(ProcedureCode code, Instant moment) {
        Snapshot now = snapshot.get();
        List<Edition> all = editions(now, code);
        return on(all, moment.atZone(ZONE).toLocalDate()).map(edition -> procedure(now, all, edition));
    }

    /// One edition of a procedure, in force or not.
    public Optional<Procedure> version(ProcedureCode code, int edition) {
        return versions(code).stream()
                .filter(procedure -> procedure.version() == edition)
                .findFirst();
    }

    /// Every edition of a procedure, the oldest first; empty when there is no such procedure.
    public List<Procedure> versions(ProcedureCode code) {
        Snapshot now = snapshot.get();
        List<Edition> all = editions(now, code);
        return all.stream().map(edition -> procedure(now, all, edition)).toList();
    }

    /// When each edition of a procedure was published, by its number.
    public Map<Integer, Instant> published(ProcedureCode code) {
        return store.published(code);
    }

    /// Why versions of our guidance were published although they were below the limits of plain language, by version;
    /// those that needed no reason are left out.
    public Map<Integer, String> reasons(ProcedureCode code) {
        return store.reasons(code);
    }

    /// How our guidance stands to the national text, for everything in force today, by code.
    public List<GuidanceStanding> standings() {
        return store.standings(today());
    }

    /// Everything in force today, by code; from memory.
    public List<ProcedureHead> heads() {
        return List.copyOf(snapshot.get().heads.values());
    }

    /// The head of a procedure in force today; from memory.
    public Optional<ProcedureHead> head(ProcedureCode code) {
        return Optional.ofNullable(snapshot.get().heads.get(code));
    }

    /// Hands over everything in force today, whole, by code: for whoever indexes it. What passes by is kept for the
    /// pages, so that they seldom ask the database.
    public void texts(Consumer<Procedure> reader) {
        Snapshot now = snapshot.get();
        List<ProcedureCode> codes = List.copyOf(now.heads.keySet());
        for (int from = 0; from < codes.size(); from += TOGETHER) {
            List<ProcedureCode> some = codes.subList(from, Math.min(codes.size(), from + TOGETHER));
            store.editions(some).forEach((code, editions) -> {
                if (now.whole.size() < KEPT_WHOLE) {
                    now.whole.put(code, editions);
                }
                on(editions, now.day).ifPresent(edition -> reader.accept(procedure(now, editions, edition)));
            });
        }
    }

    /// The newest national text of each of these procedures, in force or to come; those that are not there are left
    /// out.
    public Map<ProcedureCode, ProcedureVersion> newest(Collection<ProcedureCode> codes) {
        var newest = new LinkedHashMap<ProcedureCode, ProcedureVersion>();
        store.editions(codes)
                .forEach((code, editions) -> newest.put(
                        code,
                        editions.stream()
                                .map(Edition::national)
                                .max(Comparator.comparingInt(ProcedureVersion::version))
                                .orElseThrow()));
        return newest;
    }

    /// Makes the next reader look at what is committed now: for whoever has heard of a change made on another node.
    public void lookAgain() {
        snapshot.forget();
    }

    /// A number that changes with every change of the catalogue or of the agencies, and with the day.
    public long revision() {
        return (store.revision() * 100_000 + performers.revision()) * 100_000 + today().toEpochDay();
    }

    /// Publishes a version of the national text; the one in force before it ends the day before. A version that is
    /// there
    /// already stays.
    ///
    /// @return whether it was new
    public boolean publish(Actor actor, ProcedureVersion version) {
        return publish(actor, List.of(version)) == 1;
    }

    /// Publishes versions of several procedures at once, all or none.
    ///
    /// @return how many were new
    public int publish(Actor actor, List<ProcedureVersion> versions) {
        require(actor);
        int added = transactions.write(actor, () -> {
            int fresh = 0;
            for (int from = 0; from < versions.size(); from += TOGETHER) {
                fresh += insert(actor, versions.subList(from, Math.min(versions.size(), from + TOGETHER)));
            }
            return fresh;
        });
        changed();
        return added;
    }

    /// Publishes a version of our guidance.
    ///
    /// @throws NotFound when its form does not exist
    /// @throws Conflict when somebody has published another guidance since the one this one was made from
    /// @throws IllegalArgumentException when its form asks for a paper that is not among its components
    public void guide(Actor actor, Guidance guidance) {
        guide(actor, guidance, null);
    }

    /// Publishes a version of our guidance that needed a reason.
    ///
    /// @param reason why it is published all the same, for everybody to read; null when none was needed
    /// @throws NotFound when its form does not exist
    /// @throws Conflict when somebody has published another guidance since the one this one was made from
    /// @throws IllegalArgumentException when its form asks for a paper that is not among its components
    public void guide(Actor actor, Guidance guidance, @Nullable String reason) {
        require(actor);
        checkPapers(guidance);
        boolean _ = transactions.write(actor, () -> {
            if (store.lastGuidance(guidance.code()) != guidance.version() - 1) {
                throw new Conflict("catalogue.guided-meanwhile", guidance.code().value());
            }
            return insert(actor, guidance, reason);
        });
        changed();
    }

    /// Publishes a procedure that comes with the program, text and guidance together, unless it is there.
    boolean ship(Actor actor, ProcedureVersion version, Guidance guidance) {
        require(actor);
        checkPapers(guidance);
        boolean added = transactions.write(actor, () -> {
            boolean fresh = insert(actor, guidance, null);
            return insert(actor, List.of(version)) > 0 || fresh;
        });
        changed();
        return added;
    }

    /// Says that an agency performs a procedure.
    ///
    /// @return whether it was new
    public boolean configure(Actor actor, AgencySetting setting) {
        require(actor);
        boolean added = transactions.write(actor, () -> {
            var id = writes.insert(setting);
            id.ifPresent(subject -> {
                writes.raiseRevision();
                journal.append(Draft.of("catalogue.configured", subject, setting.agency(), actor)
                        .with("procedure", setting.procedure().value()));
            });
            return id.isPresent();
        });
        changed();
        return added;
    }

    private int insert(Actor actor, List<ProcedureVersion> versions) {
        Map<ProcedureCode, UUID> added = writes.insert(versions);
        List<ProcedureCode> codes = List.copyOf(added.keySet());
        if (codes.isEmpty()) {
            return 0;
        }
        writes.fitDates(codes);
        writes.insertEditions(codes, legalDay());
        writes.raiseRevision();
        for (ProcedureVersion version : versions) {
            UUID subject = added.get(version.code());
            if (subject != null) {
                journal.append(Draft.of("catalogue.published", subject, null, actor)
                        .with("procedure", version.code().value())
                        .with("version", version.version())
                        .because(null, version.announcement().number()));
            }
        }
        return added.size();
    }

    private boolean insert(Actor actor, Guidance guidance, @Nullable String reason) {
        Optional<UUID> id = writes.insert(guidance, reason);
        id.ifPresent(subject -> {
            writes.insertEditions(List.of(guidance.code()), legalDay());
            writes.raiseRevision();
            journal.append(Draft.of("catalogue.guided", subject, null, actor)
                    .with("procedure", guidance.code().value())
                    .with("version", guidance.version())
                    .because(reason, null));
        });
        return id.isPresent();
    }

    /// Readers see a change once it is committed: at once on this node.
    private void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    snapshot.forget();
                }
            });
        } else {
            snapshot.forget();
        }
    }

    private void require(Actor actor) {
        if (actor.via() != Actor.Via.SYSTEM) {
            access.require(actor, Right.CATALOGUE_PUBLISH, Target.general());
        }
    }

    private void checkPapers(Guidance guidance) {
        FormRef form = guidance.form();
        if (form == null) {
            return;
        }
        forms.definition(form).fields().forEach(field -> {
            String component = field.component();
            boolean there = component == null
                    || guidance.components().stream()
                            .anyMatch(each -> each.code().equals(component));
            if (!there) {
                throw new IllegalArgumentException(guidance.code() + ": no component " + component);
            }
        });
    }

    private Snapshot load() {
        LocalDate day = today();
        // Whoever has configured a procedure, even to end it, has decided; for the others the level decides.
        Map<ProcedureCode, List<AgencySetting>> settings = new HashMap<>();
        for (AgencySetting setting : store.settings()) {
            List<AgencySetting> those = settings.computeIfAbsent(setting.procedure(), _ -> new ArrayList<>());
            if (applies(setting.from(), setting.to(), day)) {
                those.add(setting);
            }
        }
        List<Agency> able = performers.able();
        var heads = new LinkedHashMap<ProcedureCode, ProcedureHead>();
        store.heads(day).forEach(head -> {
            List<AgencySetting> those =
                    settings.computeIfAbsent(head.code(), code -> performers.of(code, head.levels(), able, day));
            heads.put(
                    head.code(),
                    head.at(those.stream().map(AgencySetting::agency).toList()));
        });
        return new Snapshot(day, Collections.unmodifiableMap(heads), settings, new ConcurrentHashMap<>());
    }

    private List<Edition> editions(Snapshot now, ProcedureCode code) {
        List<Edition> known = now.whole.get(code);
        if (known != null) {
            return known;
        }
        if (!ProcedureVersion.CODE.matcher(code.value()).matches()) {
            // What is no code is no question for the database.
            return List.of();
        }
        List<Edition> read = store.editions(List.of(code)).getOrDefault(code, List.of());
        if (!read.isEmpty()) {
            if (now.whole.size() >= KEPT_WHOLE) {
                // Whatever comes first: somebody who walks through everything must not push out all that others read.
                now.whole.keySet().stream().limit(KEPT_WHOLE / 10).toList().forEach(now.whole::remove);
            }
            now.whole.put(code, read);
        }
        return read;
    }

    private static Procedure procedure(Snapshot now, List<Edition> all, Edition edition) {
        ProcedureVersion text = edition.national();
        List<AgencySetting> settings = now.settings.getOrDefault(text.code(), List.of());
        boolean generally = text.by(ChannelKind.ONLINE) && !settings.isEmpty();
        return new Procedure(
                edition.edition(),
                text,
                edition.guidance(),
                edition.to(),
                settings,
                generally
                        ? GeneralForm.ref(
                                text, all.stream().map(Edition::national).toList())
                        : null);
    }

    /// Of the national text in force on that day, the newest edition that was there.
    private static Optional<Edition> on(List<Edition> editions, LocalDate day) {
        return editions.stream()
                .filter(edition -> applies(edition.national().from(), edition.to(), day))
                .filter(edition -> !edition.from().isAfter(day))
                .max(Comparator.comparing(
                                (Edition edition) -> edition.national().from())
                        .thenComparingInt(Edition::edition));
    }

    private static boolean applies(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    private LocalDate legalDay() {
        return journal.now().atZone(ZONE).toLocalDate();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
