package org.phigiay.processing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.forms.ResultLine;
import org.phigiay.forms.ResultSheet;
import org.phigiay.identity.People;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Role;
import org.phigiay.shared.Transactions;
import org.phigiay.signing.SignatureRequest;
import org.phigiay.signing.Signatures;
import org.phigiay.signing.SigningKeys;
import org.phigiay.wallet.Wallet;
import org.springframework.stereotype.Component;

/// The result of a dossier: drafted from the answers, rendered once, signed as it was read, numbered, signed by the
/// agency and put into the citizen's wallet. No PDF is made and no key is used inside a transaction.
@Component
public class Results {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ResultStore store;
    private final ResultPages pages;
    private final Dossiers dossiers;
    private final Forms forms;
    private final Files files;
    private final Organisation organisation;
    private final People people;
    private final Signatures signatures;
    private final SigningKeys keys;
    private final Wallet wallet;
    private final Journal journal;
    private final Transactions transactions;

    Results(
            ResultStore store,
            ResultPages pages,
            Dossiers dossiers,
            Forms forms,
            Files files,
            Organisation organisation,
            People people,
            Signatures signatures,
            SigningKeys keys,
            Wallet wallet,
            Journal journal,
            Transactions transactions) {
        this.store = store;
        this.pages = pages;
        this.dossiers = dossiers;
        this.forms = forms;
        this.files = files;
        this.organisation = organisation;
        this.people = people;
        this.signatures = signatures;
        this.keys = keys;
        this.wallet = wallet;
        this.journal = journal;
        this.transactions = transactions;
    }

    record Signed(StoredFile file, PostCode post) {}

    record Issued(StoredFile file, ResultDocument result) {}

    public Optional<ResultDocument> of(DossierId id) {
        return transactions.read(Actor.SYSTEM, () -> store.find(id));
    }

    /// What the result would print, from the answers as they stand; for the officer's drafting form.
    public List<ResultLine> proposal(Dossier dossier) {
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        return forms.result(form, transactions.read(Actor.SYSTEM, () -> dossiers.latestAnswers(dossier.id())));
    }

    /// What a result drafted with these changes would look like: a PDF that is kept nowhere and can be signed by
    /// nobody.
    public byte[] preview(Dossier dossier, Map<String, String> changed) {
        ResultDocument drafted =
                transactions.read(Actor.SYSTEM, () -> drafted(dossier, "XEMTRUOC", changed, journal.now()));
        return pages.render(drafted, agency(drafted), superior(drafted));
    }

    /// The number the result would get if it were issued now, with its symbol.
    public String nextNumber(ResultDocument result) {
        if (result.number() != null) {
            return result.numberAndSymbol();
        }
        int next = transactions.read(
                Actor.SYSTEM,
                () -> store.lastNumber(result, journal.now().atZone(ZONE).getYear()) + 1);
        return result.numberAndSymbol(next);
    }

    /// Drafts the result from the answers; `changed` words some of its lines otherwise.
    void draft(Actor actor, Task task, Map<String, String> changed) {
        Dossier dossier = dossiers.find(task.dossier());
        String verifyCode =
                store.find(task.dossier()).map(ResultDocument::verifyCode).orElseGet(() -> Ids.code(26));
        store.draft(drafted(dossier, verifyCode, changed, journal.now()));
    }

    private ResultDocument drafted(Dossier dossier, String verifyCode, Map<String, String> changed, Instant now) {
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        ResultSheet sheet = form.result();
        List<ResultLine> lines = new ArrayList<>();
        for (ResultLine line : forms.result(form, dossiers.latestAnswers(dossier.id()))) {
            String other = changed.get(line.id());
            ResultLine worded =
                    other == null || other.isBlank() ? line : new ResultLine(line.id(), line.label(), other.strip());
            if (worded.text().isEmpty()) {
                throw Invalid.of("fields." + line.id(), "processing.draft.word-it", line.label());
            }
            lines.add(worded);
        }
        for (String id : changed.keySet()) {
            if (lines.stream().noneMatch(line -> line.id().equals(id))) {
                throw Invalid.of("fields." + id, "processing.draft.unknown-line", id);
            }
        }
        return new ResultDocument(
                dossier.id(),
                dossier.agency(),
                sheet.kind(),
                sheet.code(),
                sheet.title().vi(),
                sheet.symbol(),
                lines,
                verifyCode,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    /// The draft as a PDF: rendered at the first look and kept, so that what is read is what is signed.
    public StoredFile draftFile(DossierId id) {
        ResultDocument result = of(id).orElseThrow(NotFound::new);
        FileId there = result.draftFile();
        if (there != null) {
            return files.find(there).orElseThrow(NotFound::new);
        }
        byte[] pdf = pages.render(result, agency(result), superior(result));
        StoredFile file = files.keepGenerated(fileName(result), "application/pdf", pdf);
        boolean kept = transactions.reserve(Actor.SYSTEM, () -> store.keepDraftFile(result, file));
        return kept ? file : draftFile(id);
    }

    /// Takes the dossier for signing; one person at a time.
    void reserve(Actor actor, Task task, String stage) {
        ResultDocument result = store.find(task.dossier()).orElseThrow(NotFound::new);
        boolean done = stage.equals("sign") ? result.signedFile() != null : result.issuedFile() != null;
        if (done || !store.reserve(task.dossier(), stage, Ids.next(), actor.person())) {
            throw new Conflict("processing.being-signed");
        }
    }

    void number(Task task, Instant now) {
        store.number(task.dossier(), task.agency(), now.atZone(ZONE).getYear());
    }

    Signed signPersonally(Actor actor, Task task, String seen) {
        try {
            StoredFile draft = draftFile(task.dossier());
            if (!draft.sha256().equals(seen)) {
                throw Invalid.of("seen", "processing.sign.not-what-was-read");
            }
            ResultDocument result = of(task.dossier()).orElseThrow();
            Agency agency = agency(result);
            Actor.Held post = actor.post(Role.LEADER, task.agency()).orElseThrow(NotFound::new);
            String name = people.find(actor.person()).orElseThrow().name();
            String title = organisation.post(post.post()).orElseThrow().title();
            byte[] signed = signatures.sign(
                    bytes(draft.id()),
                    keys.personal(actor.person(), name, title, agency.name()),
                    SignatureRequest.personal(result.title(), agency.name(), title, Instant.now()));
            return new Signed(files.keepGenerated(fileName(result), "application/pdf", signed), post.post());
        } catch (RuntimeException e) {
            releaseAfterFailure(actor, task, "sign");
            throw e;
        }
    }

    void recordSignature(Actor actor, Task task, Signed signed) {
        boolean recorded = store.release(task.dossier(), "sign", actor.person())
                && store.signed(task.dossier(), signed.file(), actor.person(), signed.post());
        if (!recorded) {
            throw new Conflict("processing.somebody-was-faster");
        }
        journal.append(Draft.of("result.signed", task.dossier().value(), task.agency(), actor)
                .as(signed.post())
                .sealing(HexFormat.of().parseHex(signed.file().sha256())));
    }

    Issued signForAgency(Actor actor, Task task) {
        try {
            ResultDocument result = of(task.dossier()).orElseThrow();
            Agency agency = agency(result);
            FileId signed = java.util.Objects.requireNonNull(result.signedFile());
            byte[] issued = signatures.sign(
                    bytes(signed),
                    keys.agency(agency.code(), agency.name()),
                    SignatureRequest.agency(
                            result.title(), agency.name(), "Số: " + result.numberAndSymbol(), Instant.now()));
            return new Issued(files.keepGenerated(fileName(result), "application/pdf", issued), result);
        } catch (RuntimeException e) {
            releaseAfterFailure(actor, task, "issue");
            throw e;
        }
    }

    void recordIssue(Actor actor, Task task, Issued issued) {
        boolean recorded = store.release(task.dossier(), "issue", actor.person())
                && store.issued(task.dossier(), issued.file(), actor.person());
        if (!recorded) {
            throw new Conflict("processing.somebody-was-faster");
        }
        ResultDocument result = issued.result();
        Dossier dossier = dossiers.find(task.dossier());
        wallet.keep(
                actor,
                new Wallet.NewResult(
                        result.verifyCode(),
                        dossier.applicant(),
                        dossier.applicantName(),
                        task.agency(),
                        task.dossier().value(),
                        dossier.anyCode(),
                        result.code(),
                        result.title(),
                        result.numberAndSymbol(),
                        java.util.Objects.requireNonNull(result.signedPost()),
                        people.find(java.util.Objects.requireNonNull(result.signedBy()))
                                .orElseThrow()
                                .name(),
                        java.util.Objects.requireNonNull(result.signedAt()),
                        issued.file().id(),
                        issued.file().sha256(),
                        validUntil(dossier)));
        journal.append(Draft.of("result.issued", task.dossier().value(), task.agency(), actor)
                .as(task.post())
                .with("code", result.code())
                .sealing(HexFormat.of().parseHex(issued.file().sha256())));
    }

    /// The last day on which the result holds, by the form under which it was filed; null when it does not end.
    private @Nullable LocalDate validUntil(Dossier dossier) {
        Integer months = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()))
                .result()
                .validMonths();
        return months == null ? null : journal.now().atZone(ZONE).toLocalDate().plusMonths(months);
    }

    private void releaseAfterFailure(Actor actor, Task task, String stage) {
        boolean _ = transactions.reserve(actor, () -> store.release(task.dossier(), stage, actor.person()));
    }

    private String superior(ResultDocument result) {
        AgencyCode parent = agency(result).parent();
        return parent == null
                ? ""
                : organisation.agency(parent).map(Agency::name).orElse("");
    }

    private Agency agency(ResultDocument result) {
        return organisation.agency(result.agency()).orElseThrow();
    }

    private byte[] bytes(FileId id) {
        try (InputStream in = files.open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(ResultDocument result) {
        return result.title() + ".pdf";
    }
}
