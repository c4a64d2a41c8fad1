package org.phigiay.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.DossierState;
import org.phigiay.journal.Entry;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.transparency.PublicStep;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.stereotype.Component;

/// Tells what happened to a dossier in sentences: to the person whose it is, and to anybody. What has no sentence is
/// not
/// told.
@Component
class Telling {
    private static final String STEP = "step.completed";

    private final Organisation organisation;
    private final Catalogue catalogue;

    Telling(Organisation organisation, Catalogue catalogue) {
        this.organisation = organisation;
        this.catalogue = catalogue;
    }

    /// To the person whose dossier it is, newest first: with reasons, never with names of officials.
    List<Moment> own(List<Entry> entries, Language language) {
        Texts texts = Texts.in(language);
        List<Moment> moments = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            String key = "portal.event." + entry.type();
            String kind = entry.text("kind").map(name -> key + "." + name).orElse(key);
            String known = texts.has(kind) ? kind : key;
            if (texts.has(known)) {
                moments.add(
                        new Moment(entry.at(), texts.get(known, promise(entry, language)), detail(entry, language)));
            }
        }
        return moments;
    }

    /// To anybody, newest first: posts only. Of what happened in one moment the step is not told beside its outcome.
    List<Moment> open(List<PublicStep> steps, Language language) {
        Texts texts = Texts.in(language);
        List<Moment> moments = new ArrayList<>();
        for (PublicStep step : steps.reversed()) {
            String key = "portal.track." + step.type();
            boolean told = steps.stream()
                    .anyMatch(other ->
                            other.at().equals(step.at()) && !other.type().equals(STEP));
            if (texts.has(key) && !(step.type().equals(STEP) && told)) {
                PostCode post = step.post();
                moments.add(new Moment(step.at(), texts.get(key), post == null ? null : post(post, language)));
            }
        }
        return moments;
    }

    String post(PostCode code, Language language) {
        return organisation
                .post(code)
                .map((Post post) -> post.title(language.code()))
                .orElse(code.value());
    }

    String agency(AgencyCode code, Language language) {
        return organisation
                .agency(code)
                .map((Agency agency) -> agency.name(language.code()))
                .orElse(code.value());
    }

    /// The procedure's official name in the version under which a dossier was filed.
    String procedure(ProcedureCode code, int version, Language language) {
        return catalogue
                .version(code, version)
                .map(procedure -> procedure.title(language.code()))
                .orElse(code.value());
    }

    static Tone tone(DossierState state) {
        return switch (state) {
            case SUBMITTED, WITHDRAWN -> Tone.WAITING;
            case RECEIVED, IN_PROCESS -> Tone.MOVING;
            case SUPPLEMENT_BEFORE_RECEPTION, SUPPLEMENT_IN_PROCESS, FEE_DUE -> Tone.ASKS;
            case FINISHED, RETURNED -> Tone.DONE;
            case REFUSED, STOPPED -> Tone.LATE;
        };
    }

    private static String withoutFullStop(String said) {
        String plain = said.strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /// The promise an entry gave, in words; empty when it gave none.
    private static String promise(Entry entry, Language language) {
        return entry.text("dueAt")
                .map(due -> Dates.in(language).moment(Instant.parse(due)))
                .orElse("");
    }

    private @Nullable String detail(Entry entry, Language language) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(entry.post()).map(post -> post(post, language)).ifPresent(parts::add);
        // What officials write to one another about a step stays inside the agency.
        Optional.ofNullable(entry.reason())
                .filter(said -> !said.isBlank() && entry.type().startsWith("dossier."))
                .map(Telling::withoutFullStop)
                .ifPresent(parts::add);
        Optional.ofNullable(entry.legalBasis())
                .filter(said -> !said.isBlank())
                .map(clause -> Texts.in(language).get("portal.clause", clause))
                .ifPresent(parts::add);
        return parts.isEmpty() ? null : String.join(". ", parts);
    }
}
