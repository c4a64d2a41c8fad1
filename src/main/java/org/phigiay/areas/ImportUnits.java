package org.phigiay.areas;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phigiay.areas.UnitList.Kind;
import org.phigiay.launch.ImportKind;
import org.phigiay.shared.Actor;
import org.springframework.stereotype.Component;

/// `./phigiay import units FILE…`: lists of provinces and communes, and of what older ones became. All files are taken
/// in together or none is.
@Component
class ImportUnits implements ImportKind {

    private static final int MOST_LINES = 50;

    private final Areas areas;

    ImportUnits(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public int run(Path file, PrintStream out) {
        return runAll(List.of(file), out);
    }

    @Override
    public int runAll(List<Path> files, PrintStream out) {
        var lists = new ArrayList<UnitList>();
        boolean refused = false;
        for (Path given : files) {
            boolean folder = Files.isDirectory(given);
            for (Path file : folder ? jsonFiles(given) : List.of(given)) {
                try {
                    lists.add(UnitListReader.read(file, areas.today()));
                } catch (UnusableList e) {
                    if (folder && e.isForeign()) {
                        out.println("passed over " + file.getFileName() + ": " + e.getMessage());
                    } else {
                        refused = true;
                        out.println("REFUSED " + file.getFileName() + ":");
                        some(e.reasons(), out);
                    }
                }
            }
        }
        if (refused) {
            out.println("Nothing was imported; the units in force stay as they were.");
            return 1;
        }
        if (lists.isEmpty()) {
            out.println("There is no list of units in it.");
            return 1;
        }
        report(areas.keep(Actor.SYSTEM, lists), out);
        return 0;
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(Areas.Imported imported, PrintStream out) {
        imported.added().forEach(list -> out.println("imported " + told(list) + place(list, imported.table())));
        imported.unchanged().forEach(list -> out.println("unchanged " + told(list)));
        AreaTable table = imported.table();
        List<Area> provinces = table.provinces();
        Map<String, Integer> kinds = new TreeMap<>();
        provinces.forEach(province -> table.communes(province.code())
                .forEach(commune -> kinds.merge(AreaName.of(commune.name()).kind(), 1, Integer::sum)));
        int communes = kinds.values().stream().mapToInt(Integer::intValue).sum();
        out.println("in force" + (table.asOf() == null ? "" : " as of " + table.asOf()) + ": " + provinces.size()
                + " provinces, " + communes + " communes" + (kinds.isEmpty() ? "" : " " + kinds));
        int one = 0;
        int several = 0;
        int oldProvinces = 0;
        for (UnitList.OldUnit old : table.oldUnits()) {
            if (old.code().length() == 2) {
                oldProvinces++;
            } else if (table.became().getOrDefault(old.code(), Map.of()).size() > 1) {
                several++;
            } else {
                one++;
            }
        }
        out.println("former units: " + oldProvinces + " provinces; " + (one + several) + " below them, " + one
                + " went to one commune and " + several + " to several");
        List<String> warnings = imported.added().stream()
                .flatMap(list -> list.warnings().stream())
                .toList();
        section(warnings.size() + " to look at", warnings, out);
        section(
                imported.gone().size() + " units that were in force are so no longer",
                imported.gone().stream()
                        .map(area -> area.code() + " " + area.line())
                        .toList(),
                out);
        section(
                imported.differences().size() + " differences between the lists, none mended",
                imported.differences(),
                out);
    }

    /// Whether it speaks of the present.
    private static String place(UnitList list, AreaTable table) {
        if (list.kind() != Kind.UNITS || list.asOf().equals(table.asOf())) {
            return "";
        }
        return table.asOf() != null && list.asOf().isBefore(table.asOf())
                ? "; older than the list in force, its names can be found as former ones"
                : "; it comes into force on that day";
    }

    private static String told(UnitList list) {
        String counts = list.kind() == Kind.UNITS
                ? list.units().stream().filter(unit -> unit.province() == null).count() + " provinces, "
                        + list.units().stream()
                                .filter(unit -> unit.province() != null)
                                .count() + " communes"
                : list.oldUnits().size() + " old units, "
                        + list.became().stream()
                                .map(UnitList.Became::newCode)
                                .distinct()
                                .count() + " new ones, "
                        + list.became().size() + " changes";
        return list.source() + " (as of " + list.asOf() + "): " + counts;
    }

    private static void section(String title, List<String> lines, PrintStream out) {
        if (!lines.isEmpty()) {
            out.println(title + ":");
            some(lines, out);
        }
    }

    private static void some(List<String> lines, PrintStream out) {
        lines.stream().limit(MOST_LINES).forEach(line -> out.println("  " + line));
        if (lines.size() > MOST_LINES) {
            out.println("  … and " + (lines.size() - MOST_LINES) + " more");
        }
    }
}
