package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.Beginning;
import org.phigiay.authoring.Examination;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.authoring.Papers;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.ProcedureCode;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One form in the making as a whole: how it begins, its outline, what is wrong with it, its file, and its end.
@Controller
@RequestMapping(HOME + "/{code}")
class FormPages {

    private static final int LARGEST_FILE = 600_000;

    private final FormDrafts drafts;
    private final Examination examination;
    private final Catalogue catalogue;
    private final AuthoringViews views;
    private final OncePerForm once;

    FormPages(FormDrafts drafts, Examination examination, Catalogue catalogue, AuthoringViews views, OncePerForm once) {
        this.drafts = drafts;
        this.examination = examination;
        this.catalogue = catalogue;
        this.views = views;
        this.once = once;
    }

    @GetMapping
    String show(Actor actor, @PathVariable("code") String code, HttpServletRequest request, Model model) {
        return show(actor, code, Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/bat-dau")
    String begin(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "cach", defaultValue = "") String how,
            @RequestParam(name = "mau", defaultValue = "") String other,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Beginning from = switch (how) {
            case "moi" -> new Beginning.Nothing();
            case "hien-tai" -> new Beginning.Current();
            case "chep" -> new Beginning.Copy(new ProcedureCode(other));
            default -> null;
        };
        if (from == null || (how.equals("chep") && other.isBlank())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Texts texts = Texts.in(Languages.of(request));
            String field = how.equals("chep") ? "mau" : "cach";
            return show(
                    actor,
                    code,
                    Errors.of(Invalid.of(field, "authoring.start.choose"), texts),
                    texts.language(),
                    model);
        }
        FormDraft _ = drafts.begin(actor, new ProcedureCode(code), 0, from);
        redirect.addFlashAttribute("flash", "authoring.flash.begun");
        return "redirect:" + HOME + "/" + code;
    }

    @PostMapping("/tep")
    String upload(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Invalid.of("tep", "authoring.upload.missing");
            }
            if (file.getSize() > LARGEST_FILE) {
                throw Invalid.of("tep", "authoring.upload.large");
            }
            String json = new String(file.getBytes(), StandardCharsets.UTF_8);
            FormDraft _ = drafts.begin(actor, new ProcedureCode(code), seen, new Beginning.Upload(json));
        } catch (Invalid e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Texts texts = Texts.in(Languages.of(request));
            return show(actor, code, Errors.of(placed(e, texts), texts), texts.language(), model);
        }
        redirect.addFlashAttribute("flash", "authoring.flash.uploaded");
        return "redirect:" + HOME + "/" + code;
    }

    /// The definition as a file.
    @GetMapping("/tai-ve")
    void download(Actor actor, @PathVariable("code") String code, HttpServletResponse response) throws IOException {
        FormDraft draft = draft(actor, code);
        byte[] file = examination.file(actor, draft).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"bieu-mau-" + draft.code() + ".json\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    @PostMapping("/gui")
    String send(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            FormDraft _ = drafts.send(actor, new ProcedureCode(code), seen);
        } catch (Invalid e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Texts texts = Texts.in(Languages.of(request));
            Errors errors = Errors.of(
                    Invalid.of("can-sua", "authoring.send.blocked", e.errors().size()), texts);
            return show(actor, code, errors, texts.language(), model);
        }
        redirect.addFlashAttribute("flash", "authoring.flash.sent");
        return "redirect:" + HOME + "/" + code + "/duyet";
    }

    @PostMapping("/bo")
    String discard(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "authoring.flash.discarded");
        return "redirect:"
                + once.submit(
                        actor,
                        request.getRequestURI(),
                        request.getParameterMap(),
                        HOME,
                        () -> drafts.discard(actor, new ProcedureCode(code), seen));
    }

    private String show(Actor actor, String code, Errors errors, Language language, Model model) {
        Procedure procedure = procedure(code);
        FormDraft draft = drafts.open(actor, procedure.code()).orElse(null);
        if (draft == null) {
            model.addAttribute("view", start(procedure, errors, language));
            return "authoring/web/start";
        }
        model.addAttribute("view", views.show(procedure, draft, examination.check(actor, draft), errors, language));
        return "authoring/web/show";
    }

    private AuthoringViews.Start start(Procedure procedure, Errors errors, Language language) {
        Texts texts = Texts.in(language);
        var others = new ArrayList<Option>();
        others.add(Option.of("", texts.get("authoring.none"), true));
        catalogue.heads().stream()
                .filter(head -> head.fileable() && !head.code().equals(procedure.code()))
                .limit(300)
                .forEach(head -> others.add(Option.of(
                        head.code().value(), head.plainTitle().in(language.code()) + " (" + head.code() + ")", false)));
        List<String> papers = Papers.of(procedure).stream()
                .map((Component paper) -> paper.title(language.code()))
                .toList();
        return views.start(procedure, procedure.fileable(), others, papers, errors, language);
    }

    /// The places of a refused file, each in words before what is wrong there.
    private static Invalid placed(Invalid refused, Texts texts) {
        return new Invalid(refused.errors().stream()
                .limit(20)
                .map(error -> error.field().equals("tep")
                        ? error
                        : FieldError.of(
                                "tep",
                                "authoring.upload.wrong",
                                error.field().isEmpty() ? texts.get("authoring.place.form") : error.field(),
                                texts.of(error)))
                .toList());
    }

    private FormDraft draft(Actor actor, String code) {
        return drafts.open(actor, new ProcedureCode(code)).orElseThrow(() -> new NotFound("authoring.none-open", code));
    }

    private Procedure procedure(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow(() -> new NotFound("catalogue.not-found", code));
    }
}
