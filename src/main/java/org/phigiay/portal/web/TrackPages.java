package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Representation;
import org.phigiay.processing.Step;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.transparency.Tracking;
import org.phigiay.transparency.Tracking.Timing;
import org.phigiay.transparency.Tracking.Tracked;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Span;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Tra cứu: anybody who has a code follows a dossier. Steps, dates and posts; no personal data.
@Controller
class TrackPages {
    private static final int LONGEST = 60;

    private final Tracking tracking;
    private final Telling telling;
    private final Clock clock = Clock.systemUTC();

    TrackPages(Tracking tracking, Telling telling) {
        this.tracking = tracking;
        this.telling = telling;
    }

    /// @param missing whether the code named no dossier
    record AskView(String code, boolean missing, Errors errors) {}

    /// @param timing early, on time or late, in words
    /// @param span the clock; null when none runs
    /// @param forAnother that somebody filed it for another, without saying who; empty otherwise
    record TrackView(
            String code,
            String procedure,
            String agency,
            String state,
            Tone tone,
            String timing,
            boolean waiting,
            @Nullable Span span,
            List<Moment> moments,
            String forAnother) {}

    @GetMapping("/tra-cuu")
    String ask(
            @RequestParam(name = "ma", required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (code != null && !code.isBlank()) {
            String path = code.strip();
            return "redirect:/tra-cuu/" + encoded(path.length() > LONGEST ? path.substring(0, LONGEST) : path);
        }
        Errors errors = Errors.NONE;
        if (code != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors = Errors.of(List.of(FieldError.of("ma", "portal.track.empty")), Texts.in(Languages.of(request)));
        }
        model.addAttribute("view", new AskView("", false, errors));
        return "portal/web/track";
    }

    @GetMapping("/tra-cuu/{code}")
    String show(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Tracked found = code.length() > LONGEST ? null : tracking.find(code).orElse(null);
        if (found == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("view", new AskView(code, true, Errors.NONE));
            return "portal/web/track";
        }
        model.addAttribute("view", view(found, clock.instant(), Languages.of(request)));
        return "portal/web/tracked";
    }

    private TrackView view(Tracked found, Instant now, Language language) {
        Texts texts = Texts.in(language);
        List<Moment> moments = new ArrayList<>();
        next(found, language, moments);
        moments.addAll(telling.open(found.steps(), language));
        return new TrackView(
                found.code(),
                telling.procedure(new ProcedureCode(found.procedure()), found.procedureVersion(), language),
                telling.agency(found.agency(), language),
                texts.get("dossiers.state." + found.state().name()),
                Telling.tone(found.state()),
                texts.get("portal.timing." + timing(found, now)),
                found.dueAt() == null,
                span(found, now, Dates.in(language), texts),
                moments,
                found.representation() == Representation.SELF
                        ? ""
                        : texts.get(
                                "portal.track.for", texts.get("dossiers.representation." + found.representation())));
    }

    private static String timing(Tracked found, Instant now) {
        boolean late = found.timing() == Timing.WAITING && now.isAfter(found.receptionDueAt());
        return late ? "WAITING_LATE" : found.timing().name();
    }

    private static @Nullable Span span(Tracked found, Instant now, Dates dates, Texts texts) {
        Instant received = found.receivedAt();
        Instant due = found.dueAt();
        return switch (found.timing()) {
            case WAITING ->
                new Span(
                        found.filedAt(),
                        now,
                        found.receptionDueAt(),
                        texts.get("portal.clock.waiting", dates.until(found.receptionDueAt(), now)),
                        null);
            case RUNNING, RUNNING_LATE ->
                received == null || due == null
                        ? null
                        : new Span(received, now, due, texts.get("portal.clock.running", dates.until(due, now)), null);
            case PAUSED, EARLY, ON_TIME, LATE, ENDED -> null;
        };
    }

    private void next(Tracked found, Language language, List<Moment> moments) {
        Texts texts = Texts.in(language);
        PostCode post = found.waitingFor();
        Step step = found.nextStep();
        if (found.state().waitsForCitizen()) {
            moments.add(new Moment(null, texts.get("portal.track.next.citizen"), texts.get("portal.track.filer")));
        } else if (post != null) {
            String what = step == null ? texts.get("portal.track.next") : step.title(language.locale());
            moments.add(new Moment(null, what, telling.post(post, language)));
        }
    }

    private static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
