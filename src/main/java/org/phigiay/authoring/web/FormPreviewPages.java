package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phigiay.authoring.Examination;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.forms.AccountFact;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Knowledge;
import org.phigiay.forms.QuestionView;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/// A form in the making as citizens will see it: every page by itself, and the way through the branches. Nothing that
/// is
/// typed here is kept; only the choices that decide about the way go along in the address.
@Controller
@RequestMapping(HOME + "/{code}/xem-truoc")
class FormPreviewPages {

    private static final String PHONE = "360";

    private static final Map<AccountFact, String> ACCOUNT = Map.of(
            AccountFact.NAME, "Nguyễn Thị Mai",
            AccountFact.PERSONAL_NUMBER, "000194000011",
            AccountFact.BIRTH_DATE, "1994-03-14",
            AccountFact.SEX, "female",
            AccountFact.PHONE, "0900000011",
            AccountFact.EMAIL, "mai@example.vn");

    private final FormDrafts drafts;
    private final Examination examination;
    private final Forms forms;

    FormPreviewPages(FormDrafts drafts, Examination examination, Forms forms) {
        this.drafts = drafts;
        this.examination = examination;
        this.forms = forms;
    }

    /// @param deciding what may be chosen, each with its choices
    /// @param route the pages these choices lead to
    /// @param left out pages they do not lead to
    record Walk(
            String code,
            String title,
            String href,
            List<SheetView.Input> deciding,
            List<Stop> route,
            List<Stop> leftOut) {}

    record Stop(String title, String href, List<String> when) {}

    /// Where the previewed page stands.
    ///
    /// @param phone whether it is drawn as narrow as on a phone
    record Bar(String walk, String edit, String other, boolean phone, String query) {}

    /// "If the answer is X, these pages follow."
    @GetMapping
    String walk(Actor actor, @PathVariable("code") String code, HttpServletRequest request, Model model) {
        FormDraft draft = draft(actor, code);
        FormDefinition form = form(actor, draft);
        Texts texts = Texts.in(Languages.of(request));
        model.addAttribute("view", new Branches(draft, form, Branches.chosen(request), texts).walk());
        return "authoring/web/walk";
    }

    @GetMapping("/{page}")
    String page(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String id,
            @RequestParam(name = "rong", defaultValue = "") String width,
            HttpServletRequest request,
            Model model) {
        FormDraft draft = draft(actor, code);
        FormDefinition form = form(actor, draft);
        var branches = new Branches(draft, form, Branches.chosen(request), Texts.in(Languages.of(request)));
        FormPage page = page(form, id);
        ObjectNode answers = branches.answersBefore(page);
        return draw(draft, form, page, answers, List.of(), branches, width, Languages.of(request), model);
    }

    /// Answers as citizens would: told what is wrong, or led to the next page.
    @PostMapping("/{page}")
    String answer(
            Actor actor,
            @PathVariable("code") String code,
            @PathVariable("page") String id,
            @RequestParam(name = "rong", defaultValue = "") String width,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormDraft draft = draft(actor, code);
        FormDefinition form = form(actor, draft);
        Language language = Languages.of(request);
        var branches = new Branches(draft, form, Branches.chosen(request), Texts.in(language));
        FormPage page = page(form, id);
        ObjectNode answers = branches.answersWith(forms.read(page, posted), page);
        List<FieldError> errors = forms.checkPage(form, page, answers, language.code());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return draw(draft, form, page, answers, errors, branches, width, language, model);
        }
        Branches further = branches.with(answers, page);
        Optional<FormPage> next = form.after(page, answers);
        String to = next.map(after -> Ways.preview(draft.code(), after.id()))
                .orElse(Ways.form(draft.code()) + "/xem-truoc");
        return "redirect:" + to + further.query(width);
    }

    private String draw(
            FormDraft draft,
            FormDefinition form,
            FormPage page,
            ObjectNode answers,
            List<FieldError> errors,
            Branches branches,
            String width,
            Language language,
            Model model) {
        boolean phone = width.equals(PHONE);
        String here = Ways.preview(draft.code(), page.id());
        String back = form.before(page, answers)
                .map(before -> Ways.preview(draft.code(), before.id()) + branches.query(width))
                .orElse(null);
        model.addAttribute(
                "view",
                QuestionView.of(
                        form,
                        page,
                        answers,
                        Knowledge.of(ACCOUNT),
                        List.of(),
                        errors,
                        0,
                        new QuestionView.Links(here + branches.query(width), back),
                        forms.addresses(),
                        language));
        model.addAttribute(
                "bar",
                new Bar(
                        Ways.form(draft.code()) + "/xem-truoc" + branches.query(""),
                        Ways.form(draft.code()) + "/trang/" + page.baseId(),
                        here + branches.query(phone ? "" : PHONE),
                        phone,
                        branches.query(width)));
        return "authoring/web/preview";
    }

    private static FormPage page(FormDefinition form, String id) {
        return form.page(id)
                .or(() -> form.pages().stream()
                        .filter(page -> page.id().equals(id) && page.each() != null)
                        .findFirst()
                        .flatMap(page -> form.page(id + "~1")))
                .orElseThrow(() -> new NotFound("authoring.place-gone"));
    }

    /// A form that cannot be read yet has no preview: the checks say what to mend.
    private FormDefinition form(Actor actor, FormDraft draft) {
        FormDefinition form = examination.check(actor, draft).definition();
        if (form == null) {
            throw new NotFound("authoring.preview.broken");
        }
        return form;
    }

    private FormDraft draft(Actor actor, String code) {
        return drafts.open(actor, new ProcedureCode(code)).orElseThrow(() -> new NotFound("authoring.none-open", code));
    }
}
