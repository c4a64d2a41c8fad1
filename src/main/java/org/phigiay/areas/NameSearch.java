package org.phigiay.areas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.phigiay.areas.AreaTable.Named;
import org.phigiay.shared.VietnameseText;

/// Finds units by what a person writes: a name of today or of earlier, with or without its kind and its marks, then,
/// after a comma or without one, the province. What was said of a district helps nobody any more and is passed over.
final class NameSearch {

    private static final int LONGEST = 200;
    private static final int SHORTEST_GUESS = 4;
    private static final Pattern APART = Pattern.compile("[,;/()\\n]+");
    private static final Pattern APART_WITHOUT_COMMA = Pattern.compile(
            "[,;/()\\n]+|(?iu)(?<=\\S)\\s+(?=(?:quận|quan|q\\.?|huyện|huyen|thị xã|thi xa|tx\\.?|thành phố|thanh pho|tp\\.?|tỉnh|tinh)\\s*\\S)");
    private static final Pattern FORMERLY = Pattern.compile("(?iu)(^|\\s)(cũ|trước đây|trước kia)(?=$|\\s|[,;/()])");
    private static final Set<String> COMMUNE_KINDS = Set.of("xa", "phuong", "thi tran", "dac khu");

    private static final int SAME = 100;
    private static final int SAME_WITHOUT_MARKS = 80;
    private static final int OTHER_MARKS = 60;
    private static final int BEGINS = 40;
    private static final int CONTAINS = 30;
    private static final int LIKE = 20;
    private static final int EXACT = SAME_WITHOUT_MARKS;

    private final AreaTable table;

    NameSearch(AreaTable table) {
        this.table = table;
    }

    private record Scored(Named named, int score) {}

    /// What was asked: a name, and the provinces it may lie in.
    private record Asked(AreaName name, List<AreaName> provinces) {}

    /// The units found, the likeliest first, today's before old ones of the same name.
    List<Match> find(String text, int most) {
        String query = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Asked asked : readings(FORMERLY.matcher(VietnameseText.nfc(query)).replaceAll("$1"))) {
            List<Scored> found = scored(asked);
            if (!found.isEmpty()) {
                return found.stream()
                        .sorted(Comparator.comparingInt(Scored::score)
                                .reversed()
                                .thenComparing(each -> each.named().match().era())
                                .thenComparing(each -> each.named().match().province())
                                .thenComparing(each -> each.named().match().code()))
                        .limit(most)
                        .map(each -> exact(each.named().match(), each.score() >= EXACT))
                        .toList();
            }
        }
        return List.of();
    }

    /// The ways to understand the words, the likeliest first.
    private List<Asked> readings(String query) {
        var readings = new ArrayList<>(readings(query, APART));
        readings.addAll(readings(query, APART_WITHOUT_COMMA));
        return readings;
    }

    private List<Asked> readings(String query, Pattern apart) {
        List<AreaName> parts = Stream.of(apart.split(query))
                .map(AreaName::of)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        // A house or a hamlet may stand before the commune.
        AreaName first = parts.stream()
                .filter(part -> COMMUNE_KINDS.contains(part.kind()))
                .findFirst()
                .orElse(parts.getFirst());
        List<AreaName> others = parts.stream()
                .skip(parts.indexOf(first) + 1L)
                .flatMap(part -> provinces(part, true).stream())
                .toList();
        var readings = new ArrayList<Asked>();
        readings.add(new Asked(first, others));
        if (first.endsWith("cu")) {
            readings.add(new Asked(first.withoutLast(), others));
        }
        if (others.isEmpty()) {
            provincesAtTheEnd(first).forEach(readings::add);
        }
        return readings;
    }

    /// "hoa lac ha noi": some last words are a province.
    private List<Asked> provincesAtTheEnd(AreaName whole) {
        var readings = new ArrayList<Asked>();
        List<String> own = List.of(whole.own().split(" "));
        for (int words = Math.min(5, own.size() - 1); words >= 1; words--) {
            AreaName end = AreaName.of(String.join(" ", own.subList(own.size() - words, own.size())));
            List<AreaName> provinces = provinces(end, false);
            if (!provinces.isEmpty()) {
                String rest = String.join(" ", own.subList(0, own.size() - words));
                AreaName name = new AreaName(whole.kind(), rest, VietnameseText.folded(rest));
                readings.add(new Asked(name, provinces));
                if (name.endsWith("cu")) {
                    readings.add(new Asked(name.withoutLast(), provinces));
                }
            }
        }
        return readings;
    }

    /// The provinces of today or of earlier that a part names: by name, by its first letters ("HCM").
    ///
    /// @param atTheEnd a district may stand before it
    private List<AreaName> provinces(AreaName part, boolean atTheEnd) {
        return table.provinceNames().stream()
                .filter(name -> name.folded().equals(part.folded())
                        || (part.folded().length() > 1 && name.initials().equals(part.folded()))
                        || (atTheEnd && part.endsWith(name.folded())))
                .distinct()
                .toList();
    }

    private List<Scored> scored(Asked asked) {
        List<Scored> found = scored(asked, false);
        if (found.isEmpty() && asked.name().folded().length() >= SHORTEST_GUESS) {
            found = scored(asked, true);
        }
        return sameKindFirst(found, asked.name().kind());
    }

    private List<Scored> scored(Asked asked, boolean guessing) {
        var found = new ArrayList<Scored>();
        for (Named named : table.names()) {
            if (asked.provinces().isEmpty() || liesIn(named, asked.provinces())) {
                int score = guessing ? like(named.name(), asked.name()) : score(named.name(), asked.name());
                if (score > 0) {
                    found.add(new Scored(named, score));
                }
            }
        }
        return found;
    }

    /// Who says "xã" means a commune, unless none of that kind bears the name.
    private static List<Scored> sameKindFirst(List<Scored> found, String kind) {
        if (kind.isEmpty()) {
            return found;
        }
        int best = found.stream()
                .filter(each -> each.named().name().kind().equals(kind))
                .mapToInt(Scored::score)
                .max()
                .orElse(0);
        return best == 0
                ? found
                : found.stream()
                        .filter(each -> each.named().name().kind().equals(kind))
                        .toList();
    }

    private static boolean liesIn(Named named, List<AreaName> provinces) {
        return provinces.stream().anyMatch(province -> named.places().contains(province.folded()));
    }

    private static int score(AreaName name, AreaName asked) {
        if (name.folded().equals(asked.folded())) {
            return name.own().equals(asked.own()) ? SAME : asked.marked() ? OTHER_MARKS : SAME_WITHOUT_MARKS;
        }
        if (asked.folded().length() < 2) {
            return 0;
        }
        boolean marksAgree = !asked.marked() || name.own().contains(asked.own());
        if (name.folded().startsWith(asked.folded())) {
            return marksAgree ? BEGINS : BEGINS - 5;
        }
        return name.folded().contains(" " + asked.folded()) ? marksAgree ? CONTAINS : CONTAINS - 5 : 0;
    }

    /// One letter wrong, missing, too many, or two that changed places.
    private static int like(AreaName name, AreaName asked) {
        return oneStep(name.folded(), asked.folded()) ? LIKE : 0;
    }

    static boolean oneStep(String one, String other) {
        int start = 0;
        int least = Math.min(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        while (start < least && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int a = one.length();
        int b = other.length();
        while (a > start && b > start && one.charAt(a - 1) == other.charAt(b - 1)) {
            a--;
            b--;
        }
        boolean swapped = a - start == 2
                && b - start == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return swapped || (a - start <= 1 && b - start <= 1);
    }

    private static Match exact(Match match, boolean exact) {
        return new Match(match.era(), match.code(), match.name(), match.province(), match.until(), match.now(), exact);
    }
}
