package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Explanation;
import org.phigiay.catalogue.Fee;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Submission;
import org.phigiay.forms.AnswerSection;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Kiểm tra câu trả lời, then Nộp hồ sơ: filing and closing the draft are one transaction, so that a draft
/// becomes one
/// dossier whatever is clicked twice and in however many windows.
@Controller
@RequestMapping("/ho-so-nhap/{draft}")
class CheckPages {
    private static final Duration RECEPTION = Duration.ofHours(8);

    private final Filings filings;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Forms forms;
    private final ForWhom forWhom;
    private final Calendars calendars;
    private final OncePerForm once;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    CheckPages(
            Filings filings,
            Dossiers dossiers,
            Drafts drafts,
            Forms forms,
            ForWhom forWhom,
            Calendars calendars,
            OncePerForm once,
            Transactions transactions) {
        this.filings = filings;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.forms = forms;
        this.forWhom = forWhom;
        this.calendars = calendars;
        this.once = once;
        this.transactions = transactions;
    }

    @GetMapping("/" + Filing.CHECK)
    String check(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        if (filing.draft().page() == null) {
            return "redirect:" + filing.goOn();
        }
        return show(actor, filing, problems(actor, filing, Languages.of(request)), Languages.of(request), model);
    }

    @PostMapping("/nop")
    String file(
            Actor actor,
            @PathVariable String draft,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        if (actor.guest()) {
            // Signing in makes the draft the person's own; the check then stands there again, ready to be filed.
            return "redirect:" + Filing.signInHref(filing.checkHref());
        }
        Language language = Languages.of(request);
        Optional<AgencyCode> agency = filing.agency();
        try {
            if (agency.isEmpty()) {
                throw Invalid.of("agency", "dossiers.filing.agency.missing");
            }
            return "redirect:"
                    + once.submit(
                            actor,
                            request.getRequestURI(),
                            Map.of(
                                    OncePerForm.FIELD,
                                    request.getParameterMap().getOrDefault(OncePerForm.FIELD, new String[0])),
                            Dossier.class,
                            dossier -> Filing.receipt(dossier.subject()),
                            () -> submit(actor, filing, agency.get()));
        } catch (Invalid wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(actor, filing, wrong.errors(), language, model);
        } catch (Conflict faster) {
            String filed = filings.open(actor, draft, false).receipt();
            if (filed == null) {
                throw faster;
            }
            return "redirect:" + filed;
        }
    }

    @GetMapping("/bo")
    String ask(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        model.addAttribute(
                "title", filing.procedure().plainTitle(Languages.of(request).code()));
        model.addAttribute("action", filing.base() + "bo");
        return "dossiers/web/discard";
    }

    @PostMapping("/bo")
    String discard(Actor actor, @PathVariable String draft, RedirectAttributes redirect) {
        drafts.discard(actor, Filings.id(draft));
        redirect.addFlashAttribute("flash", "dossiers.filing.discarded");
        return "redirect:" + (actor.guest() ? ResumePages.OWN : "/ho-so");
    }

    private Dossier submit(Actor actor, Filing filing, AgencyCode agency) {
        Draft draft = filing.draft();
        Submission submission = Submission.online(
                        draft.procedure(), agency, forms.relevant(filing.form(), draft.answers()), asked(filing))
                .on(draft.form())
                .forWhom(filing.party())
                .from(draft.origins());
        return transactions.write(actor, () -> {
            Dossier dossier = dossiers.submit(actor, submission);
            drafts.filed(actor, draft.id(), dossier.subject());
            return dossier;
        });
    }

    /// The papers that the answers as they stand ask for; a paper of a question no longer asked stays behind.
    private static List<AttachedFile> asked(Filing filing) {
        Set<String> components = new HashSet<>();
        if (filing.party().authorised()) {
            components.add(Paper.AUTHORITY);
        }
        filing.form().route(filing.answers()).stream()
                .flatMap(page -> page.fields().stream())
                .map(Field::component)
                .filter(java.util.Objects::nonNull)
                .forEach(components::add);
        return filing.draft().files().stream()
                .filter(file -> components.contains(file.component()))
                .map(file -> new AttachedFile(file.component(), file.file()))
                .toList();
    }

    private List<FieldError> problems(Actor actor, Filing filing, Language language) {
        Draft draft = filing.draft();
        List<FieldError> problems = new ArrayList<>();
        if (filing.agency().isEmpty()) {
            problems.add(FieldError.of("agency", "dossiers.filing.agency.missing"));
        }
        problems.addAll(forWhom.problems(actor, filing));
        problems.addAll(forms.check(filing.form(), forms.relevant(filing.form(), draft.answers()), language.code()));
        Set<String> components = new HashSet<>();
        asked(filing).forEach(file -> components.add(file.component()));
        // The letter of authority belongs to the way of filing, not to the form.
        components.remove(Paper.AUTHORITY);
        problems.addAll(forms.checkFiles(filing.form(), draft.answers(), components, language.code()));
        return problems;
    }

    private String show(Actor actor, Filing filing, List<FieldError> problems, Language language, Model model) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        AgencyCode agency =
                filing.agency().orElseGet(() -> filing.procedure().agencies().getFirst());
        String name = filing.agency().map(code -> filings.name(code, language)).orElse(texts.get("forms.answers.none"));
        model.addAttribute("newForm", filing.newFormHref());
        model.addAttribute("unlike", String.join(", ", forWhom.unlike(actor, filing, language)));
        model.addAttribute(
                "view",
                new CheckView(
                        filing.procedure().plainTitle(lang),
                        filing.procedure().title(lang),
                        back(filing),
                        filing.base() + "nop",
                        facts(filing, name, language),
                        AnswerSection.of(
                                filing.form(),
                                filing.answers(),
                                filing.draft().files(),
                                filing.base() + Filing.CHANGE,
                                language),
                        problems.stream()
                                .map(problem -> new Way(texts.of(problem), href(filing, problem)))
                                .toList(),
                        calendars.after(agency, clock.instant(), RECEPTION),
                        filing.procedure()
                                .statedTerm()
                                .map(term -> Explanation.text(term, language))
                                .orElse(""),
                        filing.procedure().statedFee().map(Fee::amount).orElse(-1L),
                        OncePerForm.newKey()));
        return "dossiers/web/check";
    }

    /// Where it goes and for whom it is.
    private List<Fact> facts(Filing filing, String agency, Language language) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.changeable(Texts.in(language).get("dossiers.filing.agency"), agency, filing.agencyHref()));
        facts.addAll(forWhom.facts(filing, language));
        return facts;
    }

    private static String back(Filing filing) {
        List<FormPage> route = filing.form().route(filing.answers());
        return filing.href(route.getLast());
    }

    /// The page on which a problem is mended.
    private static String href(Filing filing, FieldError problem) {
        String field = problem.field();
        if (field.equals("agency")) {
            return filing.agencyHref();
        }
        if (field.equals("party.kind") || field.equals("party")) {
            return filing.forWhomHref(ForWhomPages.KIND);
        }
        if (field.startsWith("party.")) {
            boolean body = filing.party().kind().equals("organisation");
            return filing.forWhomHref(body ? ForWhomPages.KIND : ForWhomPages.WHO);
        }
        if (field.equals("files." + Paper.AUTHORITY)) {
            return filing.forWhomHref(ForWhomPages.LETTER);
        }
        Optional<FormPage> page = field.startsWith("files.")
                ? filing.form().pages().stream()
                        .filter(each -> each.fields().stream()
                                .anyMatch(asked -> field.substring(6).equals(asked.component())))
                        .findFirst()
                : filing.form().pageOf(field);
        return page.map(filing::changeHref).orElseGet(filing::checkHref);
    }
}
