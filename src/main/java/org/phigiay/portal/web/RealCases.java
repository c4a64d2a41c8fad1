package org.phigiay.portal.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.Field;
import org.phigiay.forms.Forms;
import org.phigiay.transparency.SupplementReason;
import org.phigiay.transparency.SupplementReasons;
import org.phigiay.transparency.UsualTime;
import org.phigiay.transparency.UsualTimes;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What really happened to the dossiers of a procedure, in words: how long they took, what was missing in them. Only
/// what can be filed here has cases here.
@Component
class RealCases {
    private final UsualTimes times;
    private final SupplementReasons reasons;
    private final Forms forms;

    RealCases(UsualTimes times, SupplementReasons reasons, Forms forms) {
        this.times = times;
        this.reasons = reasons;
        this.forms = forms;
    }

    /// Null while too few are known.
    ProcedureView.@Nullable Usual usual(Procedure procedure, Texts texts) {
        if (!procedure.fileable()) {
            return null;
        }
        Optional<UsualTime> time = times.of(procedure.code());
        return time.map(known -> new ProcedureView.Usual(
                        known.days() == 0
                                ? texts.get("portal.need.usual-all", known.cases(), known.median(texts.language()))
                                : texts.get(
                                        "portal.need.usual",
                                        known.cases(),
                                        known.days(),
                                        known.median(texts.language())),
                        texts.get("portal.need.ninth", known.ninth(texts.language()))))
                .orElse(null);
    }

    /// What the desk asked others to send again, the most frequent first.
    List<ProcedureView.Other> others(Procedure procedure, Texts texts) {
        if (!procedure.fileable()) {
            return List.of();
        }
        return reasons.of(procedure.code()).stream()
                .flatMap(reason -> named(procedure, reason, texts)
                        .map(name -> new ProcedureView.Other(
                                name, texts.get("portal.need.other-share", reason.cases(), reason.of()))))
                .toList();
    }

    private Stream<String> named(Procedure procedure, SupplementReason reason, Texts texts) {
        String lang = texts.language().code();
        return procedure
                .component(reason.component())
                .map(component -> component.title(lang))
                .or(() -> forms.definition(procedure.form())
                        .field(reason.component())
                        .map(Field::label)
                        .map(label -> label.in(lang)))
                .stream()
                .filter(Objects::nonNull);
    }
}
