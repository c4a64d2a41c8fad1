package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.phigiay.authoring.Change;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.authoring.FormDrafts.Outcome;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Adds, moves and takes away questions, fields and rules of a form in the making. A form sent twice does it once.
@Controller
@RequestMapping(HOME + "/{code}")
class ShapePages {

    private static final Set<String> TAKEN =
            Set.of("kiem-tra", "noi-nop", "sua", "nop", "bo", "cho-ai", "dung-lai", "muc-luc", "bieu-mau-moi", "ghep");

    private final FormDrafts drafts;
    private final OncePerForm once;

    ShapePages(FormDrafts drafts, OncePerForm once) {
        this.drafts = drafts;
        this.once = once;
    }

    /// A question with its first field.
    @PostMapping("/them-trang")
    String addPage(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "cau-hoi", defaultValue = "") String question,
            @RequestParam(name = "nhan", defaultValue = "") String label,
            @RequestParam(name = "loai", defaultValue = "") String type,
            @RequestParam(name = "phan", defaultValue = "") String section,
            @RequestParam(name = "sau", defaultValue = "") String after,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        FormDraft draft = draft(actor, code);
        String title = cut(question);
        Set<String> taken = FormTree.ids(draft.form(), true);
        taken.addAll(TAKEN);
        String id = FormTree.freeId(taken, Inputs.idOf(title.isEmpty() ? "moi" : title, true));
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("id", id).put("section", section(draft, section));
        page.putObject("title").put("vi", title).put("en", "");
        page.putArray("fields").add(field(draft, label.isBlank() ? title : label, type, FieldSheet.TYPES));
        return change(
                actor,
                draft,
                new Change.Add(Place.PAGES, page, FormTree.text(after)),
                Ways.to(draft.code(), Place.page(id)),
                "authoring.flash.added",
                request,
                redirect);
    }

    @PostMapping("/them-o")
    String addField(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "cho", defaultValue = "") String place,
            @RequestParam(name = "nhan", defaultValue = "") String label,
            @RequestParam(name = "loai", defaultValue = "") String type,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        FormDraft draft = draft(actor, code);
        Place holder = place(place);
        boolean inside = !holder.field().isEmpty();
        if (holder.page().isEmpty() || FormTree.at(draft.content(), holder) == null) {
            throw new NotFound("authoring.place-gone");
        }
        ObjectNode field = field(draft, label, type, inside ? FieldSheet.INSIDE : FieldSheet.TYPES);
        Place list = holder.to("fields");
        return change(
                actor,
                draft,
                new Change.Add(list, field, ""),
                Ways.to(draft.code(), list.to(FormTree.id(field))),
                "authoring.flash.added",
                request,
                redirect);
    }

    @PostMapping("/them-quy-tac")
    String addRule(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "loai", defaultValue = "") String kind,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        FormDraft draft = draft(actor, code);
        String rule = RuleSheet.RULES.contains(kind) ? kind : RuleSheet.RULES.getFirst();
        int number = draft.form().path("rules").size();
        return change(
                actor,
                draft,
                new Change.Add(Place.RULES, RuleSheet.fresh(rule), ""),
                Ways.to(draft.code(), Place.rule(number)),
                "authoring.flash.added",
                request,
                redirect);
    }

    /// @param what the place, a stroke, and by how many places downwards
    @PostMapping("/chuyen")
    String move(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "chuyen", defaultValue = "") String what,
            @RequestParam(name = "ve", defaultValue = "") String back,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        FormDraft draft = draft(actor, code);
        String[] parts = what.split("\\|", 2);
        int by = parts.length > 1 && parts[1].equals("-1") ? -1 : 1;
        Place place = place(parts[0]);
        String to = back.isEmpty() ? Ways.form(draft.code()) : Ways.to(draft.code(), place(back));
        return change(actor, draft, new Change.Move(place, by), to, "authoring.flash.moved", request, redirect);
    }

    @PostMapping("/xoa")
    String remove(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "cho", defaultValue = "") String what,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        FormDraft draft = draft(actor, code);
        Place place = place(what);
        if (place.steps().size() < 2) {
            throw new NotFound("authoring.place-gone");
        }
        String to = place.field().isEmpty()
                ? Ways.form(draft.code())
                : Ways.to(draft.code(), place.list().list());
        return change(actor, draft, new Change.Remove(place), to, "authoring.flash.removed", request, redirect);
    }

    private String change(
            Actor actor,
            FormDraft draft,
            Change change,
            String to,
            String flash,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        int seen = seen(request, draft);
        String there = once.submit(actor, request.getRequestURI(), request.getParameterMap(), to, () -> {
            if (drafts.change(actor, draft.code(), seen, change) instanceof Outcome.Overtaken) {
                throw new Conflict("authoring.changed");
            }
        });
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + there;
    }

    private static int seen(HttpServletRequest request, FormDraft draft) {
        String seen = request.getParameter("xem");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : draft.version();
    }

    private static ObjectNode field(FormDraft draft, String label, String type, List<String> types) {
        String text = cut(label);
        String id =
                FormTree.freeId(FormTree.ids(draft.form(), false), Inputs.idOf(text.isEmpty() ? "moi" : text, false));
        ObjectNode field = JsonNodeFactory.instance.objectNode().put("id", id);
        field.putObject("label").put("vi", text).put("en", "");
        return FieldSheet.fresh(field, types.contains(type) ? type : "text");
    }

    private static String section(FormDraft draft, String wanted) {
        List<String> sections = StreamSupport.stream(
                        draft.form().path("sections").spliterator(), false)
                .map(FormTree::id)
                .toList();
        return sections.contains(wanted) ? wanted : sections.isEmpty() ? "" : sections.getLast();
    }

    private static String cut(String text) {
        String clean = FormTree.text(text).strip();
        return clean.length() > Typed.LONGEST ? clean.substring(0, Typed.LONGEST) : clean;
    }

    private static Place place(String way) {
        return way.length() > 500
                ? Place.PAGES
                : new Place(Arrays.stream(FormTree.text(way).split("/", -1))
                        .filter(step -> !step.isEmpty())
                        .limit(8)
                        .collect(Collectors.toList()));
    }

    private FormDraft draft(Actor actor, String code) {
        return drafts.open(actor, new ProcedureCode(code)).orElseThrow(() -> new NotFound("authoring.none-open", code));
    }
}
