package org.phigiay.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a general form asks for of a national list of papers. The list says in prose what everybody brings, what only
/// some
/// bring and what is a remark; this reads the plain signs of it and guesses nothing: what is not clear may be attached
/// and need not be.
///
/// @param blocks the papers, those for everybody first as the text has them, then by case
record GeneralPapers(List<Block> blocks) {

    /// Papers that belong together.
    ///
    /// @param value of the case in the answers, `c1`; empty for what concerns everybody
    /// @param title the case in the announced words; empty for everybody
    /// @param notes remarks that stand among the papers
    record Block(String value, String title, List<Asked> papers, List<String> notes) {

        boolean everybody() {
            return value.isEmpty();
        }

        List<Asked> needed(Need need) {
            return papers.stream().filter(paper -> paper.need() == need).toList();
        }
    }

    /// How much a paper is needed.
    enum Need {
        /// Whoever is in the case brings it.
        ALL,
        /// Only some bring it, or data may stand for it: whoever files says whether.
        SOME,
        /// The line is no paper's name, or its counts are garbled: it is shown and may be attached.
        UNCLEAR
    }

    /// A paper that is asked for.
    ///
    /// @param code of its component, `P01`
    /// @param name in the announced words, without the sign of its list
    /// @param brief the first words of it, for headings
    /// @param cases the values of all cases that ask for it; empty for everybody
    /// @param held whether the text says that data may stand for it
    record Asked(String code, String name, String brief, Need need, List<String> cases, boolean held, Paper source) {

        boolean shortened() {
            return !brief.equals(name);
        }

        Asked in(List<String> values) {
            return new Asked(code, name, brief, need, values, held, source);
        }
    }

    private static final int BRIEF = 110;
    private static final int SHORTEST = 15;
    /// What is longer than this is a list of its own, not the name of a paper.
    private static final int LONGEST_NAME = 1_200;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SIGN =
            Pattern.compile("^(?:[-*+•–.;:,\\s]+|\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-zđ]|[ivx]{1,4})[.)]+\\s*)+", FLAGS);
    private static final Pattern EVERYBODY = Pattern.compile(
            "^(?:các )?(?:giấy tờ phải|thành phần hồ sơ|hồ sơ(?:\\s*$| gồm| bao gồm)|(?:bao )?gồm|lưu ý|ghi chú|"
                    + "người yêu cầu [\\p{L} ]+ nộp)",
            FLAGS);
    private static final Pattern REMARKS = Pattern.compile("^(?:lưu ý|ghi chú)", FLAGS);
    private static final Pattern CASE = Pattern.compile("trường hợp|đối với", FLAGS);
    private static final Pattern SOME_FIRST = Pattern.compile("^(?:trong )?(?:trường hợp|đối với|nếu|khi) ", FLAGS);
    private static final Pattern SOME_WITHIN = Pattern.compile(
            "\\bnếu có\\b|\\bnếu cần\\b|\\((?:trong |áp dụng )?(?:trường hợp|đối với|nếu|khi|áp dụng)", FLAGS);
    private static final Pattern SOME_BRIEF = Pattern.compile("\\b(?:trong trường hợp|đối với trường hợp)\\b", FLAGS);
    private static final Pattern HELD = Pattern.compile(
            "(?:thay thế|thay cho|khai thác|tra cứu|kết nối|không phải (?:nộp|xuất trình)|không yêu cầu).{0,200}"
                    + "(?:cơ sở dữ liệu|CSDL|VNeID|dữ liệu điện tử)"
                    + "|(?:cơ sở dữ liệu|CSDL|VNeID).{0,200}(?:thay thế|thay cho|không phải (?:nộp|xuất trình))",
            FLAGS | Pattern.DOTALL);

    GeneralPapers {
        blocks = List.copyOf(blocks);
    }

    static GeneralPapers of(List<Case> cases) {
        var everybody = new Collecting("", "");
        var blocks = new ArrayList<Collecting>();
        boolean several = cases.stream().filter(each -> !forEverybody(each)).count() > 0 && cases.size() > 1;
        for (Case each : cases) {
            boolean apart = several && !forEverybody(each);
            Collecting block = apart ? new Collecting("c" + (blocks.size() + 1), each.title()) : everybody;
            if (apart) {
                blocks.add(block);
            }
            boolean remarks = REMARKS.matcher(bare(each.title())).find();
            each.papers().forEach(paper -> block.add(paper, remarks));
        }
        blocks.addFirst(everybody);
        return new GeneralPapers(together(blocks));
    }

    /// Every paper once, in the order of the form.
    Stream<Asked> papers() {
        return blocks.stream().flatMap(block -> block.papers().stream());
    }

    List<Block> cases() {
        return blocks.stream().filter(block -> !block.everybody()).toList();
    }

    private static boolean forEverybody(Case each) {
        String title = bare(each.title());
        return title.isEmpty()
                || (EVERYBODY.matcher(title).find() && !CASE.matcher(title).find());
    }

    /// Gives the papers their codes; what several cases need in the same words is one paper.
    private static List<Block> together(List<Collecting> blocks) {
        Map<String, TreeSet<Integer>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (Paper paper : blocks.get(i).papers) {
                wanted.computeIfAbsent(key(paper), _ -> new TreeSet<>()).add(i);
            }
        }
        var done = new ArrayList<Block>();
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < blocks.size(); i++) {
            Collecting block = blocks.get(i);
            var asked = new ArrayList<Asked>();
            for (Paper paper : block.papers) {
                Asked one = asked("P%02d".formatted(seen.size() + 1), paper, block.remarked.contains(paper));
                // A choice of papers stands beside its own case, so only what all must bring is joined.
                String key = one.need() == Need.SOME ? i + key(paper) : key(paper);
                if (seen.add(key)) {
                    asked.add(one.in(cases(one, block, wanted, blocks)));
                }
            }
            done.add(new Block(block.value, block.title, List.copyOf(asked), List.copyOf(block.notes)));
        }
        return done;
    }

    private static List<String> cases(
            Asked paper, Collecting block, Map<String, TreeSet<Integer>> wanted, List<Collecting> blocks) {
        if (block.value.isEmpty()) {
            return List.of();
        }
        if (paper.need() == Need.SOME) {
            return List.of(block.value);
        }
        return wanted.getOrDefault(key(paper.source()), new TreeSet<>()).stream()
                .map(at -> blocks.get(at).value)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String key(Paper paper) {
        return bare(paper.name()) + '\n' + paper.formFile() + '\n' + paper.unreadable();
    }

    private static Asked asked(String code, Paper paper, boolean remarked) {
        String name = bare(paper.name());
        boolean held = HELD.matcher(name).find();
        String brief = brief(name);
        Need need = paper.unreadable() || remarked || name.endsWith(":") || name.length() > LONGEST_NAME
                ? Need.UNCLEAR
                : held
                                || SOME_FIRST.matcher(name).find()
                                || SOME_WITHIN.matcher(name).find()
                                || SOME_BRIEF.matcher(brief).find()
                        ? Need.SOME
                        : Need.ALL;
        return new Asked(code, name, brief, need, List.of(), held, paper);
    }

    /// Without the sign that opens a line of a list: "- ", "a) ", "1.2. ".
    static String bare(String text) {
        String clean = text.replaceAll("\\s+", " ").strip();
        return SIGN.matcher(clean).replaceFirst("").strip();
    }

    /// The first words of a name, at most about a line and a half.
    static String brief(String name) {
        int end = name.length();
        for (String stop : List.of(";", ". ", " (", ": ", " theo mẫu", " ban hành kèm")) {
            int at = name.indexOf(stop, SHORTEST);
            if (at > 0 && at < end) {
                end = at;
            }
        }
        String first = name.substring(0, end).replaceAll("[;:.,]+$", "").strip();
        if (first.codePointCount(0, first.length()) <= BRIEF) {
            return first;
        }
        int space = first.lastIndexOf(' ', BRIEF);
        return first.substring(0, space < SHORTEST ? BRIEF : space) + "…";
    }

    private static final class Collecting {
        private final String value;
        private final String title;
        private final List<Paper> papers = new ArrayList<>();
        private final List<Paper> remarked = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Collecting(String value, String title) {
            this.value = value;
            this.title = title;
        }

        void add(Paper paper, boolean remark) {
            String name = bare(paper.name());
            if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
                return;
            }
            if (paper.note()) {
                notes.add(name);
            } else {
                papers.add(paper);
                if (remark) {
                    remarked.add(paper);
                }
            }
        }
    }
}
