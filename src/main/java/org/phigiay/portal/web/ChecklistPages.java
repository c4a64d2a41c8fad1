package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.KeptLists;
import org.phigiay.guidance.Stated;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.signing.QrCodes;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// `/thu-tuc/{code}/chuan-bi`: a person's own list of what to bring. The choice stands in the address and nowhere else,
/// so that the list can be printed, sent to oneself or carried over to a telephone without keeping anything of anybody.
@Controller
class ChecklistPages {

    /// More ticks than this are nobody's.
    private static final int MOST = 300;

    private final Catalogue catalogue;
    private final ProcedureViews views;
    private final KeptLists kept;
    private final String address;

    ChecklistPages(
            Catalogue catalogue,
            ProcedureViews views,
            KeptLists kept,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.catalogue = catalogue;
        this.views = views;
        this.kept = kept;
        this.address = address;
    }

    /// @param cases what may apply to the person
    /// @param papers what the person may have already
    record Choosing(String code, String title, List<Option> cases, List<Option> papers) {}

    /// @param name of the paper
    /// @param detail how many, which form, or what to mind
    /// @param held who has it already, null when nobody
    record Item(String name, String detail, @Nullable String held, boolean have) {}

    /// @param link address of this very list
    /// @param ticked name and value of every tick, for keeping it
    /// @param qr the same as a drawing
    record Sheet(
            String code,
            String title,
            String official,
            List<Item> items,
            List<String> bring,
            String time,
            String cost,
            List<ProcedureView.Place> places,
            String link,
            String mail,
            String change,
            List<Way> ticked,
            String qr) {}

    @GetMapping("/thu-tuc/{code}/chuan-bi")
    String choose(
            @PathVariable("code") String code,
            @RequestParam(name = "t", defaultValue = "") List<String> applies,
            @RequestParam(name = "co", defaultValue = "") List<String> have,
            @RequestParam(name = "xem", defaultValue = "") String see,
            HttpServletRequest request,
            Model model) {
        Procedure procedure = find(code);
        Language language = Languages.of(request);
        Set<String> cases = chosen(applies);
        Set<String> had = chosen(have);
        List<Line> lines = lines(procedure, Texts.in(language));
        if (see.isEmpty()) {
            model.addAttribute("view", choosing(procedure, lines, cases, had, language));
            return "portal/web/choosing";
        }
        model.addAttribute("view", sheet(procedure, lines, cases, had, language));
        return "portal/web/checklist";
    }

    /// @param id in the address
    /// @param group id of the case it belongs to; empty when everybody needs it
    /// @param groupTitle the case in words
    private record Line(
            String id,
            String group,
            String groupTitle,
            String name,
            String detail,
            @Nullable String held) {}

    private static List<Line> lines(Procedure procedure, Texts texts) {
        return procedure.guidance() == null ? announced(procedure, texts) : asked(procedure, texts);
    }

    private static List<Line> asked(Procedure procedure, Texts texts) {
        String lang = texts.language().code();
        List<Line> lines = new ArrayList<>();
        for (Component component : procedure.components()) {
            String applies =
                    component.applies() == null ? "" : component.applies().in(lang);
            lines.add(new Line(
                    component.code(),
                    component.required() ? "" : component.code(),
                    applies.isEmpty() ? component.title(lang) : applies,
                    component.title(lang),
                    component.required() ? applies : "",
                    component.heldBy() == null ? null : component.heldBy().in(lang)));
        }
        return lines;
    }

    private static List<Line> announced(Procedure procedure, Texts texts) {
        List<Line> lines = new ArrayList<>();
        List<Case> cases = procedure.national().cases();
        for (int i = 0; i < cases.size(); i++) {
            String group = cases.get(i).title().isBlank() ? "" : "c" + i;
            List<Paper> papers = cases.get(i).papers();
            for (int j = 0; j < papers.size(); j++) {
                Paper paper = papers.get(j);
                if (!paper.note()) {
                    String count = ProcedureViews.count(paper.originals(), paper.certified(), paper.copies(), texts);
                    lines.add(new Line(
                            "c" + i + "." + j,
                            group,
                            cases.get(i).title(),
                            paper.name(),
                            paper.formFile().isBlank()
                                    ? count
                                    : count + " · " + texts.get("portal.need.form", paper.formFile()),
                            null));
                }
            }
        }
        return lines;
    }

    /// Keeps the list in the account of whoever is signed in.
    @PostMapping("/thu-tuc/{code}/chuan-bi/giu")
    String keep(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "t", defaultValue = "") List<String> applies,
            @RequestParam(name = "co", defaultValue = "") List<String> have,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Procedure procedure = find(code);
        List<Line> lines = lines(procedure, Texts.in(Languages.of(request)));
        String query = query(lines, chosen(applies), chosen(have));
        kept.keep(actor, procedure.code(), query);
        redirect.addFlashAttribute("flash", "portal.list.kept");
        return "redirect:/thu-tuc/" + procedure.code() + "/chuan-bi?xem=1" + query;
    }

    @PostMapping("/thu-tuc/{code}/chuan-bi/bo")
    String drop(Actor actor, @PathVariable("code") String code, RedirectAttributes redirect) {
        kept.drop(actor, new ProcedureCode(code));
        redirect.addFlashAttribute("flash", "portal.list.dropped");
        return "redirect:/ho-so";
    }

    private Procedure find(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow(() -> new NotFound("catalogue.not-found", code));
    }

    private static Choosing choosing(
            Procedure procedure, List<Line> lines, Set<String> cases, Set<String> had, Language language) {
        List<Option> may = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (Line line : lines) {
            if (!line.group().isEmpty() && groups.add(line.group())) {
                may.add(Option.of(line.group(), line.groupTitle(), cases.contains(line.group())));
            }
        }
        return new Choosing(
                procedure.code().value(),
                procedure.plainTitle(language.code()),
                may,
                lines.stream()
                        .map(line -> Option.of(line.id(), line.name(), had.contains(line.id())))
                        .toList());
    }

    private Sheet sheet(Procedure procedure, List<Line> lines, Set<String> cases, Set<String> had, Language language) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        Guide guide = procedure.guidance() == null ? null : procedure.guidance().guide();
        String here = "/thu-tuc/" + procedure.code() + "/chuan-bi";
        String query = query(lines, cases, had);
        String link = address + here + "?xem=1" + query;
        return new Sheet(
                procedure.code().value(),
                procedure.plainTitle(lang),
                procedure.title(lang),
                lines.stream()
                        .filter(line -> line.group().isEmpty() || cases.contains(line.group()))
                        .map(line -> new Item(line.name(), line.detail(), line.held(), had.contains(line.id())))
                        .toList(),
                guide == null
                        ? List.of()
                        : guide.counter().stream().map(text -> text.in(lang)).toList(),
                Stated.time(procedure, texts).orElse(texts.get("portal.need.ask")),
                Stated.cost(procedure, texts).orElse(texts.get("portal.need.ask")),
                views.places(procedure, language).stream().limit(1).toList(),
                link,
                "mailto:?subject=" + encoded(texts.get("portal.list.mail", procedure.plainTitle(lang))) + "&body="
                        + encoded(link),
                here + "?" + query.substring(Math.min(1, query.length())),
                ticked(lines, cases, had),
                QrCodes.svg(link));
    }

    /// Only what is on the list: nothing a stranger writes into the address comes back out of it.
    private static String query(List<Line> lines, Set<String> cases, Set<String> had) {
        StringBuilder query = new StringBuilder();
        lines.stream()
                .map(Line::group)
                .filter(cases::contains)
                .distinct()
                .forEach(group -> query.append("&t=").append(encoded(group)));
        lines.stream()
                .map(Line::id)
                .filter(had::contains)
                .forEach(id -> query.append("&co=").append(encoded(id)));
        return query.toString();
    }

    private static List<Way> ticked(List<Line> lines, Set<String> cases, Set<String> had) {
        return Stream.concat(
                        lines.stream()
                                .map(Line::group)
                                .filter(cases::contains)
                                .distinct()
                                .map(group -> new Way("t", group)),
                        lines.stream().map(Line::id).filter(had::contains).map(id -> new Way("co", id)))
                .toList();
    }

    private static Set<String> chosen(List<String> ticked) {
        return new HashSet<>(ticked.subList(0, Math.min(MOST, ticked.size())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
