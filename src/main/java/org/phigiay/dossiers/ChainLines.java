package org.phigiay.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.stereotype.Component;

/// Shows a chain of filings as the one filing it is for the person: which parts, which is done, which waits for what.
@Component
public class ChainLines {
    private final Chains chains;
    private final DossierStore store;
    private final Catalogue catalogue;
    private final Transactions transactions;

    ChainLines(Chains chains, DossierStore store, Catalogue catalogue, Transactions transactions) {
        this.chains = chains;
        this.store = store;
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    /// One part of the filing.
    ///
    /// @param code of the dossier; empty while there is none
    /// @param note what it waits for, or why it stopped; empty when the state says enough
    /// @param dossier its id, to link to; null for the one that is shown, and while there is none
    /// @param byHand the procedure to file by hand when the part stopped; null otherwise
    public record Line(
            String title,
            String code,
            String state,
            Tone tone,
            String note,
            @Nullable String dossier,
            @Nullable String byHand) {}

    /// All parts of the filing of which this dossier is one, the first dossier on top; none when it stands alone.
    public List<Line> of(Dossier shown, Language language) {
        return transactions.read(Actor.SYSTEM, () -> {
            DossierId first = chains.ofChild(shown.id()).map(ChainPart::parent).orElse(shown.id());
            List<ChainPart> parts = chains.of(first);
            if (parts.isEmpty()) {
                return List.of();
            }
            List<Line> lines = new ArrayList<>();
            store.find(first)
                    .ifPresent(dossier -> lines.add(filed(dossier, title(dossier, language), shown, language)));
            for (ChainPart part : parts) {
                String title = part.title().in(language.code());
                DossierId child = part.child();
                if (child == null) {
                    lines.add(unfiled(part, title, language));
                } else {
                    store.find(child).ifPresent(dossier -> lines.add(filed(dossier, title, shown, language)));
                }
            }
            return lines;
        });
    }

    private static Line filed(Dossier dossier, String title, Dossier shown, Language language) {
        Texts texts = Texts.in(language);
        Tone tone = switch (dossier.state()) {
            case SUBMITTED, WITHDRAWN -> Tone.WAITING;
            case RECEIVED, IN_PROCESS -> Tone.MOVING;
            case SUPPLEMENT_BEFORE_RECEPTION, SUPPLEMENT_IN_PROCESS, FEE_DUE -> Tone.ASKS;
            case FINISHED, RETURNED -> Tone.DONE;
            case REFUSED, STOPPED -> Tone.LATE;
        };
        return new Line(
                title,
                dossier.anyCode(),
                texts.get("dossiers.state." + dossier.state().name()),
                tone,
                "",
                dossier.id().equals(shown.id()) ? null : dossier.id().toString(),
                null);
    }

    private static Line unfiled(ChainPart part, String title, Language language) {
        Texts texts = Texts.in(language);
        if (part.state() == ChainPart.State.WAITING) {
            return new Line(
                    title,
                    "",
                    texts.get("dossiers.chain.waiting"),
                    Tone.WAITING,
                    texts.get("dossiers.chain.waiting.note"),
                    null,
                    null);
        }
        String reasons = part.errors().stream().limit(3).map(texts::of).collect(Collectors.joining(" "));
        return new Line(
                title,
                "",
                texts.get("dossiers.chain.stopped"),
                Tone.LATE,
                reasons,
                null,
                part.procedure().value());
    }

    private String title(Dossier dossier, Language language) {
        return catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .map(procedure -> procedure.plainTitle(language.code()))
                .orElse(dossier.procedure().value());
    }
}
