package org.phigiay.dialogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.dialogue.Question;
import org.phigiay.dialogue.QuestionId;
import org.phigiay.dialogue.Questions;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.PostCode;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.phigiay.ui.WorkRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Trả lời câu hỏi: what waits at the agency, answering it, giving it to another post; and the second person's look at
/// what may help everybody.
@Controller
@RequestMapping(AnswerPages.ROOT)
class AnswerPages {
    static final String ROOT = "/can-bo/cau-hoi";
    private static final String JUDGE = "/chia-se";
    private static final int EXCERPT = 120;

    private final Questions questions;
    private final Places places;
    private final OncePerForm once;

    AnswerPages(Questions questions, Places places, OncePerForm once) {
        this.questions = questions;
        this.places = places;
        this.once = once;
    }

    /// @param answer as typed so far
    /// @param forAll whether it is meant for everybody
    /// @param shared the question as everybody would read it
    record AnswerView(
            Question question,
            String procedure,
            boolean late,
            List<Option> posts,
            String holder,
            String answer,
            boolean forAll,
            String shared,
            Errors errors,
            String once) {}

    /// @param own the reader proposed it, so somebody else decides
    record ProposedView(Question question, Question.Shared shared, String procedure, String agency, boolean own) {}

    @GetMapping
    String list(Actor actor, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        Instant now = Instant.now();
        model.addAttribute(
                "rows",
                questions.waiting(actor).stream()
                        .map(question -> row(question, now, language))
                        .toList());
        return "dialogue/web/waiting";
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Question question = questions.open(actor, QuestionId.parse(id));
        return show(question, "", false, question.text(), Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/{id}/tra-loi")
    String answer(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "false") boolean forAll,
            @RequestParam(defaultValue = "") String shared,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        QuestionId question = QuestionId.parse(id);
        try {
            String next = once.submit(
                    actor,
                    request.getRequestURI(),
                    request.getParameterMap(),
                    ROOT,
                    () -> questions.answer(actor, question, answer, forAll ? shared : null));
            redirect.addFlashAttribute("flash", forAll ? "dialogue.answered-and-proposed" : "dialogue.answered");
            return "redirect:" + next;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            return show(
                    questions.open(actor, question),
                    answer,
                    forAll,
                    shared,
                    Errors.of(invalid, Texts.in(language)),
                    language,
                    model);
        }
    }

    @PostMapping("/{id}/chuyen")
    String handOn(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        QuestionId question = QuestionId.parse(id);
        try {
            questions.handOn(actor, question, post(question, post));
            redirect.addFlashAttribute("flash", "dialogue.handed-on");
            return "redirect:" + ROOT;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            Question open = questions.open(actor, question);
            return show(open, "", false, open.text(), Errors.of(invalid, Texts.in(language)), language, model);
        }
    }

    @GetMapping(JUDGE)
    String proposed(Actor actor, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        model.addAttribute(
                "rows",
                questions.proposed(actor).stream()
                        .flatMap(question -> java.util.stream.Stream.ofNullable(question.shared())
                                .map(shared -> new ProposedView(
                                        question,
                                        shared,
                                        places.procedure(question.place(), language),
                                        places.agency(question.agency(), language),
                                        shared.by().equals(actor.person()))))
                        .toList());
        return "dialogue/web/proposed";
    }

    @PostMapping(JUDGE + "/{id}/{decision}")
    String decide(Actor actor, @PathVariable String id, @PathVariable String decision, RedirectAttributes redirect) {
        boolean publish = switch (decision) {
            case "dong-y" -> true;
            case "khong" -> false;
            default -> throw new org.phigiay.shared.NotFound();
        };
        questions.decide(actor, QuestionId.parse(id), publish);
        redirect.addFlashAttribute("flash", publish ? "dialogue.published" : "dialogue.declined");
        return "redirect:" + ROOT + JUDGE;
    }

    /// The post of that code among those of the question's agency.
    private PostCode post(QuestionId question, String code) {
        return questions.find(question).stream()
                .flatMap(found -> questions.posts(found.agency()).stream())
                .map(org.phigiay.organisation.Post::code)
                .filter(post -> post.value().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.of("post", "dialogue.post.unknown"));
    }

    private String show(
            Question question,
            String answer,
            boolean forAll,
            String shared,
            Errors errors,
            Language language,
            Model model) {
        @Nullable
        String holder = question.post() == null ? null : question.post().value();
        model.addAttribute(
                "view",
                new AnswerView(
                        question,
                        places.procedure(question.place(), language),
                        question.late(Instant.now()),
                        questions.posts(question.agency()).stream()
                                .map(post -> Option.of(
                                        post.code().value(),
                                        post.title(language.code()),
                                        post.code().value().equals(holder)))
                                .toList(),
                        question.post() == null ? "" : places.post(question.post(), language),
                        answer,
                        forAll,
                        shared,
                        errors,
                        OncePerForm.newKey()));
        return "dialogue/web/answer";
    }

    private WorkRow row(Question question, Instant now, Language language) {
        Texts texts = Texts.in(language);
        boolean late = question.late(now);
        String title = question.place().title();
        return new WorkRow(
                question.id().toString(),
                ROOT + "/" + question.id(),
                question.code(),
                question.dueAt(),
                Dates.in(language).until(question.dueAt(), now),
                late,
                question.post() == null ? texts.get("dialogue.desk") : places.post(question.post(), language),
                places.procedure(question.place(), language) + (title == null ? "" : " · " + title),
                excerpt(question.text()),
                late ? texts.get("dialogue.late") : null,
                Tone.LATE);
    }

    private static String excerpt(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
