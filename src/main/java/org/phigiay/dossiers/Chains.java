package org.phigiay.dossiers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.ChainLink;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/// Liên thông: the parts of a filing that are filed by themselves once the first dossier has its result (Decree
/// 118/2025/NĐ-CP; for births Decree 63/2024/NĐ-CP). Each is filed once, for the same applicant and filer; what cannot
/// be filed stops with its reason where the citizen and the desk see it.
@Component
public class Chains {
    private static final Logger LOG = LoggerFactory.getLogger(Chains.class);

    private final ChainStore store;
    private final DossierStore dossiers;
    private final NewDossiers fresh;
    private final Forms forms;
    private final Catalogue catalogue;
    private final Journal journal;
    private final Transactions transactions;

    Chains(
            ChainStore store,
            DossierStore dossiers,
            NewDossiers fresh,
            Forms forms,
            Catalogue catalogue,
            Journal journal,
            Transactions transactions) {
        this.store = store;
        this.dossiers = dossiers;
        this.fresh = fresh;
        this.forms = forms;
        this.catalogue = catalogue;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// The further parts of a filing, in their order; none for most.
    public List<ChainPart> of(DossierId parent) {
        return transactions.read(Actor.SYSTEM, () -> store.of(parent));
    }

    /// The part as which a dossier was filed; empty when somebody filed it by hand.
    public Optional<ChainPart> ofChild(DossierId child) {
        return transactions.read(Actor.SYSTEM, () -> store.ofChild(child));
    }

    /// Files every part that waits for this dossier's result. Called in the transaction of whoever follows the journal.
    ///
    /// @param lines what the result prints, by line
    /// @param issued the issued document, null for a matter that yields none
    public void fileAll(DossierId id, Map<String, String> lines, @Nullable StoredFile issued) {
        if (store.of(id).stream().noneMatch(part -> part.state() == ChainPart.State.WAITING)) {
            return;
        }
        Dossier parent = dossiers.find(id).orElseThrow();
        FormDefinition form = forms.definition(new FormRef(parent.formId(), parent.formVersion()));
        for (ChainPart part : store.of(id)) {
            if (part.state() == ChainPart.State.WAITING) {
                file(parent, form, part, lines, issued);
            }
        }
    }

    /// Stops every part that still waits: there will be no result to file them with.
    public void stopAll(DossierId id, String reason) {
        for (ChainPart part : store.of(id)) {
            if (part.state() == ChainPart.State.WAITING) {
                stop(dossiers.find(id).orElseThrow(), part, List.of(FieldError.of("", reason)));
            }
        }
    }

    private void file(
            Dossier parent,
            FormDefinition form,
            ChainPart part,
            Map<String, String> lines,
            @Nullable StoredFile issued) {
        try {
            boolean filed = transactions.alone(() -> {
                Dossier child = fresh.fileLinked(parent, submission(parent, form, part, lines, issued));
                if (!store.filed(parent.id(), part.procedure(), child.id())) {
                    throw new IllegalStateException("Filed already: " + part.procedure() + " of " + parent.id());
                }
                journal.append(Draft.of("dossier.chain-filed", parent.subject(), parent.agency(), Actor.SYSTEM)
                        .with("procedure", part.procedure().value())
                        .with("child", child.id().toString())
                        .with("code", child.requestCode()));
                return true;
            });
            LOG.debug("Part {} of {} filed: {}", part.procedure(), parent.id(), filed);
        } catch (Invalid invalid) {
            stop(parent, part, invalid.errors());
        } catch (TransientDataAccessException passing) {
            throw passing;
        } catch (RuntimeException unforeseen) {
            LOG.warn("Part {} of {} cannot be filed", part.procedure(), parent.id(), unforeseen);
            stop(parent, part, List.of(FieldError.of("", "dossiers.chain.failed")));
        }
    }

    private Submission submission(
            Dossier parent,
            FormDefinition form,
            ChainPart part,
            Map<String, String> lines,
            @Nullable StoredFile issued) {
        var given = dossiers.answers(parent.id());
        ChainLink link = form.chain().stream()
                .filter(each -> each.procedure().equals(part.procedure()) && each.asked(given))
                .findFirst()
                .orElseThrow(() -> Invalid.of("", "dossiers.chain.no-longer-asked"));
        Procedure procedure = catalogue
                .find(part.procedure())
                .orElseThrow(() -> Invalid.of("", "dossiers.chain.no-procedure", part.procedure()));
        LinkedAnswers linked = LinkedAnswers.of(link, given, dossiers.papers(parent.id()), lines, issued);
        FormDefinition other = forms.definition(procedure.form());
        return Submission.online(
                        part.procedure(),
                        agency(parent, procedure),
                        forms.relevant(other, linked.answers()),
                        linked.papers())
                .forWhom(PartyTold.of(dossiers.party(parent.id()).orElse(Party.SELF)));
    }

    /// The same agency where it performs the procedure, else the only one that does.
    private static AgencyCode agency(Dossier parent, Procedure procedure) {
        if (procedure.agencies().contains(parent.agency())) {
            return parent.agency();
        }
        if (procedure.agencies().size() == 1) {
            return procedure.agencies().getFirst();
        }
        throw Invalid.of("agency", "dossiers.chain.nowhere");
    }

    private void stop(Dossier parent, ChainPart part, List<FieldError> errors) {
        if (store.stopped(parent.id(), part.procedure(), errors)) {
            journal.append(Draft.of("dossier.chain-stopped", parent.subject(), parent.agency(), Actor.SYSTEM)
                    .with("procedure", part.procedure().value())
                    .with("errors", errors.size()));
        }
    }

    /// Whether a procedure stands in the chain of a dossier.
    boolean has(DossierId parent, ProcedureCode procedure) {
        return store.of(parent).stream().anyMatch(part -> part.procedure().equals(procedure));
    }
}
