package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Eligibility;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Err;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/thu-tuc/{code}`: one procedure in the order a person needs it, with the few questions that tell whether it is the
/// right one, and the national text in full.
@Controller
class OneProcedurePages {
    private static final String YES = "co";
    private static final String NO = "khong";

    private final Catalogue catalogue;
    private final ProcedureViews views;

    OneProcedurePages(Catalogue catalogue, ProcedureViews views) {
        this.catalogue = catalogue;
        this.views = views;
    }

    @GetMapping("/thu-tuc/{code}")
    String show(@PathVariable("code") String code, HttpServletRequest request, Model model) {
        model.addAttribute("view", views.show(find(code), Languages.of(request)));
        return "portal/web/procedure";
    }

    @GetMapping("/thu-tuc/{code}/nguyen-van")
    String national(@PathVariable("code") String code, HttpServletRequest request, Model model) {
        Procedure procedure = find(code);
        Language language = Languages.of(request);
        model.addAttribute("code", procedure.code().value());
        model.addAttribute("title", procedure.plainTitle(language.code()));
        model.addAttribute("national", ProcedureViews.national(procedure.national(), Texts.in(language), true));
        return "portal/web/nationalText";
    }

    /// @param number of the question, from 1
    /// @param of how many there are
    /// @param back where one came from
    record Question(
            String code,
            String title,
            String question,
            int number,
            int of,
            String back,
            List<Option> options,
            Errors errors) {}

    /// @param goesOn whether the person can use the procedure
    /// @param why what the last answer means, empty when one can go on
    /// @param href where to go instead, null when there is no page
    record Verdict(
            String code,
            String title,
            boolean goesOn,
            String why,
            @Nullable String href,
            @Nullable String start,
            String back) {}

    /// The answers are in the address alone: nothing is kept, and the way back is the browser's.
    @GetMapping("/thu-tuc/{code}/dieu-kien")
    String eligible(
            @PathVariable("code") String code,
            @RequestParam(name = "cau", defaultValue = "1") String asked,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            Model model) {
        Procedure procedure = find(code);
        Language language = Languages.of(request);
        String lang = language.code();
        List<Eligibility> questions = procedure.guidance() == null
                ? List.of()
                : procedure.guidance().guide().eligibility();
        int number = asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : 1;
        if (questions.isEmpty() || number > questions.size()) {
            model.addAttribute(
                    "view",
                    new Verdict(
                            code,
                            procedure.plainTitle(lang),
                            true,
                            "",
                            null,
                            procedure.fileable() ? "/thu-tuc/" + code + "/nop" : null,
                            "/thu-tuc/" + code));
            return "portal/web/eligible";
        }
        number = Math.max(1, number);
        Eligibility question = questions.get(number - 1);
        String here = "/thu-tuc/" + code + "/dieu-kien?cau=";
        String answer = query.get("tra-loi");
        boolean answered = YES.equals(answer) || NO.equals(answer);
        if (answered && YES.equals(answer) == question.goesOn()) {
            return "redirect:" + here + (number + 1);
        }
        if (answered) {
            model.addAttribute(
                    "view",
                    new Verdict(
                            code,
                            procedure.plainTitle(lang),
                            false,
                            question.otherwise().in(lang),
                            there(question.href()),
                            null,
                            here + number));
            return "portal/web/eligible";
        }
        Texts texts = Texts.in(language);
        Errors errors = query.containsKey("gui")
                ? new Errors(List.of(new Err("tra-loi", texts.get("portal.need.choose"))))
                : Errors.NONE;
        model.addAttribute(
                "view",
                new Question(
                        code,
                        procedure.plainTitle(lang),
                        question.question().in(lang),
                        number,
                        questions.size(),
                        number == 1 ? "/thu-tuc/" + code : here + (number - 1),
                        List.of(
                                Option.of(YES, texts.get("portal.need.yes"), false),
                                Option.of(NO, texts.get("portal.need.no"), false)),
                        errors));
        return "portal/web/eligibility";
    }

    /// A procedure that this catalogue does not have is nowhere to go.
    private @Nullable String there(@Nullable String href) {
        String prefix = "/thu-tuc/";
        boolean missing = href != null
                && href.startsWith(prefix)
                && catalogue
                        .head(new ProcedureCode(href.substring(prefix.length())))
                        .isEmpty();
        return missing ? null : href;
    }

    private Procedure find(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow(() -> new NotFound("catalogue.not-found", code));
    }
}
