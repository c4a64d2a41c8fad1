package org.phigiay.imports;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Announcement;
import org.phigiay.catalogue.Authorities;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.LegalBasis;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.catalogue.ResultType;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.VietnameseText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one row of a national file: what it states becomes a text of the catalogue, what is wrong with it a finding.
final class RowReader {

    private static final int LONGEST_TITLE = 2_000;
    private static final Pattern DECISION = Pattern.compile("[0-9A-Za-zĐđ/.\\-]*QĐ[-/.\\p{L}\\d]*.*");
    private static final Map<String, String> ISSUERS = Map.ofEntries(
            Map.entry("BCA", "Bộ Công an"),
            Map.entry("BCT", "Bộ Công Thương"),
            Map.entry("BDTTG", "Bộ Dân tộc và Tôn giáo"),
            Map.entry("BGDĐT", "Bộ Giáo dục và Đào tạo"),
            Map.entry("BKHCN", "Bộ Khoa học và Công nghệ"),
            Map.entry("BNG", "Bộ Ngoại giao"),
            Map.entry("BNV", "Bộ Nội vụ"),
            Map.entry("BNNMT", "Bộ Nông nghiệp và Môi trường"),
            Map.entry("BQP", "Bộ Quốc phòng"),
            Map.entry("BTC", "Bộ Tài chính"),
            Map.entry("BTP", "Bộ Tư pháp"),
            Map.entry("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
            Map.entry("BXD", "Bộ Xây dựng"),
            Map.entry("BYT", "Bộ Y tế"),
            Map.entry("NHNN", "Ngân hàng Nhà nước Việt Nam"),
            Map.entry("TTCP", "Thanh tra Chính phủ"));
    private static final List<String> DISTRICTS = List.of("huyện", "quận", "thị xã");
    /// What makes such a word the name of an authority, when it stands right before it.
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|công an|tòa án nhân dân|toà án nhân dân|phòng [\\p{L} ]{2,30}) (?:cấp )?$|cấp $");
    private static final int BEFORE = 50;
    private static final Pattern GLUED = Pattern.compile(
            ".*(?:[\\p{Ll}\\d)][.;,]?(?:\\d{1,2}\\.)?\\p{Lu}[\\p{L}\\d._-]{5,}|\\.docx?.*)", Pattern.DOTALL);

    /// @param text null when the row is refused
    record Read(String code, String title, @Nullable ProcedureVersion text, List<Finding> findings) {

        boolean refused() {
            return text == null;
        }
    }

    private final JsonMapper json;
    private final List<Finding> findings = new ArrayList<>();
    private boolean decomposed;

    private RowReader(JsonMapper json) {
        this.json = json;
    }

    /// @param line the row
    /// @param day from which the text applies, since the national format names none
    static Read read(JsonMapper json, String line, LocalDate day) {
        return new RowReader(json).read(line, day);
    }

    private Read read(String line, LocalDate day) {
        JsonNode row;
        try {
            row = json.readTree(line);
        } catch (JacksonException e) {
            return refused("", "", FindingKind.BROKEN_JSON, reason(e));
        }
        if (row == null || !row.isObject() || !(PortalShape.fits(row) || DetailShape.fits(row))) {
            return refused("", "", FindingKind.NOT_A_PROCEDURE, "");
        }
        Announced said;
        try {
            Optional<String> forbidden = forbidden(row, "");
            if (forbidden.isPresent()) {
                return refused(plain(row, "code"), "", FindingKind.FORBIDDEN_CHARACTER, forbidden.get());
            }
            said = DetailShape.fits(row) ? DetailShape.read(row) : PortalShape.read(row);
        } catch (Announced.WrongType e) {
            return refused(
                    plain(row, "code"), plain(row, "title"), FindingKind.WRONG_TYPE, String.valueOf(e.getMessage()));
        }
        String title = line(said.title());
        if (said.code().isEmpty()) {
            return refused("", title, FindingKind.NO_CODE, "");
        }
        if (!ProcedureVersion.CODE.matcher(said.code()).matches()) {
            return refused(said.code(), title, FindingKind.BAD_CODE, said.code());
        }
        if (title.isEmpty()) {
            return refused(said.code(), "", FindingKind.NO_TITLE, "");
        }
        if (title.length() > LONGEST_TITLE) {
            return refused(said.code(), title.substring(0, 100), FindingKind.TOO_LONG, "title");
        }
        ProcedureVersion text = text(said, title, day);
        look(text);
        return new Read(said.code(), title, text, List.copyOf(new LinkedHashSet<>(findings)));
    }

    private ProcedureVersion text(Announced said, String title, LocalDate day) {
        return new ProcedureVersion(
                new ProcedureCode(said.code()),
                1,
                day,
                announcement(said),
                both(title),
                both(line(said.field())),
                both(line(said.audience())),
                levels(said),
                channels(said),
                cases(said),
                lines(said.steps()),
                lines(said.requirements()),
                results(said),
                laws(said),
                new Authorities(
                        lines(said.competent()),
                        lines(said.receiving()),
                        lines(said.delegated()),
                        lines(said.coordinating()),
                        lines(said.performing()),
                        lines(said.related())),
                line(said.keywords()),
                line(said.source()));
    }

    private Announcement announcement(Announced said) {
        String number = line(said.decision());
        if (number.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_DECISION));
        } else if (!DECISION.matcher(number).matches()) {
            findings.add(new Finding(FindingKind.DECISION_UNUSUAL, number));
        }
        String issuer = said.issuer();
        if (issuer.isEmpty()) {
            Matcher sign = Pattern.compile("QĐ-([A-ZĐ]+)").matcher(number);
            issuer = sign.find() ? ISSUERS.getOrDefault(sign.group(1), "") : "";
        }
        return new Announcement(number, issuer);
    }

    private List<Level> levels(Announced said) {
        var all = new LinkedHashSet<Level>();
        for (String words : said.levels()) {
            switch (words.strip().toLowerCase(Locale.ROOT)) {
                case "cấp bộ", "cấp trung ương" -> all.add(Level.MINISTRY);
                case "cấp tỉnh" -> all.add(Level.PROVINCE);
                case "cấp xã" -> all.add(Level.COMMUNE);
                case "cơ quan khác" -> all.add(Level.OTHER);
                default -> findings.add(new Finding(FindingKind.UNKNOWN_LEVEL, words));
            }
        }
        if (all.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_LEVEL));
        }
        return all.stream().sorted().toList();
    }

    private List<Channel> channels(Announced said) {
        var all = new ArrayList<Channel>();
        for (Announced.Way way : said.ways()) {
            ChannelKind kind = switch (way.channel().strip().toLowerCase(Locale.ROOT)) {
                case "trực tuyến" -> ChannelKind.ONLINE;
                case "trực tiếp" -> ChannelKind.DIRECT;
                case "dịch vụ bưu chính", "bưu chính công ích", "dịch vụ bưu chính công ích" -> ChannelKind.POST;
                default -> null;
            };
            if (kind == null) {
                findings.add(new Finding(FindingKind.UNKNOWN_CHANNEL, way.channel()));
                continue;
            }
            String note = lines(way.note());
            all.add(new Channel(
                    kind,
                    MoneyAndTime.term(way, findings),
                    MoneyAndTime.fee(way, findings),
                    note.isEmpty() ? null : both(note)));
        }
        if (all.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_CHANNEL));
        }
        return all;
    }

    private List<Case> cases(Announced said) {
        var papers = new LinkedHashMap<String, List<Paper>>();
        for (Announced.Line each : said.papers()) {
            String name = lines(each.name());
            String file = line(each.formFile());
            if (name.isEmpty() && file.isEmpty()) {
                continue;
            }
            Paper paper = new Paper(name, file, each.originals(), each.certified(), each.copies());
            papers.computeIfAbsent(line(each.group()), group -> new ArrayList<>())
                    .add(paper);
            if (paper.unreadable()) {
                findings.add(new Finding(FindingKind.COUNT_UNREADABLE, ending(name)));
            }
            if (paper.note()) {
                findings.add(new Finding(FindingKind.NOTE_AMONG_PAPERS, name));
            }
            if (!file.isEmpty()
                    && (GLUED.matcher(lastWord(name)).matches() || Character.isLowerCase(file.codePointAt(0)))) {
                findings.add(new Finding(FindingKind.FORM_NAME_GLUED, ending(name) + " | " + file));
            }
        }
        if (papers.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_PAPERS));
        }
        return papers.entrySet().stream()
                .map(each -> new Case(each.getKey(), each.getValue()))
                .toList();
    }

    private List<ResultType> results(Announced said) {
        var all = new ArrayList<ResultType>();
        for (Announced.Result result : said.results()) {
            String name = lines(result.name());
            if (name.isEmpty()) {
                continue;
            }
            all.add(new ResultType(line(result.code()), both(name)));
            if (result.code().isBlank()) {
                findings.add(new Finding(FindingKind.RESULT_WITHOUT_CODE, name));
            }
        }
        if (all.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_RESULT));
        }
        return all;
    }

    private List<LegalBasis> laws(Announced said) {
        List<LegalBasis> all = said.laws().stream()
                .map(law -> new LegalBasis(line(law.number()), lines(law.title())))
                .filter(law -> !law.number().isEmpty() || !law.title().isEmpty())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_LAW));
        } else if (said.lawsGlued() && all.stream().anyMatch(law -> law.number().isEmpty())) {
            findings.add(new Finding(
                    FindingKind.LAW_GLUED,
                    all.stream()
                            .filter(law -> law.number().isEmpty())
                            .findFirst()
                            .orElseThrow()
                            .title()));
        }
        return all;
    }

    /// What is seen only in the whole text.
    private void look(ProcedureVersion text) {
        if (text.steps().isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_STEPS));
        }
        String title = text.title().vi();
        if (!VietnameseText.modernTones(title).equals(title)) {
            findings.add(new Finding(FindingKind.TONE_MARKS, title));
        }
        if (decomposed) {
            findings.add(Finding.of(FindingKind.NOT_NFC));
        }
        Authorities who = text.authorities();
        String places = String.join(
                "\n", who.competent(), who.receiving(), who.delegated(), who.coordinating(), who.performing());
        district(places + "\n" + text.steps() + "\n" + text.requirements())
                .ifPresent(name -> findings.add(new Finding(FindingKind.DISTRICT_ABOLISHED, name)));
        places.lines()
                .filter(line -> line.contains("_old"))
                .findFirst()
                .ifPresent(line -> findings.add(new Finding(FindingKind.OLD_AGENCY, line)));
    }

    /// The first authority of a district in the text.
    private static Optional<String> district(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (String word : DISTRICTS) {
            for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                int from = Math.max(0, at - BEFORE);
                Matcher before = AUTHORITY.matcher(plain.substring(from, at));
                if (before.find()) {
                    return Optional.of(plain.substring(from + before.start(), at + word.length()));
                }
            }
        }
        return Optional.empty();
    }

    /// One line: white space is one space.
    private String line(String text) {
        return lines(text).replaceAll("\\s+", " ");
    }

    /// The text in NFC, with plain line ends and no space around it; its characters stay those of the file.
    private String lines(String text) {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            decomposed = true;
        }
        return VietnameseText.nfc(text)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    private static Bilingual both(String vietnamese) {
        return new Bilingual(vietnamese, vietnamese);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String ending(String name) {
        return name.length() > 60 ? "…" + name.substring(name.length() - 60) : name;
    }

    /// Where a text holds a character that no document has: a control character or half a surrogate pair.
    private static Optional<String> forbidden(JsonNode node, String path) {
        if (node.isString()) {
            String text = node.asString();
            for (int at = 0; at < text.length(); ) {
                int letter = text.codePointAt(at);
                boolean control = letter < 0x20 && letter != '\n' && letter != '\r' && letter != '\t';
                if (control || (letter >= 0xd800 && letter <= 0xdfff)) {
                    return Optional.of("%s: U+%04X".formatted(path, letter));
                }
                at += Character.charCount(letter);
            }
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            Optional<String> found =
                    forbidden(each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                Optional<String> found = forbidden(each, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(JsonNode row, String key) {
        JsonNode node = row.path(key);
        return node.isString() ? node.asString().replaceAll("\\p{Cntrl}|\\p{Cs}", "?") : "";
    }

    private static Read refused(String code, String title, FindingKind why, String detail) {
        String shown = code.length() > 60 ? code.substring(0, 60) : code;
        return new Read(shown, title, null, List.of(new Finding(why, detail)));
    }

    private static String reason(JacksonException e) {
        return e.getLocation() == null ? "" : String.valueOf(e.getLocation().getColumnNr());
    }
}
