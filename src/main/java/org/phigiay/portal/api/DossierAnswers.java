package org.phigiay.portal.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.dossiers.StatedDecision;
import org.phigiay.dossiers.WhoseDossier;
import org.phigiay.journal.Entry;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How dossiers look in answers.
@Component
class DossierAnswers {
    private final Dossiers dossiers;
    private final WhoseDossier whose;
    private final JsonMapper json;

    DossierAnswers(Dossiers dossiers, WhoseDossier whose, JsonMapper json) {
        this.dossiers = dossiers;
        this.whose = whose;
        this.json = json;
    }

    /// A dossier without anything personal.
    ///
    /// @param state national code, 1–10
    /// @param stateName our finer name of it, `supplement-in-process`
    record Brief(
            String id,
            String requestCode,
            @Nullable String code,
            String procedure,
            String agency,
            int state,
            String stateName,
            String filedAt,
            String receptionDueAt,
            @Nullable String receivedAt,
            @Nullable String dueAt,
            @Nullable String finishedAt,
            @Nullable String returnedAt,
            boolean paused,
            int supplements,
            String channel,
            String representation,
            @Nullable Integer rating) {}

    /// One paper handed in; `file` is fetched below the dossier.
    record PaperAnswer(
            String component,
            String file,
            String name,
            String mediaType,
            long size,
            String sha256,
            int filing,
            String at) {}

    /// A supplement asked or a refusal.
    record DecisionAnswer(
            String kind,
            List<ItemAnswer> items,
            String reason,
            String clause,
            @Nullable String until,
            @Nullable String wayOn,
            String post,
            String at) {}

    record ItemAnswer(String component, String note) {}

    /// One thing that happened.
    record EntryAnswer(
            String at,
            String type,
            String text,
            @Nullable String post,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String reason,
            @Nullable String clause) {}

    Brief brief(Dossier dossier) {
        return new Brief(
                dossier.id().toString(),
                dossier.requestCode(),
                dossier.code(),
                dossier.procedure().value(),
                dossier.agency().value(),
                dossier.state().code(),
                kebab(dossier.state()),
                ApiTimes.of(dossier.filedAt()),
                ApiTimes.of(dossier.receptionDueAt()),
                ApiTimes.orNull(dossier.receivedAt()),
                ApiTimes.orNull(dossier.dueAt()),
                ApiTimes.orNull(dossier.finishedAt()),
                ApiTimes.orNull(dossier.returnedAt()),
                dossier.pausedAt() != null,
                dossier.supplements(),
                kebab(dossier.channel()),
                kebab(dossier.representation()),
                dossier.rating());
    }

    /// A dossier with what was declared and handed in; the reader has been asked for the right and the purpose.
    ObjectNode full(Dossier dossier) {
        ObjectNode full = json.valueToTree(brief(dossier));
        full.putObject("applicant").put("name", dossier.applicantName());
        full.putObject("filer").put("name", whose.filer(dossier));
        full.set("party", PartyTold.of(dossiers.party(dossier)).json());
        full.set("origins", dossiers.origins(dossier.id()));
        JsonNode latest = dossiers.latestAnswers(dossier.id());
        full.set("answers", latest);
        full.set(
                "papers",
                json.valueToTree(dossiers.papers(dossier.id()).stream()
                        .map(DossierAnswers::paper)
                        .toList()));
        full.set(
                "decisions",
                json.valueToTree(dossiers.decisions(dossier.id()).stream()
                        .map(DossierAnswers::decision)
                        .toList()));
        return full;
    }

    /// What was said about work inside the agency (an opinion, why a step went back) is for those who work there.
    static EntryAnswer entry(Entry entry, Actor reader, Texts texts) {
        boolean inside = entry.type().startsWith("step.") || entry.type().startsWith("task.");
        boolean colleague =
                reader.agency().filter(agency -> agency.equals(entry.agency())).isPresent();
        return new EntryAnswer(
                ApiTimes.of(entry.at()),
                entry.type(),
                texts.or("portal.api.entry." + entry.type(), entry.type()),
                entry.post() == null ? null : entry.post().value(),
                entry.fromState(),
                entry.toState(),
                inside && !colleague ? null : entry.reason(),
                entry.legalBasis());
    }

    private static PaperAnswer paper(Paper paper) {
        return new PaperAnswer(
                paper.component(),
                paper.file().value().toString(),
                paper.name(),
                paper.mediaType(),
                paper.size(),
                paper.sha256(),
                paper.filing(),
                ApiTimes.of(paper.at()));
    }

    private static DecisionAnswer decision(StatedDecision decision) {
        return new DecisionAnswer(
                decision.kind(),
                decision.items().stream()
                        .map(item -> new ItemAnswer(item.component(), item.note()))
                        .toList(),
                decision.reason(),
                decision.clause(),
                decision.until() == null ? null : decision.until().toString(),
                decision.wayOn(),
                decision.post().value(),
                ApiTimes.of(decision.at()));
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The states meant by a code, a name or several of them after commas; null when one is none.
    static @Nullable List<DossierState> states(String text) {
        List<DossierState> all = new java.util.ArrayList<>();
        for (String one : text.split(",", -1)) {
            List<DossierState> meant = DossierState.parse(one.strip().replace('-', '_'));
            if (meant.isEmpty()) {
                return null;
            }
            all.addAll(meant);
        }
        return all;
    }
}
