package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.VietnameseText;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// `/can-bo/danh-muc/bieu-mau`: which procedures have a form of their own, and which forms are being written.
@Controller
class FormListPages {

    private static final int SIZE = 50;

    private final FormDrafts drafts;
    private final Catalogue catalogue;
    private final People people;

    FormListPages(FormDrafts drafts, Catalogue catalogue, People people) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.people = people;
    }

    /// What an officer may want to see.
    enum Filter {
        ALL("tat-ca"),
        MISSING("chua-co"),
        WRITING("dang-soan"),
        WAITING("cho-duyet");

        final String slug;

        Filter(String slug) {
            this.slug = slug;
        }

        static Filter of(String slug) {
            return Arrays.stream(values())
                    .filter(filter -> filter.slug.equals(slug))
                    .findFirst()
                    .orElse(ALL);
        }

        boolean takes(Line line) {
            return switch (this) {
                case ALL -> true;
                case MISSING -> !line.head.fileable() && line.draft == null;
                case WRITING -> line.draft != null && !line.draft.sent();
                case WAITING -> line.draft != null && line.draft.sent();
            };
        }
    }

    private record Line(ProcedureHead head, @Nullable FormDraft draft) {}

    record Link(String text, String href, int count, boolean chosen) {}

    record Mark(String text, Tone tone) {}

    record Row(String href, String title, String code, String version, List<Mark> marks) {}

    record Listing(
            String question,
            String filter,
            List<Link> filters,
            List<Row> rows,
            @Nullable String next,
            @Nullable String first) {}

    @GetMapping(HOME)
    String list(
            Actor actor,
            @RequestParam(name = "loc", defaultValue = "") String wanted,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "tu", defaultValue = "0") String after,
            HttpServletRequest request,
            Model model) {
        Texts texts = Texts.in(Languages.of(request));
        String question = typed.length() > 200 ? typed.substring(0, 200) : typed;
        Map<ProcedureCode, FormDraft> open =
                drafts.open(actor).stream().collect(Collectors.toMap(FormDraft::code, Function.identity()));
        List<Line> found = catalogue.heads().stream()
                .filter(head -> matches(head, question))
                .map(head -> new Line(head, open.get(head.code())))
                .toList();
        Filter filter = Filter.of(wanted);
        List<Line> shown = found.stream().filter(filter::takes).toList();
        int from = after.matches("\\d{1,6}") ? Math.min(Integer.parseInt(after), shown.size()) : 0;
        int to = Math.min(shown.size(), from + SIZE);
        model.addAttribute(
                "view",
                new Listing(
                        question,
                        filter.slug,
                        Arrays.stream(Filter.values())
                                .map(each -> new Link(
                                        texts.get("authoring.list.filter." + each),
                                        href(each, question, 0),
                                        (int) found.stream().filter(each::takes).count(),
                                        each == filter))
                                .toList(),
                        shown.subList(from, to).stream()
                                .map(line -> row(line, texts))
                                .toList(),
                        to < shown.size() ? href(filter, question, to) : null,
                        from > 0 ? href(filter, question, 0) : null));
        return "authoring/web/list";
    }

    private Row row(Line line, Texts texts) {
        var marks = new ArrayList<Mark>();
        FormDraft draft = line.draft;
        if (draft != null) {
            String who = people.find(draft.preparer()).map(Person::name).orElse("");
            marks.add(new Mark(
                    texts.get(draft.sent() ? "authoring.list.waiting" : "authoring.list.writing", who),
                    draft.sent() ? Tone.ASKS : Tone.MOVING));
        }
        String version = catalogue
                .find(line.head.code())
                .map(Procedure::guidance)
                .map(Guidance::form)
                .map(form -> texts.get("authoring.list.version", String.valueOf(form.version())))
                .orElseGet(
                        () -> texts.get(line.head.fileable() ? "authoring.list.general" : "authoring.list.none-own"));
        return new Row(
                HOME + "/" + line.head.code() + (draft != null && draft.sent() ? "/duyet" : ""),
                line.head.plainTitle().in(texts.language().code()),
                line.head.code().value(),
                version,
                marks);
    }

    /// Every word of the question stands in the code or in one of the titles, marks or not.
    private static boolean matches(ProcedureHead head, String question) {
        if (question.isBlank()) {
            return true;
        }
        String all = VietnameseText.folded(
                head.code() + " " + head.title().vi() + " " + head.plainTitle().vi());
        return Arrays.stream(VietnameseText.folded(question).strip().split("\\s+", -1))
                .allMatch(all::contains);
    }

    private static String href(Filter filter, String question, int from) {
        return UriComponentsBuilder.fromPath(HOME)
                .queryParam("loc", filter.slug)
                .queryParam("q", "{q}")
                .queryParam("tu", from)
                .encode()
                .buildAndExpand(question)
                .toUriString();
    }
}
