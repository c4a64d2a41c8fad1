package org.phigiay.areas;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.Match.Successor;
import org.phigiay.areas.UnitList.Kind;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Remembered;
import org.phigiay.shared.Transactions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Địa danh: the provinces and communes of today and what older ones have become. Answered from memory, without SQL.
/// Before the first list is imported there is nothing, and [#known] says so.
@Service
public class Areas {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(2);
    private static final int MOST_SUGGESTED = 12;

    private final AreaStore store;
    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock = Clock.system(ZONE);
    private final Remembered<AreaTable> table;

    Areas(AreaStore store, Transactions transactions, Journal journal) {
        this.store = store;
        this.transactions = transactions;
        this.journal = journal;
        // A list may speak of a day to come, so the day is part of what makes the table old.
        this.table =
                new Remembered<>(LOOK_FOR_CHANGES, () -> store.newest() * 1_000_000 + today().toEpochDay(), this::load);
    }

    /// Reads the lists once the program serves, so that nobody waits for them.
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("read-areas").start(table::get);
    }

    /// Whether a list of units is in force.
    public boolean known() {
        return table.get().asOf() != null;
    }

    /// The day of which the list in force speaks; null when none is.
    public @Nullable LocalDate asOf() {
        return table.get().asOf();
    }

    /// The provinces of today, in the order of the list.
    public List<Area> provinces() {
        return table.get().provinces();
    }

    /// The communes of a province of today, in the order of the list; none when there is no such province.
    public List<Area> communes(String province) {
        return List.copyOf(table.get().communes(province));
    }

    /// A province or commune of today by its code.
    public Optional<Area> find(String code) {
        return table.get().find(code);
    }

    /// Units of today and of earlier by a name, with or without kind and marks; a province may follow.
    ///
    /// @return the likeliest first
    public List<Match> search(String text, int most) {
        return new NameSearch(table.get()).find(text, most);
    }

    /// What an old unit has become: one, or several when it was divided. Empty when no list knows it.
    ///
    /// @param old its code, or its name with its province
    public List<Successor> successors(String old) {
        AreaTable now = table.get();
        return now.old(old.strip())
                .map(unit -> now.successors(unit.code()))
                .orElseGet(() -> search(old, 50).stream()
                        .filter(match -> match.era() == Match.Era.OLD && match.exact())
                        .flatMap(match -> match.now().stream())
                        .distinct()
                        .toList());
    }

    /// The provinces that are no more, each with the one of today, by name.
    public List<Match> formerProvinces() {
        AreaTable now = table.get();
        return now.names().stream()
                .map(AreaTable.Named::match)
                .filter(match -> match.era() == Match.Era.OLD && match.code().length() == 2)
                .filter(match -> match.now().size() == 1)
                .filter(match -> now.find(match.code())
                        .filter(area -> AreaName.of(area.name())
                                .own()
                                .equals(AreaName.of(match.name()).own()))
                        .isEmpty())
                .sorted(java.util.Comparator.comparing(
                        match -> AreaName.of(match.name()).folded()))
                .toList();
    }

    /// The old units of which a commune of today was made, wholly or in part, by code.
    public List<Match> madeOf(String commune) {
        return table.get().names().stream()
                .map(AreaTable.Named::match)
                .filter(match -> match.era() == Match.Era.OLD)
                .filter(match -> match.now().stream()
                        .map(Successor::area)
                        .anyMatch(area -> area != null && area.code().equals(commune)))
                .toList();
    }

    /// Which communes of today a person may mean by a name.
    ///
    /// @param province the code of a province of today, or empty when it was not chosen
    public PlaceMeant meant(String name, String province) {
        String where = find(province).filter(Area::isProvince).map(Area::name).orElse("");
        List<Match> found = search(where.isEmpty() ? name : name + ", " + where, 60);
        List<Match> exact = found.stream().filter(Match::exact).toList();
        Map<String, PlaceMeant.Choice> choices = new LinkedHashMap<>();
        for (Match match : exact.isEmpty() ? found : exact) {
            for (Successor now : match.now()) {
                Area area = now.area();
                if (area != null && !area.isProvince() && (where.isEmpty() || area.isIn(province))) {
                    PlaceMeant.Choice choice =
                            new PlaceMeant.Choice(area, match.era() == Match.Era.NOW ? null : match.name(), now.part());
                    choices.merge(area.code(), choice, (one, other) -> one.formerName() == null ? one : other);
                }
            }
        }
        List<PlaceMeant.Choice> all = List.copyOf(choices.values());
        if (all.isEmpty()) {
            return new PlaceMeant.Unknown();
        }
        boolean certain = !exact.isEmpty() && all.size() == 1;
        return certain && all.getFirst().formerName() == null
                ? new PlaceMeant.One(all.getFirst().area())
                : new PlaceMeant.Ask(
                        all.stream().limit(MOST_SUGGESTED).toList(), certain, !exact.isEmpty(), all.size());
    }

    /// What importing did.
    ///
    /// @param unchanged lists that said nothing new
    /// @param gone units that were in force before and are not any more
    /// @param differences where the lists in force do not agree
    record Imported(
            List<UnitList> added,
            List<UnitList> unchanged,
            AreaTable table,
            List<Area> gone,
            List<String> differences) {}

    /// Keeps lists, all of them or none. One that says the same as the list in force of its kind changes nothing.
    Imported keep(Actor actor, List<UnitList> lists) {
        Imported imported = transactions.write(actor, () -> {
            store.lock();
            AreaTable before = load();
            var added = new ArrayList<UnitList>();
            var unchanged = new ArrayList<UnitList>();
            for (UnitList list : lists) {
                byte[] hash = list.sha256();
                if (inForce(list.kind(), hash) || sameDay(list, hash)) {
                    unchanged.add(list);
                } else {
                    store.insert(list);
                    journal.append(Draft.of("areas.imported", subject(list.kind()), null, actor)
                            .with("kind", list.kind().name())
                            .with("asOf", list.asOf().toString())
                            .with("entries", list.entries())
                            .sealing(hash));
                    added.add(list);
                }
            }
            List<UnitList> all = store.lists().stream().map(store::read).toList();
            var now = new AreaTable(all, today());
            List<Area> gone = before.areas().stream()
                    .filter(area -> now.find(area.code()).isEmpty())
                    .toList();
            return new Imported(added, unchanged, now, gone, Differences.between(latest(all), now));
        });
        table.forget();
        return imported;
    }

    private boolean inForce(Kind kind, byte[] hash) {
        return store.lists().stream()
                .filter(kept -> kept.kind() == kind && !kept.asOf().isAfter(today()))
                .reduce((earlier, later) -> later)
                .filter(kept -> Arrays.equals(kept.sha256(), hash))
                .isPresent();
    }

    private boolean sameDay(UnitList list, byte[] hash) {
        return store.lists().stream()
                .anyMatch(kept -> kept.kind() == list.kind()
                        && kept.asOf().equals(list.asOf())
                        && Arrays.equals(kept.sha256(), hash));
    }

    private List<UnitList> latest(List<UnitList> all) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> all.stream()
                        .filter(list -> list.kind() == kind && !list.asOf().isAfter(today()))
                        .max(java.util.Comparator.comparing(UnitList::asOf))
                        .stream())
                .toList();
    }

    private AreaTable load() {
        return new AreaTable(store.lists().stream().map(store::read).toList(), today());
    }

    /// Everything, as it stands today.
    AreaTable table() {
        return table.get();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static UUID subject(Kind kind) {
        return UUID.nameUUIDFromBytes(("areas.list " + kind).getBytes(StandardCharsets.UTF_8));
    }
}
