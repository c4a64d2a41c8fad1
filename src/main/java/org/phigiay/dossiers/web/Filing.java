package org.phigiay.dossiers.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Parties;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Draft;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.QuestionView;
import org.phigiay.shared.AgencyCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A filing under way: the draft with the rules it follows, and the addresses of its pages.
///
/// @param changing whether the person came from the check to change one answer, and wants to go back there
record Filing(Draft draft, Procedure procedure, FormDefinition form, boolean changing) {
    static final String DRAFTS = "/ho-so-nhap/";
    static final String CHANGE = "sua/";
    static final String CHECK = "kiem-tra";
    static final String AGENCY = "noi-nop";
    static final String CONTENTS = "muc-luc";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String TWO_DEVICES = "hai-may";
    static final String LEAVE = "dung-lai";
    static final String NEW_FORM = "bieu-mau-moi";

    String base() {
        return DRAFTS + draft.id() + "/";
    }

    String checkHref() {
        return base() + CHECK;
    }

    String agencyHref() {
        return base() + AGENCY;
    }

    /// The address of a page, in the same errand.
    String href(FormPage page) {
        return base() + (changing ? CHANGE : "") + page.id();
    }

    String changeHref(FormPage page) {
        return base() + CHANGE + page.id();
    }

    /// Where the person chooses between the answers of two devices to a page.
    String twoDevicesHref(FormPage page) {
        return base() + TWO_DEVICES + "?cau=" + page.id() + (changing ? "&sua=true" : "");
    }

    /// The answers with every value calculated.
    JsonNode answers() {
        return form.calculated(draft.answers(), LocalDate.now(ZONE));
    }

    /// Where a question leads.
    QuestionView.Links links(FormPage page) {
        return new QuestionView.Links(
                href(page), back(page), "/hoi-can-bo?nhap=" + draft.id() + "&cau=" + page.id(), base() + CONTENTS);
    }

    String contentsHref() {
        return base() + CONTENTS;
    }

    /// Where somebody goes who leaves.
    ///
    /// @param page id of the page left; empty for the check before filing
    String leaveHref(String page) {
        return base() + LEAVE + (page.isEmpty() ? "" : "?cau=" + page);
    }

    /// Where the draft moves to the form that is in force now; null when it has that form.
    @Nullable
    String newFormHref() {
        return procedure.form().equals(draft.form()) ? null : base() + NEW_FORM;
    }

    /// Where a guest signs in, to come back to an address of this site.
    static String signInHref(String back) {
        return "/dang-nhap?tiep=" + back;
    }

    String back(FormPage page) {
        if (changing) {
            return checkHref();
        }
        return form.before(page, answers())
                .map(this::href)
                .orElseGet(() -> asksForWhom() ? forWhomHref(ForWhomPages.KIND) : agencyHref());
    }

    /// Where a page leads once it is right. Who came to change one answer goes back to the check, unless the
    /// new answer
    /// leads to questions that were not asked before.
    ///
    /// @param before the answers before this page was sent
    String next(FormPage page, JsonNode before) {
        if (!changing) {
            return form.after(page, answers()).map(this::href).orElseGet(this::checkHref);
        }
        List<FormPage> earlier = form.route(before);
        return form.route(answers()).stream()
                .filter(asked -> !earlier.contains(asked))
                .findFirst()
                .map(this::href)
                .orElseGet(this::checkHref);
    }

    /// Where somebody goes on who comes back: the page after the one saved last, or that page when it was left
    /// without an answer.
    String goOn() {
        if (draft.agency() == null) {
            return agencyHref();
        }
        String last = draft.page();
        Optional<FormPage> saved = last == null ? Optional.empty() : form.page(last);
        return saved.map(page -> left(page)
                        ? href(page)
                        : form.after(page, answers()).map(this::href).orElseGet(this::checkHref))
                .orElseGet(this::first);
    }

    private boolean left(FormPage page) {
        return page.asked(answers())
                && page.fields().stream()
                        .anyMatch(field -> !field.optional()
                                && field.component() == null
                                && field.type() != FieldType.LIST
                                && !Answers.has(answers(), field.id()));
    }

    /// The first question: for whom it is, unless that was told or leaves no choice.
    String first() {
        return asksForWhom() && draft.representation() == null
                ? forWhomHref(ForWhomPages.KIND)
                : href(form.route(answers()).getFirst());
    }

    /// Whether there is a choice for whom to file this form.
    boolean asksForWhom() {
        return !Parties.admitted(form).equals(List.of("self"));
    }

    String forWhomHref(String page) {
        return base() + ForWhomPages.BASE + "/" + page;
    }

    /// For whom it is, as told; who was not asked yet files for themself where the form allows it.
    PartyTold party() {
        boolean untold = draft.representation() == null;
        return untold && !Parties.admitted(form).contains("self")
                ? new PartyTold("", "", "", "", "", "")
                : party(draft);
    }

    static PartyTold party(Draft draft) {
        ObjectNode told = draft.representation();
        return told == null ? PartyTold.self() : PartyTold.of(told);
    }

    /// The receipt of a draft that was filed; null while it is open.
    @Nullable
    String receipt() {
        UUID dossier = draft.dossier();
        return dossier == null ? null : receipt(dossier);
    }

    static String receipt(UUID dossier) {
        return "/ho-so/" + dossier + "/bien-nhan";
    }

    /// The agency the draft goes to, when it still performs the procedure.
    Optional<AgencyCode> agency() {
        return Optional.ofNullable(draft.agency()).filter(procedure.agencies()::contains);
    }

    Filing with(Draft other) {
        return new Filing(other, procedure, form, changing);
    }
}
