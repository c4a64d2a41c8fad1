package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.Change;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.authoring.FormDrafts.Outcome;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One place of a form in the making: the form as a whole, a question, a field, a rule, the result, what is promised.
@Controller
@RequestMapping(HOME + "/{code}")
class PartPages {

    private final FormDrafts drafts;
    private final PartViews views;

    PartPages(FormDrafts drafts, PartViews views) {
        this.drafts = drafts;
        this.views = views;
    }

    @GetMapping({"/chung", "/ket-qua", "/hen"})
    String whole(Actor actor, @PathVariable("code") String code, HttpServletRequest request, Model model) {
        return show(actor, code, whole(request), request, model);
    }

    @PostMapping({"/chung", "/ket-qua", "/hen"})
    String saveWhole(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return save(actor, code, whole(request), seen, request, response, redirect, model);
    }

    @GetMapping("/trang/{page}")
    String page(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String page,
            HttpServletRequest request,
            Model model) {
        return show(actor, code, Place.page(page), request, model);
    }

    @PostMapping("/trang/{page}")
    String savePage(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String page,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return save(actor, code, Place.page(page), seen, request, response, redirect, model);
    }

    @GetMapping("/trang/{page}/o/{field}")
    String field(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String page,
            @PathVariable("field") String field,
            HttpServletRequest request,
            Model model) {
        return show(actor, code, Place.field(page, field), request, model);
    }

    @PostMapping("/trang/{page}/o/{field}")
    String saveField(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String page,
            @PathVariable("field") String field,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return save(actor, code, Place.field(page, field), seen, request, response, redirect, model);
    }

    @GetMapping("/quy-tac/{number}")
    String rule(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("number") String number,
            HttpServletRequest request,
            Model model) {
        return show(actor, code, Place.RULES.to(number), request, model);
    }

    @PostMapping("/quy-tac/{number}")
    String saveRule(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("number") String number,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return save(actor, code, Place.RULES.to(number), seen, request, response, redirect, model);
    }

    private String show(Actor actor, String code, Place place, HttpServletRequest request, Model model) {
        FormDraft draft = draft(actor, code);
        ObjectNode node = node(draft, place);
        model.addAttribute(
                "view",
                views.part(actor, draft, place, node, draft.version(), null, Errors.NONE, Languages.of(request)));
        return "authoring/web/part";
    }

    private String save(
            Actor actor,
            String code,
            Place place,
            int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        FormDraft draft = draft(actor, code);
        ObjectNode node = FormTree.own(node(draft, place), place);
        Texts texts = Texts.in(Languages.of(request));
        var typed = new Typed(request.getParameterMap());
        read(place, typed, node);
        Errors errors = Errors.NONE;
        Outcome.@Nullable Overtaken overtaken = null;
        try {
            if (!typed.errors().isEmpty()) {
                throw new Invalid(List.copyOf(typed.errors()));
            }
            switch (drafts.change(actor, draft.code(), seen, new Change.Put(place, node))) {
                case Outcome.Saved _ -> {
                    redirect.addFlashAttribute("flash", "authoring.flash.saved");
                    return "redirect:" + Ways.to(draft.code(), place);
                }
                case Outcome.Overtaken other -> {
                    overtaken = other;
                    response.setStatus(HttpStatus.CONFLICT.value());
                }
            }
        } catch (Invalid e) {
            errors = Errors.of(e, texts);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        // What was typed stands on the page as it was typed, right or wrong.
        model.addAttribute(
                "view",
                views.part(
                        actor,
                        overtaken == null ? draft : overtaken.now(),
                        place,
                        node,
                        overtaken == null ? seen : overtaken.now().version(),
                        overtaken,
                        errors,
                        texts.language()));
        model.addAttribute("typed", typedValues(request.getParameterMap(), errors));
        return "authoring/web/part";
    }

    /// Texts that could not be kept are shown as they were typed.
    private static Map<String, String> typedValues(Map<String, String[]> fields, Errors errors) {
        var values = new java.util.HashMap<String, String>();
        errors.list().forEach(error -> {
            String[] typed = fields.get(error.field());
            if (typed != null && typed.length > 0) {
                values.put(error.field(), FormTree.text(typed[0]));
            }
        });
        return values;
    }

    private static void read(Place place, Typed typed, ObjectNode node) {
        if (!place.field().isEmpty()) {
            FieldSheet.read(typed, node);
        } else if (!place.page().isEmpty()) {
            PageSheet.read(typed, node);
        } else if (place.equals(Place.RESULT)) {
            FormSheet.readResult(typed, node);
        } else if (place.equals(Place.OFFER)) {
            FormSheet.readOffer(typed, node);
        } else if (place.list().equals(Place.RULES)) {
            RuleSheet.read(typed, node);
        } else {
            FormSheet.read(typed, node);
        }
    }

    private static ObjectNode node(FormDraft draft, Place place) {
        ObjectNode node = FormTree.at(draft.content(), place);
        if (node == null && (place.equals(Place.OFFER) || place.equals(Place.RESULT))) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (node == null) {
            throw new NotFound("authoring.place-gone");
        }
        return node;
    }

    private static Place whole(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.endsWith("/ket-qua") ? Place.RESULT : path.endsWith("/hen") ? Place.OFFER : Place.FORM;
    }

    private FormDraft draft(Actor actor, String code) {
        return drafts.open(actor, new ProcedureCode(code)).orElseThrow(() -> new NotFound("authoring.none-open", code));
    }
}
