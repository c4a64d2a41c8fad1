package org.phigiay.areas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.Match.Era;
import org.phigiay.areas.Match.Successor;
import org.phigiay.areas.UnitList.Became;
import org.phigiay.areas.UnitList.Kind;
import org.phigiay.areas.UnitList.OldUnit;
import org.phigiay.areas.UnitList.Unit;

/// The lists of all days put together, as they stand on one day: today's units, former names, old units with what they
/// became. Immutable.
///
/// In force is, of each kind, the list of the latest day that has come. Names come from every list of units and from
/// the lists of changes, which call a new unit what it was called on their day.
final class AreaTable {

    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Map<String, List<Area>> communes = new HashMap<>();
    private final Map<String, OldUnit> oldUnits = new TreeMap<>();
    private final Map<String, Map<String, Became>> became = new TreeMap<>();
    private final List<Named> names = new ArrayList<>();
    private final List<AreaName> provinceNames;
    private final @Nullable LocalDate asOf;

    /// Something that can be found by its name.
    ///
    /// @param places the provinces it lies or lay in, folded and without their kind
    record Named(AreaName name, Set<String> places, Match match) {}

    /// @param lists for each kind and day one, in whatever order
    AreaTable(List<UnitList> lists, LocalDate today) {
        List<UnitList> come = lists.stream()
                .filter(list -> !list.asOf().isAfter(today))
                .sorted(Comparator.comparing(UnitList::asOf))
                .toList();
        UnitList units = latest(come, Kind.UNITS).orElse(null);
        this.asOf = units == null ? null : units.asOf();
        if (units != null) {
            take(units.units());
        }
        for (Kind kind : List.of(Kind.SPLITS, Kind.MERGES)) {
            latest(come, kind).ifPresent(this::take);
        }
        areas.values().forEach(this::name);
        formerNames(come);
        oldUnits.values().forEach(this::name);
        provinceNames = names.stream()
                .filter(named -> named.match().code().length() == 2)
                .map(Named::name)
                .distinct()
                .toList();
    }

    private static Optional<UnitList> latest(List<UnitList> lists, Kind kind) {
        return lists.stream().filter(list -> list.kind() == kind).reduce((earlier, later) -> later);
    }

    private void take(List<Unit> units) {
        units.stream().filter(unit -> unit.province() == null).forEach(unit -> {
            areas.put(unit.code(), new Area(unit.code(), unit.name(), unit.englishName(), null));
            communes.put(unit.code(), new ArrayList<>());
        });
        for (Unit unit : units) {
            Area province = unit.province() == null ? null : areas.get(unit.province());
            if (province != null) {
                Area area = new Area(unit.code(), unit.name(), unit.englishName(), province);
                areas.put(unit.code(), area);
                communes.computeIfAbsent(province.code(), absent -> new ArrayList<>())
                        .add(area);
            }
        }
    }

    /// Both lists of changes say the same from two sides; what one alone says counts too.
    private void take(UnitList changes) {
        changes.oldUnits().forEach(unit -> oldUnits.putIfAbsent(unit.code(), unit));
        for (Became each : changes.became()) {
            became.computeIfAbsent(each.oldCode(), absent -> new LinkedHashMap<>())
                    .merge(each.newCode(), each, (one, other) -> one.whole() != null ? one : other);
        }
    }

    private void name(Area area) {
        Area province = area.province();
        add(new Match(
                Era.NOW,
                area.code(),
                area.name(),
                province == null ? "" : province.name(),
                null,
                List.of(new Successor(area, area.name(), false, null)),
                false));
    }

    /// Names that today's units bore in earlier lists, and units that no list has any more.
    private void formerNames(List<UnitList> come) {
        Map<String, Map<String, Former>> former = new TreeMap<>();
        Map<String, Former> last = new HashMap<>();
        for (UnitList list : come) {
            Map<String, Former> stated = stated(list);
            stated.forEach((code, here) -> {
                Former before = last.put(code, here);
                if (before != null && !AreaName.same(before.name(), here.name())) {
                    former.computeIfAbsent(code, absent -> new LinkedHashMap<>())
                            .put(before.name(), before.until(list.asOf()));
                }
            });
            if (list.kind() == Kind.UNITS) {
                last.entrySet().removeIf(known -> {
                    boolean gone = !stated.containsKey(known.getKey())
                            && known.getValue().fromUnits();
                    if (gone) {
                        former.computeIfAbsent(known.getKey(), absent -> new LinkedHashMap<>())
                                .put(known.getValue().name(), known.getValue().until(list.asOf()));
                    }
                    return gone;
                });
            }
        }
        former.forEach((code, all) -> all.values().forEach(each -> name(code, each)));
    }

    private record Former(
            String name,
            String province,
            boolean fromUnits,
            @Nullable LocalDate until) {
        Former until(LocalDate day) {
            return new Former(name, province, fromUnits, day);
        }
    }

    private Map<String, Former> stated(UnitList list) {
        Map<String, Former> stated = new LinkedHashMap<>();
        if (list.kind() == Kind.UNITS) {
            Map<String, String> provinces = new HashMap<>();
            list.units().forEach(unit -> {
                if (unit.province() == null) {
                    provinces.put(unit.code(), unit.name());
                }
                String province = unit.province() == null ? "" : provinces.getOrDefault(unit.province(), "");
                stated.put(unit.code(), new Former(unit.name(), province, true, null));
            });
        } else {
            // Of a unit that no list of units has, the lists of changes tell no former name.
            list.became().stream()
                    .filter(each ->
                            areas.containsKey(each.newCode()) && each.newCode().length() == 5)
                    .forEach(each -> stated.put(
                            each.newCode(), new Former(each.newName(), provinceOf(each.newCode()), false, null)));
        }
        return stated;
    }

    private String provinceOf(String code) {
        Area area = areas.get(code);
        return area == null || area.province() == null ? "" : area.province().name();
    }

    private void name(String code, Former former) {
        Area area = areas.get(code);
        if (area != null && AreaName.same(area.name(), former.name())) {
            return;
        }
        add(new Match(
                area == null ? Era.OLD : Era.RENAMED,
                code,
                former.name(),
                former.province(),
                former.until(),
                area == null ? List.of() : List.of(new Successor(area, area.name(), false, null)),
                false));
    }

    private void name(OldUnit old) {
        OldUnit province = old.province() == null ? null : oldUnits.get(old.province());
        add(new Match(
                Era.OLD,
                old.code(),
                old.name(),
                province == null ? provinceOfFirst(old.code()) : province.name(),
                null,
                successors(old.code()),
                false));
    }

    /// Of a former district only the list of merges speaks, and not of its province.
    private String provinceOfFirst(String code) {
        return code.length() == 2
                ? ""
                : successors(code).stream()
                        .map(Successor::area)
                        .filter(area -> area != null && area.province() != null)
                        .map(area -> area.province().name())
                        .findFirst()
                        .orElse("");
    }

    private void add(Match match) {
        var places = new HashSet<String>();
        places.add(AreaName.of(match.province()).folded());
        for (Successor now : match.now()) {
            Area province = now.area() == null ? null : now.area().province();
            if (province != null) {
                places.add(AreaName.of(province.name()).folded());
            }
        }
        names.add(new Named(AreaName.of(match.name()), Set.copyOf(places), match));
    }

    /// What an old unit became, in the order of the codes.
    List<Successor> successors(String oldCode) {
        Map<String, Became> all = became.getOrDefault(oldCode, Map.of());
        boolean several = all.size() > 1;
        return all.values().stream()
                .sorted(Comparator.comparing(Became::newCode))
                .map(each -> successor(oldCode, each, several))
                .toList();
    }

    private Successor successor(String oldCode, Became to, boolean several) {
        boolean part = to.whole() == null ? several : !to.whole();
        Area same = areas.get(to.newCode());
        if (same != null) {
            return new Successor(same, same.name(), part, null);
        }
        // The lists differ in the code. One commune of that very name in the province is meant; that is said, not
        // hidden.
        List<Area> byName = provinceAfter(oldCode).map(this::communes).orElse(List.of()).stream()
                .filter(area -> AreaName.same(area.name(), to.newName()))
                .toList();
        Area found = byName.size() == 1 ? byName.getFirst() : null;
        return new Successor(found, found == null ? to.newName() : found.name(), part, to.newCode());
    }

    private Optional<String> provinceAfter(String oldCode) {
        OldUnit old = oldUnits.get(oldCode);
        if (old == null || old.province() == null) {
            return Optional.empty();
        }
        return became.getOrDefault(old.province(), Map.of()).keySet().stream().findFirst();
    }

    Optional<Area> find(String code) {
        return Optional.ofNullable(areas.get(code));
    }

    Optional<OldUnit> old(String code) {
        return Optional.ofNullable(oldUnits.get(code));
    }

    List<Area> provinces() {
        return areas.values().stream().filter(Area::isProvince).toList();
    }

    List<Area> communes(String province) {
        return communes.getOrDefault(province, List.of());
    }

    /// The day of the list in force; null when none was imported.
    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    /// Everything in force.
    java.util.Collection<Area> areas() {
        return areas.values();
    }

    /// The names of provinces, of today and of earlier.
    List<AreaName> provinceNames() {
        return provinceNames;
    }

    List<Named> names() {
        return names;
    }

    Iterable<OldUnit> oldUnits() {
        return oldUnits.values();
    }

    Map<String, Map<String, Became>> became() {
        return became;
    }
}
