package org.phigiay.dossiers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.DossierAction.Refuse;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierAction.Supplement;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Checks what comes in: answers against the form, papers against the published list and their owner, requests for
/// supplements against the published list (nobody can ask for what the list does not name).
@Component
class Intake {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SHORTEST_REASON = 20;

    private final Catalogue catalogue;
    private final Forms forms;
    private final Files files;
    private final Parties parties;

    Intake(Catalogue catalogue, Forms forms, Files files, Parties parties) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.files = files;
        this.parties = parties;
    }

    /// What may be filed, with the rules under which it is.
    ///
    /// @param term null while the announcement leaves it open
    /// @param party for whom it is
    /// @param hash SHA-256 over the answers and the papers' hashes
    record Accepted(
            int procedureVersion,
            FormRef form,
            @Nullable Term term,
            Party party,
            JsonNode answers,
            List<Paper> papers,
            byte[] hash) {}

    Accepted check(Actor actor, Submission submission, Instant now) {
        return check(
                submission,
                now,
                file -> file.owner().equals(actor.person()),
                (form, components) -> parties.problems(
                        actor,
                        form,
                        submission.party(),
                        components,
                        now.atZone(ZONE).toLocalDate()),
                () -> parties.registered(actor, submission.party()));
    }

    /// A further part of a filing: for whom it is and whose papers they are was checked with the first.
    Accepted checkLinked(Submission submission, Instant now) {
        return check(submission, now, _ -> true, (_, _) -> List.of(), submission.party()::party);
    }

    private Accepted check(
            Submission submission,
            Instant now,
            Predicate<StoredFile> own,
            BiFunction<FormDefinition, Set<String>, List<FieldError>> forWhom,
            Supplier<Party> party) {
        Procedure procedure = catalogue
                .at(submission.procedure(), now)
                .orElseThrow(() -> Invalid.of("procedure", "dossiers.procedure.unknown", submission.procedure()));
        if (!procedure.agencies().contains(submission.agency())) {
            throw Invalid.of("agency", "dossiers.agency.not-competent", submission.agency());
        }
        FormDefinition form = form(procedure, submission.form());
        forms.keep(form.ref());
        List<FieldError> errors = new ArrayList<>(forms.check(form, submission.answers(), language()));
        boolean authorised = submission.party().authorised();
        List<Paper> papers = papers(own, listed(procedure, form, authorised), submission.files(), 1, now, errors);
        Set<String> components = new HashSet<>();
        papers.forEach(paper -> components.add(paper.component()));
        errors.addAll(forWhom.apply(form, components));
        forms.checkFiles(form, submission.answers(), formComponents(form, components), language()).stream()
                .filter(error ->
                        errors.stream().noneMatch(known -> known.field().equals(error.field())))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        JsonNode answers = forms.written(form, submission.answers());
        return new Accepted(
                procedure.version(),
                form.ref(),
                procedure.statedTerm().orElse(null),
                party.get(),
                answers,
                papers,
                hash(answers, papers));
    }

    /// The form to judge by: a draft begun on an older version keeps its questions, whatever was published since.
    private FormDefinition form(Procedure procedure, @Nullable FormRef named) {
        if (named == null || named.equals(procedure.form())) {
            return forms.definition(procedure.form());
        }
        try {
            FormDefinition form = forms.definition(named);
            if (form.procedure().equals(procedure.code())) {
                return form;
            }
        } catch (NotFound none) {
            // Said below: there is no such version of this procedure's form.
        }
        throw Invalid.of("form", "dossiers.form.unknown", named);
    }

    Accepted checkSupplement(
            Actor actor, Dossier dossier, Supplement supplement, JsonNode earlier, List<Paper> there, Instant now) {
        JsonNode answers = supplement.answers() == null ? earlier : supplement.answers();
        FormRef ref = new FormRef(dossier.formId(), dossier.formVersion());
        FormDefinition form = forms.definition(ref);
        Procedure procedure = procedure(dossier);
        List<FieldError> errors = new ArrayList<>(forms.check(form, answers, language()));
        boolean authorised = dossier.representation() == Representation.AUTHORISED;
        int filing = there.stream().mapToInt(Paper::filing).max().orElse(1) + 1;
        List<Paper> papers = papers(
                file -> file.owner().equals(actor.person()),
                listed(procedure, form, authorised),
                supplement.files(),
                filing,
                now,
                errors);
        boolean nothing = supplement.files().isEmpty()
                && (supplement.answers() == null || supplement.answers().equals(earlier))
                && (supplement.note() == null || supplement.note().isBlank());
        if (nothing) {
            errors.add(FieldError.of("files", "dossiers.supplement.nothing"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        JsonNode written = forms.written(form, answers);
        return new Accepted(
                dossier.procedureVersion(),
                ref,
                dossier.statedTerm().orElse(null),
                Party.SELF,
                written,
                papers,
                hash(written, papers));
    }

    /// Every item of a request must be a published component or a question of the form.
    void checkRequest(Dossier dossier, RequestSupplement request, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (request.items().isEmpty()) {
            errors.add(FieldError.of("items", "dossiers.supplement.no-items"));
        }
        Procedure procedure = procedure(dossier);
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        for (RequestSupplement.Item item : request.items()) {
            boolean letter = dossier.representation() == Representation.AUTHORISED
                    && item.component().equals(Paper.AUTHORITY);
            boolean known = letter
                    || procedure.component(item.component()).isPresent()
                    || form.field(item.component()).isPresent();
            if (!known) {
                errors.add(FieldError.of("items", "dossiers.supplement.not-published", item.component()));
            }
        }
        check("reason", request.reason(), errors);
        checkClause(request.clause(), errors);
        LocalDate until = request.until();
        if (until != null && until.isBefore(now.atZone(ZONE).toLocalDate())) {
            errors.add(FieldError.of("until", "dossiers.supplement.until-past"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    void checkRefusal(Refuse refuse) {
        List<FieldError> errors = new ArrayList<>();
        check("reason", refuse.reason(), errors);
        checkClause(refuse.clause(), errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static void check(String field, String reason, List<FieldError> errors) {
        if (reason.strip().length() < SHORTEST_REASON) {
            errors.add(FieldError.of(field, "dossiers.reason.too-short", SHORTEST_REASON));
        }
    }

    private static void checkClause(String clause, List<FieldError> errors) {
        if (clause.isBlank()) {
            errors.add(FieldError.of("clause", "dossiers.clause.missing"));
        }
    }

    private Procedure procedure(Dossier dossier) {
        return catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .orElseThrow(() -> new IllegalStateException("No version of " + dossier.procedure()));
    }

    /// A paper must be on the published list, be asked for by the form that was filled (which may be older than the
    /// list), or be the letter of authority of somebody who files as a representative.
    private static Predicate<String> listed(Procedure procedure, FormDefinition form, boolean authorised) {
        return component -> procedure.component(component).isPresent()
                || form.fields().anyMatch(field -> component.equals(field.component()))
                || (authorised && component.equals(Paper.AUTHORITY));
    }

    /// The files named must be the filer's own; a stranger's file does not exist.
    private List<Paper> papers(
            Predicate<StoredFile> own,
            Predicate<String> listed,
            List<AttachedFile> attached,
            int filing,
            Instant now,
            List<FieldError> errors) {
        List<Paper> papers = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (AttachedFile file : attached) {
            StoredFile stored = files.find(file.file()).filter(own).orElse(null);
            if (stored == null) {
                errors.add(FieldError.of("files." + file.component(), "dossiers.file.unknown"));
            } else if (!listed.test(file.component())) {
                errors.add(FieldError.of("files." + file.component(), "dossiers.file.not-asked", file.component()));
            } else if (seen.add(file.file())) {
                papers.add(new Paper(
                        file.component(),
                        file.file(),
                        stored.sha256(),
                        stored.name(),
                        stored.mediaType(),
                        stored.size(),
                        filing,
                        now));
            }
        }
        return papers;
    }

    /// Papers of the published list that no question asks for (they are optional) are no fault.
    private static Set<String> formComponents(FormDefinition form, Set<String> components) {
        Set<String> asked = new HashSet<>();
        form.fields().forEach(field -> {
            if (field.component() != null && components.contains(field.component())) {
                asked.add(field.component());
            }
        });
        return asked;
    }

    private static byte[] hash(JsonNode answers, List<Paper> papers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(answers.toString().getBytes(StandardCharsets.UTF_8));
            papers.stream()
                    .map(Paper::sha256)
                    .sorted()
                    .forEach(hash -> digest.update(hash.getBytes(StandardCharsets.US_ASCII)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
