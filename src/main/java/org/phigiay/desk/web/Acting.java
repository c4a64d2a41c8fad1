package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.processing.Processing;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What the forms of all acts have in common: they open only when the act is possible, and a form sent twice acts once.
@Component
class Acting {
    private static final String KEY = "Idempotency-Key";

    private final Dossiers dossiers;
    private final Processing processing;
    private final WorkRows rows;
    private final OncePerForm once;

    Acting(Dossiers dossiers, Processing processing, WorkRows rows, OncePerForm once) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.rows = rows;
        this.once = once;
    }

    /// The dossier for the form of an act; reads nothing personal.
    ///
    /// @throws NotAllowedNow when the act is not possible now, with what is
    ActView open(Actor actor, String id, Deed deed, Language language) {
        if (actor.anonymous()) {
            throw new SignInNeeded();
        }
        if (!actor.official()) {
            throw new Forbidden("identity.forbidden");
        }
        Dossier dossier = dossiers.glance(actor, DossierId.parse(id));
        List<String> names = processing.names(actor, dossier);
        if (!Deed.of(names).contains(deed)) {
            throw new NotAllowedNow(dossier.state().name(), names);
        }
        return view(dossier, deed, language);
    }

    /// The same when the form is shown again with its mistakes, whatever has become of the dossier meanwhile.
    ActView again(Actor actor, String id, Deed deed, Language language) {
        return view(dossiers.glance(actor, DossierId.parse(id)), deed, language);
    }

    /// Does a verb once for a form, however often it is sent, and answers where to go next.
    String once(Actor actor, HttpServletRequest request, String next, Runnable verb) {
        Map<String, String[]> fields = new HashMap<>(request.getParameterMap());
        String[] key = fields.remove(KEY);
        if (key != null) {
            fields.put(OncePerForm.FIELD, key);
        }
        return once.submit(actor, request.getRequestURI(), fields, next, verb);
    }

    private ActView view(Dossier dossier, Deed deed, Language language) {
        return new ActView(
                dossier,
                deed.label(Texts.in(language)),
                rows.title(dossier, language),
                "/can-bo/ho-so/" + dossier.id(),
                deed.href(dossier.id()));
    }
}
