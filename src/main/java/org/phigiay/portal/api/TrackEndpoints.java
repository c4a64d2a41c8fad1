package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PostCode;
import org.phigiay.transparency.PublicStep;
import org.phigiay.transparency.Tracking;
import org.phigiay.transparency.Tracking.Timing;
import org.phigiay.transparency.Tracking.Tracked;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Follows a dossier by its code: steps, dates and posts, nothing about the person.
@RestController
@RequestMapping(path = "/api/v1/track", produces = MediaType.APPLICATION_JSON_VALUE)
class TrackEndpoints {
    private final Tracking tracking;
    private final Organisation organisation;

    TrackEndpoints(Tracking tracking, Organisation organisation) {
        this.tracking = tracking;
        this.organisation = organisation;
    }

    /// @param code the dossier code, before reception the request code
    /// @param timing `early`, `on-time` or `late`; null while the citizen is waited for or when
    ///     no result came of it
    /// @param next who is to act, the post; null when nobody has
    record TrackAnswer(
            String code,
            Named procedure,
            Named agency,
            int state,
            String stateName,
            String stateText,
            String filedAt,
            String receptionDueAt,
            @Nullable String receivedAt,
            @Nullable String dueAt,
            @Nullable String finishedAt,
            @Nullable String returnedAt,
            boolean paused,
            @Nullable String timing,
            List<StepAnswer> steps,
            @Nullable NextAnswer next) {}

    record Named(String code, String name) {}

    record StepAnswer(
            String at,
            String type,
            String text,
            @Nullable String post,
            @Nullable String postTitle,
            @Nullable Integer to) {}

    record NextAnswer(@Nullable String step, String post, String postTitle) {}

    @GetMapping("/{code}")
    TrackAnswer track(@PathVariable String code, HttpServletRequest request) {
        Tracked tracked = tracking.find(code).orElseThrow(() -> new NotFound("portal.api.track.no-such-code"));
        Language language = Languages.of(request);
        String state = DossierAnswers.kebab(tracked.state());
        return new TrackAnswer(
                tracked.code(),
                new Named(tracked.procedure(), tracking.title(tracked, language.code())),
                new Named(
                        tracked.agency().value(),
                        organisation
                                .agency(tracked.agency())
                                .map((Agency agency) -> agency.name(language.code()))
                                .orElse("")),
                tracked.state().code(),
                state,
                Texts.in(language).get("portal.api.state." + state),
                ApiTimes.of(tracked.filedAt()),
                ApiTimes.of(tracked.receptionDueAt()),
                ApiTimes.orNull(tracked.receivedAt()),
                ApiTimes.orNull(tracked.dueAt()),
                ApiTimes.orNull(tracked.finishedAt()),
                ApiTimes.orNull(tracked.returnedAt()),
                tracked.timing() == Timing.PAUSED,
                timing(tracked, Instant.now()),
                tracked.steps().stream().map(step -> step(step, language)).toList(),
                next(tracked, language));
    }

    private StepAnswer step(PublicStep step, Language language) {
        PostCode post = step.post();
        return new StepAnswer(
                ApiTimes.of(step.at()),
                step.type(),
                Texts.in(language).or("portal.api.entry." + step.type(), step.type()),
                post == null ? null : post.value(),
                post == null ? null : tracking.post(post, language.code()),
                step.toState());
    }

    private @Nullable NextAnswer next(Tracked tracked, Language language) {
        PostCode post = tracked.waitingFor();
        return post == null
                ? null
                : new NextAnswer(
                        tracked.nextStep() == null ? null : tracked.nextStep().title(language.locale()),
                        post.value(),
                        tracking.post(post, language.code()));
    }

    private static @Nullable String timing(Tracked tracked, Instant now) {
        return switch (tracked.timing()) {
            case EARLY -> "early";
            case ON_TIME, RUNNING -> "on-time";
            case LATE, RUNNING_LATE -> "late";
            case WAITING -> now.isAfter(tracked.receptionDueAt()) ? "late" : "on-time";
            case PAUSED, ENDED -> null;
        };
    }
}
