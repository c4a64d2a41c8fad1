package org.phigiay.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.GeneralPapers.Asked;
import org.phigiay.catalogue.GeneralPapers.Block;
import org.phigiay.catalogue.GeneralPapers.Need;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Biểu mẫu chung: the form of a procedure for which nobody has written one, made from its national text alone. The
/// same
/// text always makes the same form; the fixed parts stand in `general-form.json`.
final class GeneralForm {

    /// Component of what fits nowhere else.
    static final String OTHER = "OTHER";

    static final String PREFIX = "general-";
    /// Raised when the same text makes another form than before: what was stored stays as it is.
    static final int GENERATION = 1;

    private static final int VERSIONS = 100_000;
    /// Up to here every paper has a page of its own, which is easiest with a telephone.
    private static final int ALONE = 12;

    private static final int TOGETHER = 4;
    /// With more papers than this a page takes several at once, whoever needs them: no form has hundreds of pages.
    private static final int MANY = 45;

    private static final int CROWDED = 8;
    private static final String NONE = "none";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode FIXED = fixed();

    private final ProcedureVersion text;
    private final GeneralPapers papers;
    private final boolean many;
    private final ArrayNode pages = JSON.createArrayNode();
    private final ObjectNode example = FIXED.get("example").deepCopy().asObject();
    private int listed;

    private GeneralForm(ProcedureVersion text) {
        this.text = text;
        this.papers = GeneralPapers.of(text.cases());
        this.many = papers.papers().count() > MANY;
    }

    /// The form of a text, given all texts the procedure has had: texts that ask for the same share a form.
    static FormRef ref(ProcedureVersion text, Collection<ProcedureVersion> all) {
        int first = text.version();
        List<ProcedureVersion> earlier = all.stream()
                .filter(each -> each.version() < text.version())
                .sorted(Comparator.comparingInt(ProcedureVersion::version).reversed())
                .toList();
        for (ProcedureVersion each : earlier) {
            if (!same(each, text)) {
                break;
            }
            first = each.version();
        }
        return new FormRef(PREFIX + text.code(), (GENERATION - 1) * VERSIONS + first);
    }

    /// The procedure a general form belongs to; empty for other forms.
    static Optional<ProcedureCode> procedure(FormRef ref) {
        return ref.id().startsWith(PREFIX)
                ? Optional.of(new ProcedureCode(ref.id().substring(PREFIX.length())))
                : Optional.empty();
    }

    /// The version of the national text from which this version was made; 0 when this program would make another form.
    static int national(FormRef ref) {
        return (ref.version() - 1) / VERSIONS == GENERATION - 1 ? (ref.version() - 1) % VERSIONS + 1 : 0;
    }

    /// The papers that may be handed in, by the codes the form uses.
    static List<Component> components(ProcedureVersion text) {
        GeneralPapers papers = GeneralPapers.of(text.cases());
        var all = new ArrayList<Component>();
        papers.papers().forEach(paper -> all.add(component(paper, papers)));
        all.add(new Component(
                OTHER,
                bilingual(FIXED.at("/other/fields/0/label")),
                false,
                0,
                0,
                0,
                bilingual(FIXED.at("/other/hint")),
                null));
        return List.copyOf(all);
    }

    /// The definition in JSON.
    static String body(ProcedureVersion text, FormRef ref) {
        return new GeneralForm(text).write(ref).toString();
    }

    private static boolean same(ProcedureVersion one, ProcedureVersion other) {
        return one.title().equals(other.title())
                && one.cases().equals(other.cases())
                && one.results().equals(other.results())
                && one.announcement().equals(other.announcement());
    }

    private static Component component(Asked paper, GeneralPapers papers) {
        List<String> cases = papers.cases().stream()
                .filter(block -> paper.cases().contains(block.value()))
                .map(Block::title)
                .toList();
        Bilingual applies = !cases.isEmpty()
                ? both(String.join("; ", cases))
                : paper.need() == Need.ALL
                        ? null
                        : bilingual(paper.need() == Need.SOME ? FIXED.at("/some/hint") : FIXED.at("/hints/unreadable"));
        Paper source = paper.source();
        return new Component(
                paper.code(),
                both(paper.name()),
                paper.need() == Need.ALL && cases.isEmpty(),
                Math.max(0, source.originals()),
                Math.max(0, source.certified()),
                Math.max(0, source.copies()),
                applies,
                paper.held() ? bilingual(FIXED.get("heldBy")) : null);
    }

    private ObjectNode write(FormRef ref) {
        pages.add(page("request"));
        askCases();
        pages.add(page("person"));
        pages.add(page("contact"));
        var left = new ArrayList<Bilingual>();
        for (Block block : papers.blocks()) {
            askPapers(block, left);
        }
        ObjectNode other = page("other");
        note(other, left);
        pages.add(other);
        pages.add(page("declaration"));
        ObjectNode form = JSON.createObjectNode();
        form.putObject("ref").put("id", ref.id()).put("version", ref.version());
        form.put("procedure", text.code().value());
        form.set("title", json(text.title()));
        form.set("sections", FIXED.get("sections"));
        form.set("pages", pages);
        form.putArray("rules");
        ObjectNode result = FIXED.get("result").deepCopy().asObject();
        result.put(
                "code",
                text.results().stream().findFirst().map(ResultType::code).orElse(""));
        form.set("result", result);
        form.set("example", example);
        form.putArray("forWhom").add("self").add("guardian").add("authorised").add("organisation");
        return form;
    }

    private void askCases() {
        if (papers.cases().isEmpty()) {
            return;
        }
        ObjectNode page = page("cases");
        ArrayNode choices = page.at("/fields/0/choices").asArray();
        JsonNode none = choices.remove(0);
        papers.cases().forEach(block -> choices.add(choice(block.value(), GeneralPapers.bare(block.title()))));
        choices.add(none);
        pages.add(page);
        example.putArray("cases").add(papers.cases().getFirst().value());
    }

    private void askPapers(Block block, List<Bilingual> left) {
        int before = pages.size();
        List<Asked> all = block.needed(Need.ALL);
        List<Asked> some = block.needed(Need.SOME);
        List<Asked> unclear = block.needed(Need.UNCLEAR);
        if (many) {
            together(all, CROWDED, false);
            together(some, CROWDED, true);
            together(unclear, CROWDED, true);
        } else {
            if (all.size() <= ALONE) {
                all.forEach(paper -> alone(paper, condition("cases", paper.cases()), false));
            } else {
                together(all, TOGETHER, false);
            }
            if (!some.isEmpty()) {
                choose(block, some);
            }
            unclear.forEach(paper -> alone(paper, condition("cases", paper.cases()), true));
        }
        if (block.notes().isEmpty()) {
            return;
        }
        Bilingual notes = filled(
                block.everybody() ? FIXED.get("notes") : FIXED.get("notesOf"),
                Map.of(
                        "case",
                        both(GeneralPapers.bare(block.title())),
                        "notes",
                        both(String.join("\n", block.notes()))));
        if (pages.size() > before) {
            note(pages.get(before).asObject(), List.of(notes));
        } else {
            left.add(notes);
        }
    }

    /// Which of the papers that only some need; then one page for each that was chosen.
    private void choose(Block block, List<Asked> some) {
        listed++;
        String field = "papers" + listed;
        ObjectNode page = page("some");
        page.put("id", "giay-to-rieng-" + listed);
        ObjectNode asked = page.at("/fields/0").asObject();
        asked.put("id", field);
        ArrayNode choices = asked.get("choices").asArray();
        JsonNode none = choices.remove(0);
        some.forEach(paper -> {
            ObjectNode choice = choice(paper.code(), paper.shortened() ? paper.brief() : paper.name());
            if (paper.shortened()) {
                choice.set("hint", json(both(paper.name())));
            }
            choices.add(choice);
        });
        choices.add(none);
        page.set("showIf", condition("cases", block.everybody() ? List.of() : List.of(block.value())));
        pages.add(page);
        if (block.everybody() || block.equals(papers.cases().getFirst())) {
            example.putArray(field).add(NONE);
        }
        some.forEach(paper -> alone(paper, condition(field, List.of(paper.code())), false));
    }

    private void alone(Asked paper, ArrayNode showIf, boolean optional) {
        ObjectNode page = page("paper", Map.of("brief", both(paper.brief())));
        page.put("id", "giay-" + paper.code().substring(1));
        page.set("showIf", showIf);
        ObjectNode field = field(paper, optional, null);
        page.get("fields").asArray().add(field);
        if (paper.shortened()) {
            note(page, List.of(filled(FIXED.at("/hints/whole"), Map.of("name", both(paper.name())))));
        }
        pages.add(page);
    }

    /// Several papers a page; those that are asked in the same cases share one.
    private void together(List<Asked> papers, int most, boolean optional) {
        for (int from = 0; from < papers.size(); ) {
            List<String> cases = papers.get(from).cases();
            int to = from;
            while (to < papers.size()
                    && to < from + most
                    && papers.get(to).cases().equals(cases)) {
                to++;
            }
            pages.add(together(papers.subList(from, to), optional));
            from = to;
        }
    }

    private ObjectNode together(List<Asked> papers, boolean optional) {
        ObjectNode page =
                page(optional ? "skippable" : "together", Map.of("count", both(String.valueOf(papers.size()))));
        page.put("id", "giay-" + papers.getFirst().code().substring(1));
        page.set("showIf", condition("cases", papers.getFirst().cases()));
        for (Asked paper : papers) {
            Bilingual whole =
                    paper.shortened() ? filled(FIXED.at("/hints/whole"), Map.of("name", both(paper.name()))) : null;
            page.get("fields").asArray().add(field(paper, optional, whole));
        }
        return page;
    }

    private ObjectNode field(Asked paper, boolean optional, @Nullable Bilingual before) {
        ObjectNode field = filled(FIXED.get("file").deepCopy().asObject(), Map.of("brief", both(paper.brief())));
        field.put("id", "paper" + paper.code().substring(1));
        field.put("component", paper.code());
        if (optional) {
            field.put("optional", true);
        }
        var hints = new ArrayList<Bilingual>();
        if (before != null) {
            hints.add(before);
        }
        if (!paper.source().formFile().isBlank()) {
            hints.add(filled(
                    FIXED.at("/hints/blank"), Map.of("file", both(paper.source().formFile()))));
        }
        if (paper.held()) {
            hints.add(bilingual(FIXED.at("/hints/held")));
        }
        if (paper.need() == Need.UNCLEAR) {
            hints.add(bilingual(FIXED.at("/hints/unreadable")));
        }
        if (!hints.isEmpty()) {
            field.set("hint", json(joined(hints, " ")));
        }
        return field;
    }

    private ObjectNode page(String name) {
        return page(name, Map.of());
    }

    private ObjectNode page(String name, Map<String, Bilingual> words) {
        var all = new java.util.HashMap<>(words);
        all.put("title", text.title());
        all.put("clause", both(clause()));
        return filled(FIXED.get(name).deepCopy().asObject(), all);
    }

    private String clause() {
        String decision = text.announcement().number();
        return decision.isBlank() ? "Nghị định 118/2025/NĐ-CP" : "Quyết định công bố số " + decision;
    }

    private static void note(ObjectNode page, List<Bilingual> more) {
        if (more.isEmpty()) {
            return;
        }
        var notes = new ArrayList<Bilingual>();
        if (page.has("note")) {
            notes.add(bilingual(page.get("note")));
        }
        notes.addAll(more);
        page.set("note", json(joined(notes, "\n")));
    }

    private static ArrayNode condition(String field, List<String> values) {
        ArrayNode conditions = JSON.createArrayNode();
        if (!values.isEmpty()) {
            ArrayNode in = conditions.addObject().put("field", field).putArray("in");
            values.forEach(in::add);
        }
        return conditions;
    }

    private static ObjectNode choice(String value, String label) {
        ObjectNode choice = JSON.createObjectNode().put("value", value);
        choice.set("label", json(both(label)));
        return choice;
    }

    /// Puts words in the place of `{name}` in every text of a part.
    private static ObjectNode filled(ObjectNode part, Map<String, Bilingual> words) {
        for (String name : List.copyOf(part.propertyNames())) {
            JsonNode value = part.get(name);
            if (value.isString()) {
                part.put(name, filled(value.asString(), words, name.equals("en") ? "en" : "vi"));
            } else if (value.isObject()) {
                ObjectNode _ = filled(value.asObject(), words);
            } else if (value.isArray()) {
                value.valueStream().filter(JsonNode::isObject).forEach(each -> {
                    ObjectNode _ = filled(each.asObject(), words);
                });
            }
        }
        return part;
    }

    private static Bilingual filled(JsonNode text, Map<String, Bilingual> words) {
        return bilingual(filled(text.deepCopy().asObject(), words));
    }

    private static String filled(String text, Map<String, Bilingual> words, String language) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(text).replaceAll(found -> {
            Bilingual word = words.get(found.group(1));
            return java.util.regex.Matcher.quoteReplacement(word == null ? found.group() : word.in(language));
        });
    }

    private static Bilingual joined(List<Bilingual> texts, String between) {
        return new Bilingual(
                String.join(between, texts.stream().map(Bilingual::vi).toList()),
                String.join(between, texts.stream().map(Bilingual::en).toList()));
    }

    private static Bilingual both(String text) {
        return new Bilingual(text, text);
    }

    private static Bilingual bilingual(JsonNode text) {
        return new Bilingual(text.get("vi").asString(), text.get("en").asString());
    }

    private static ObjectNode json(Bilingual text) {
        return JSON.createObjectNode().put("vi", text.vi()).put("en", text.en());
    }

    private static JsonNode fixed() {
        try (InputStream in = GeneralForm.class.getResourceAsStream("general-form.json")) {
            return JSON.readTree(java.util.Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
