package org.phigiay.areas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phigiay.areas.UnitList.Became;
import org.phigiay.areas.UnitList.Kind;

/// Where the lists in force do not agree with each other: for a person to decide. Nothing is mended by itself.
final class Differences {

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /// @param lists the lists in force, at most one of each kind
    static List<String> between(List<UnitList> lists, AreaTable table) {
        var differences = new Differences();
        UnitList units = of(lists, Kind.UNITS);
        UnitList splits = of(lists, Kind.SPLITS);
        UnitList merges = of(lists, Kind.MERGES);
        if (!units.units().isEmpty()) {
            for (UnitList changes : List.of(splits, merges)) {
                differences.codes(units, changes, table);
            }
        }
        if (!splits.became().isEmpty() && !merges.became().isEmpty()) {
            differences.pairs(splits, merges);
            differences.pairs(merges, splits);
        }
        return List.copyOf(differences.lines);
    }

    private static UnitList of(List<UnitList> lists, Kind kind) {
        return lists.stream()
                .filter(list -> list.kind() == kind)
                .findFirst()
                .orElse(new UnitList(kind, java.time.LocalDate.EPOCH, "", List.of(), List.of(), List.of(), List.of()));
    }

    private void codes(UnitList units, UnitList changes, AreaTable table) {
        var named = new HashSet<String>();
        var told = new HashSet<String>();
        int tones = 0;
        for (Became each : changes.became()) {
            named.add(each.newCode());
            if (!told.add(each.newCode())) {
                continue;
            }
            Area area = table.find(each.newCode()).orElse(null);
            if (area == null) {
                lines.add("code " + each.newCode() + " (" + each.newName() + ") of " + changes.source() + " is not in "
                        + units.source() + byName(each, table));
            } else if (each.newCode().length() == 5 && !area.name().equals(each.newName())) {
                if (AreaName.same(area.name(), each.newName())) {
                    tones++;
                } else {
                    lines.add("code " + each.newCode() + " is called " + area.name() + " in " + units.source() + " and "
                            + each.newName() + " in " + changes.source());
                }
            }
        }
        if (changes.became().isEmpty()) {
            return;
        }
        units.units().stream()
                .filter(unit -> !named.contains(unit.code()))
                .forEach(unit -> lines.add("code " + unit.code() + " (" + unit.name() + ") of " + units.source()
                        + " is not in " + changes.source()));
        if (tones > 0) {
            lines.add(tones + " names are written with another place of the tone mark or another capital in "
                    + changes.source() + "; they count as the same");
        }
    }

    private static String byName(Became each, AreaTable table) {
        return table.successors(each.oldCode()).stream()
                .filter(now -> each.newCode().equals(now.statedCode()))
                .map(Match.Successor::area)
                .filter(area -> area != null)
                .findFirst()
                .map(area -> "; by its name it is taken for " + area.code() + " (" + area.name() + ")")
                .orElse("");
    }

    private void pairs(UnitList one, UnitList other) {
        Set<List<String>> known = new HashSet<>();
        other.became().forEach(each -> known.add(List.of(each.oldCode(), each.newCode())));
        Map<String, String> oldNames = new java.util.HashMap<>();
        one.oldUnits().forEach(unit -> oldNames.put(unit.code(), unit.name()));
        one.became().stream()
                .filter(each -> !known.contains(List.of(each.oldCode(), each.newCode())))
                .forEach(each -> lines.add("only " + one.source() + " says that " + each.oldCode() + " ("
                        + oldNames.get(each.oldCode()) + ") became " + each.newCode() + " (" + each.newName() + ")"));
    }
}
