package org.phigiay.dossiers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Transactions;
import org.phigiay.signing.PdfRenderer;
import org.phigiay.ui.Language;
import org.phigiay.ui.Templates;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// Các mẫu phiếu một cửa: Forms 01, 02 and 03 of Circular 03/2025/TT-VPCP as PDF. Each is made once, outside any
/// transaction, at the first request; the first one kept is the slip, the same bytes ever after.
@Component
public class Slips {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    public static final int RECEIPT = 1;
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    public static final int SUPPLEMENT = 2;
    /// Phiếu từ chối tiếp nhận, giải quyết hồ sơ.
    public static final int REFUSAL = 3;

    private final DossierStore store;
    private final Dossiers dossiers;
    private final SlipWriter writer;
    private final Templates templates;
    private final PdfRenderer renderer;
    private final Files files;
    private final Journal journal;
    private final Transactions transactions;

    Slips(
            DossierStore store,
            Dossiers dossiers,
            SlipWriter writer,
            Templates templates,
            PdfRenderer renderer,
            Files files,
            Journal journal,
            Transactions transactions) {
        this.store = store;
        this.dossiers = dossiers;
        this.writer = writer;
        this.templates = templates;
        this.renderer = renderer;
        this.files = files;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// The slip of that form for whoever may read the dossier; the latest one where there are several.
    ///
    /// @param form [#RECEIPT], [#SUPPLEMENT] or [#REFUSAL]
    /// @throws NotFound when the dossier has no such slip, or none this person may know of
    public StoredFile file(Actor actor, DossierId id, int form) {
        return made(dossiers.read(actor, id), form);
    }

    /// Which slips a dossier has, by form. Asks no right: it says nothing that the dossier's state does not.
    public List<Integer> of(Dossier dossier) {
        List<StatedDecision> decisions = transactions.read(Actor.SYSTEM, () -> store.decisions(dossier.id()));
        List<Integer> forms = new ArrayList<>();
        if (dossier.receivedAt() != null) {
            forms.add(RECEIPT);
        }
        if (decisions.stream().anyMatch(decision -> decision.kind().equals("supplement"))) {
            forms.add(SUPPLEMENT);
        }
        if (decisions.stream().anyMatch(decision -> decision.kind().equals("refusal"))) {
            forms.add(REFUSAL);
        }
        return forms;
    }

    private StoredFile made(Dossier dossier, int form) {
        SlipAct act = transactions.read(Actor.SYSTEM, () -> act(dossier, form)).orElseThrow(NotFound::new);
        UUID entry = act.entry().id();
        Optional<FileId> there = transactions.read(Actor.SYSTEM, () -> store.slip(dossier.id(), form, entry));
        if (there.isPresent()) {
            return files.find(there.get()).orElseThrow(NotFound::new);
        }
        SlipPaper paper = transactions.read(Actor.SYSTEM, () -> writer.paper(dossier, act));
        byte[] pdf = renderer.render(templates.draw("dossiers/web/slip0" + form, Map.of("slip", paper)));
        String name = Texts.in(Language.VI).get("dossiers.slip." + form) + " " + paper.code() + ".pdf";
        StoredFile file = files.keepGenerated(name, "application/pdf", pdf);
        boolean kept =
                transactions.reserve(Actor.SYSTEM, () -> store.addSlip(dossier, form, entry, file.id(), file.sha256()));
        return kept ? file : made(dossier, form);
    }

    private Optional<SlipAct> act(Dossier dossier, int form) {
        List<Entry> entries = journal.of(dossier.subject());
        if (form == RECEIPT) {
            return entries.stream()
                    .filter(entry -> entry.type().equals("dossier.received"))
                    .findFirst()
                    .map(entry -> new SlipAct(entry, null));
        }
        String kind = form == SUPPLEMENT ? "supplement" : form == REFUSAL ? "refusal" : "";
        return store.decisions(dossier.id()).stream()
                .filter(decision -> decision.kind().equals(kind))
                .max(Comparator.comparing(StatedDecision::at))
                .flatMap(decision -> entries.stream()
                        .filter(entry -> entry.id().equals(decision.entry()))
                        .findFirst()
                        .map(entry -> new SlipAct(entry, decision)));
    }
}
