package org.phigiay.guidance.web;

import static org.phigiay.guidance.web.ProposalViews.HOME;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.GuidanceStanding;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.guidance.PlainScores;
import org.phigiay.guidance.Proposal;
import org.phigiay.guidance.Proposals;
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

/// `/can-bo/danh-muc/huong-dan`: which procedures have guidance, and which of it has to be written, looked at again or
/// judged.
@Controller
class ProposalListPages {

    private static final int SIZE = 50;

    private final Proposals proposals;
    private final Catalogue catalogue;
    private final PlainScores scores;
    private final ProposalViews views;

    ProposalListPages(Proposals proposals, Catalogue catalogue, PlainScores scores, ProposalViews views) {
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.scores = scores;
        this.views = views;
    }

    /// What an officer may want to see.
    enum Filter {
        ALL("tat-ca"),
        MISSING("chua-co"),
        REVIEW("can-xem-lai"),
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
                case MISSING -> line.standing.missing();
                case REVIEW -> line.standing.toReview();
                case WRITING -> line.proposal != null && !line.proposal.sent();
                case WAITING -> line.proposal != null && line.proposal.sent();
            };
        }
    }

    private record Line(
            ProcedureHead head,
            GuidanceStanding standing,
            @Nullable Proposal proposal) {}

    record Link(String text, String href, int count, boolean chosen) {}

    record Mark(String text, Tone tone) {}

    record Row(String href, String title, String code, List<Mark> marks, String points) {}

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
        List<Line> found = lines(actor).stream()
                .filter(line -> matches(line.head, question))
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
                                        texts.get("guidance.list.filter." + each),
                                        href(each, question, 0),
                                        (int) found.stream().filter(each::takes).count(),
                                        each == filter))
                                .toList(),
                        shown.subList(from, to).stream()
                                .map(line -> row(line, texts))
                                .toList(),
                        to < shown.size() ? href(filter, question, to) : null,
                        from > 0 ? href(filter, question, 0) : null));
        return "guidance/web/proposals";
    }

    private List<Line> lines(Actor actor) {
        Map<ProcedureCode, Proposal> open =
                proposals.open(actor).stream().collect(Collectors.toMap(Proposal::code, Function.identity()));
        Map<ProcedureCode, GuidanceStanding> standings = catalogue.standings().stream()
                .collect(Collectors.toMap(GuidanceStanding::code, Function.identity(), (first, second) -> first));
        var lines = new ArrayList<Line>();
        for (ProcedureHead head : catalogue.heads()) {
            GuidanceStanding standing = standings.getOrDefault(head.code(), new GuidanceStanding(head.code(), 0, 0, 0));
            lines.add(new Line(head, standing, open.get(head.code())));
        }
        return lines;
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

    private Row row(Line line, Texts texts) {
        var marks = new ArrayList<Mark>();
        if (line.standing.missing()) {
            marks.add(new Mark(texts.get("guidance.list.missing"), Tone.WAITING));
        }
        if (line.standing.toReview()) {
            marks.add(new Mark(texts.get("guidance.list.review"), Tone.ASKS));
        }
        Proposal proposal = line.proposal;
        if (proposal != null) {
            marks.add(new Mark(
                    texts.get(
                            proposal.sent() ? "guidance.list.waiting" : "guidance.list.writing",
                            views.name(proposal.preparer())),
                    proposal.sent() ? Tone.ASKS : Tone.MOVING));
        }
        String points = line.standing.missing()
                ? ""
                : catalogue
                        .find(line.head.code())
                        .flatMap(procedure -> java.util.Optional.ofNullable(procedure.guidance()))
                        .map(guidance ->
                                texts.get("guidance.points", scores.of(guidance).points()))
                        .orElse("");
        boolean judge = proposal != null && proposal.sent();
        return new Row(
                HOME + "/" + line.head.code() + (judge ? "/duyet" : ""),
                line.head.plainTitle().in(texts.language().code()),
                line.head.code().value(),
                marks,
                points);
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
