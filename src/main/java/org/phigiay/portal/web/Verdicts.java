package org.phigiay.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.signing.Reason;
import org.phigiay.signing.SignatureReport;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.phigiay.wallet.KeptResult;
import org.phigiay.wallet.Verdict;
import org.springframework.stereotype.Component;

/// Puts a verdict into words.
@Component
class Verdicts {
    private static final String BUSY = "signing.reason.busy";

    private final Telling telling;

    Verdicts(Telling telling) {
        this.telling = telling;
    }

    /// On a PDF.
    VerdictView of(Verdict verdict, Language language) {
        Texts texts = Texts.in(language);
        boolean busy =
                verdict.reasons().stream().anyMatch(reason -> reason.key().equals(BUSY));
        String name = busy ? "busy" : verdict.outcome().name();
        KeptResult result = verdict.result();
        return new VerdictView(
                busy ? Tone.ASKS : tone(verdict.outcome()),
                texts.get("portal.verdict." + name),
                texts.get("portal.verdict." + name + ".lead"),
                verdict.reasons().stream().map(reason -> text(reason, texts)).toList(),
                result == null ? List.of() : facts(result, language),
                verdict.signatures().stream()
                        .map(signature -> facts(signature, language))
                        .toList(),
                false);
    }

    /// On a code: such a result was issued; whether the paper at hand is it, the reader must compare.
    VerdictView of(KeptResult result, Verdict.Outcome outcome, Language language) {
        Texts texts = Texts.in(language);
        return new VerdictView(
                tone(outcome),
                texts.get("portal.verdict.code." + outcome.name()),
                texts.get("portal.verdict.code." + outcome.name() + ".lead"),
                List.of(),
                facts(result, language),
                List.of(),
                true);
    }

    VerdictView noSuchCode(String code, Language language) {
        Texts texts = Texts.in(language);
        return new VerdictView(
                Tone.LATE,
                texts.get("portal.verdict.code.none"),
                texts.get("portal.verdict.code.none.lead", code),
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    /// On a file too large to be looked at.
    VerdictView tooLarge(int megabytes, Language language) {
        Texts texts = Texts.in(language);
        return new VerdictView(
                Tone.LATE,
                texts.get("portal.verdict.NOT_GENUINE"),
                texts.get("portal.verdict.NOT_GENUINE.lead"),
                List.of(texts.get("signing.reason.too-large", megabytes)),
                List.of(),
                List.of(),
                false);
    }

    private static Tone tone(Verdict.Outcome outcome) {
        return switch (outcome) {
            case GENUINE -> Tone.DONE;
            case NO_LONGER_IN_FORCE -> Tone.ASKS;
            case NOT_GENUINE -> Tone.LATE;
        };
    }

    private List<Fact> facts(KeptResult result, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("portal.result.title"), result.title()));
        facts.add(Fact.of(texts.get("portal.result.number"), result.number()));
        facts.add(Fact.of(texts.get("portal.result.agency"), telling.agency(result.agency(), language)));
        facts.add(Fact.of(
                texts.get("portal.result.signer"), result.signerName(), telling.post(result.signerPost(), language)));
        facts.add(Fact.of(texts.get("portal.result.signed"), dates.moment(result.signedAt())));
        facts.add(
                Fact.of(texts.get("portal.result.holder"), result.initials(), texts.get("portal.result.holder.hint")));
        facts.add(Fact.of(texts.get("portal.result.force"), force(result, texts, dates)));
        return facts;
    }

    private static String force(KeptResult result, Texts texts, Dates dates) {
        Instant revoked = result.revokedAt();
        LocalDate until = result.validUntil();
        if (revoked != null) {
            String reason = result.revokedReason();
            return texts.get("portal.result.revoked", dates.moment(revoked)) + (reason == null ? "" : " " + reason);
        }
        return until == null
                ? texts.get("portal.result.no-end")
                : texts.get("portal.result.until", dates.shortDay(until));
    }

    private static List<Fact> facts(SignatureReport signature, Language language) {
        Texts texts = Texts.in(language);
        List<Fact> facts = new ArrayList<>();
        String nobody = texts.get("portal.signature.nobody");
        facts.add(Fact.of(
                texts.get("portal.signature.signer"), signature.signer().isBlank() ? nobody : signature.signer()));
        if (!signature.title().isBlank()) {
            facts.add(Fact.of(texts.get("portal.signature.post"), signature.title()));
        }
        if (!signature.organisation().isBlank()) {
            facts.add(Fact.of(texts.get("portal.signature.organisation"), signature.organisation()));
        }
        Instant at = signature.at();
        if (at != null) {
            facts.add(
                    Fact.of(texts.get("portal.signature.at"), Dates.in(language).moment(at)));
        }
        facts.add(Fact.of(texts.get("portal.signature.state"), state(signature, texts)));
        return facts;
    }

    private static String state(SignatureReport signature, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(signature.valid() ? "portal.signature.valid" : "portal.signature.invalid"));
        signature.reasons().forEach(reason -> lines.add(text(reason, texts)));
        return String.join("\n", lines);
    }

    private static String text(Reason reason, Texts texts) {
        return texts.get(reason.key(), reason.args().toArray());
    }
}
