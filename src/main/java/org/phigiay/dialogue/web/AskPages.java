package org.phigiay.dialogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.dialogue.Place;
import org.phigiay.dialogue.Question;
import org.phigiay.dialogue.QuestionId;
import org.phigiay.dialogue.Questions;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Hỏi cán bộ: asking, and what became of one's questions.
@Controller
class AskPages {
    static final String ASK = "/hoi-can-bo";
    static final String OWN = "/cau-hoi";

    private final Questions questions;
    private final Places places;
    private final OncePerForm once;

    AskPages(Questions questions, Places places, OncePerForm once) {
        this.questions = questions;
        this.places = places;
        this.once = once;
    }

    /// @param procedure its everyday title
    /// @param page the question of the form; empty when it is about the whole
    /// @param form name and version of the form; empty without one
    /// @param agencies to choose from; empty when the draft has chosen
    /// @param agency the one chosen; empty while there is a choice
    record AskView(
            String procedure,
            String code,
            String page,
            String form,
            String draft,
            String asked,
            List<Option> agencies,
            String agency,
            String text,
            String back,
            Errors errors,
            String once) {}

    /// @param answer empty while it is open
    /// @param by the post that answered
    record OwnView(
            Question question,
            String procedure,
            String agency,
            String answer,
            String by,
            @Nullable String back) {}

    @GetMapping(ASK)
    String ask(
            Actor actor,
            @RequestParam(name = "nhap", defaultValue = "") String draft,
            @RequestParam(name = "cau", defaultValue = "") String page,
            @RequestParam(name = "thu-tuc", defaultValue = "") String procedure,
            HttpServletRequest request,
            Model model) {
        signedIn(actor);
        if (draft.isBlank() && procedure.isBlank()) {
            return "redirect:" + OWN;
        }
        Places.Found found = places.find(actor, draft, page, procedure);
        return show(actor, found, "", "", Errors.NONE, Languages.of(request), model);
    }

    @PostMapping(ASK)
    String send(
            Actor actor,
            @RequestParam(name = "nhap", defaultValue = "") String draft,
            @RequestParam(name = "cau", defaultValue = "") String page,
            @RequestParam(name = "thu-tuc", defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String question,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        signedIn(actor);
        Places.Found found = places.find(actor, draft, page, procedure);
        try {
            AgencyCode to = found.agency() != null ? found.agency() : chosen(found, agency);
            String next = once.submit(
                    actor,
                    request.getRequestURI(),
                    request.getParameterMap(),
                    Question.class,
                    asked -> OWN + "/" + asked.id(),
                    () -> questions.ask(actor, found.place(), to, question));
            redirect.addFlashAttribute("flash", "dialogue.asked");
            return "redirect:" + next;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            return show(actor, found, agency, question, Errors.of(invalid, Texts.in(language)), language, model);
        }
    }

    @GetMapping(OWN)
    String own(Actor actor, HttpServletRequest request, Model model) {
        signedIn(actor);
        Language language = Languages.of(request);
        model.addAttribute(
                "rows",
                questions.own(actor).stream().map(each -> view(each, language)).toList());
        return "dialogue/web/own";
    }

    @GetMapping(OWN + "/{id}")
    String one(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        signedIn(actor);
        model.addAttribute("view", view(questions.own(actor, QuestionId.parse(id)), Languages.of(request)));
        return "dialogue/web/one";
    }

    private static AgencyCode chosen(Places.Found found, String agency) {
        return found.agencies().stream()
                .filter(each -> each.value().equals(agency))
                .findFirst()
                .orElseThrow(() -> Invalid.of("agency", "dialogue.agency.choose"));
    }

    private String show(
            Actor actor,
            Places.Found found,
            String agency,
            String text,
            Errors errors,
            Language language,
            Model model) {
        Place place = found.place();
        String chosen = agency.isEmpty() ? places.near(actor, found.agencies()) : agency;
        AgencyCode fixed = found.agency();
        model.addAttribute(
                "view",
                new AskView(
                        places.procedure(place, language),
                        place.procedure().value(),
                        place.title() == null ? "" : place.title(),
                        place.form() == null ? "" : place.form().toString(),
                        place.draft() == null ? "" : place.draft().toString(),
                        place.page() == null ? "" : place.page(),
                        fixed != null ? List.of() : places.options(found.agencies(), chosen, language),
                        fixed == null ? "" : places.agency(fixed, language),
                        text,
                        places.back(place),
                        errors,
                        OncePerForm.newKey()));
        return "dialogue/web/ask";
    }

    private OwnView view(Question question, Language language) {
        Question.Answer answer = question.answer();
        return new OwnView(
                question,
                places.procedure(question.place(), language),
                places.agency(question.agency(), language),
                answer == null ? "" : answer.text(),
                answer == null ? "" : places.post(answer.post(), language),
                question.place().draft() == null ? null : places.back(question.place()));
    }

    private static void signedIn(Actor actor) {
        if (actor.anonymous()) {
            throw new SignInNeeded();
        }
    }
}
