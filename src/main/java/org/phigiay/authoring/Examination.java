package org.phigiay.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.OpenDossiers;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.forms.OpenDrafts;
import org.phigiay.guidance.Score;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Xem xét: what can be said about a form in the making before anybody publishes it.
@Service
public class Examination {

    private final Catalogue catalogue;
    private final Forms forms;
    private final Quality quality;
    private final Publishing publishing;
    private final OpenDrafts drafts;
    private final OpenDossiers dossiers;
    private final Access access;
    private final JsonMapper json;

    Examination(
            Catalogue catalogue,
            Forms forms,
            Quality quality,
            Publishing publishing,
            OpenDrafts drafts,
            OpenDossiers dossiers,
            Access access,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.quality = quality;
        this.publishing = publishing;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.access = access;
        this.json = json;
    }

    /// What the checks say.
    ///
    /// @param remarks what stands in the way first
    /// @param score how plainly it is written; the place of a passage is `pages/<id>|title`
    /// @param minutes about how long it takes to fill in, 0 while the form cannot be read
    /// @param definition as it would be published, right or wrong; null while it cannot be read
    public record Report(
            List<Remark> remarks,
            Score score,
            int pages,
            int minutes,
            @Nullable FormDefinition definition) {

        public boolean publishable() {
            return remarks.stream().noneMatch(Remark::blocks);
        }
    }

    /// Checks a form in the making.
    public Report check(Actor actor, FormDraft draft) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        Quality.Checked checked = quality.check(procedure(draft.code()), draft);
        List<Remark> ordered = java.util.stream.Stream.concat(
                        checked.remarks().stream().filter(Remark::blocks),
                        checked.remarks().stream().filter(remark -> !remark.blocks()))
                .distinct()
                .toList();
        return new Report(ordered, checked.score(), checked.pages(), checked.minutes(), checked.definition());
    }

    /// Whom publishing it concerns.
    public Impact impact(Actor actor, FormDraft draft) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        FormRef inForce = current(draft.code());
        return Impact.of(
                inForce,
                inForce == null ? null : body(inForce),
                draft.form(),
                inForce == null ? 0 : drafts.count(actor, inForce),
                inForce == null ? 0 : dossiers.count(actor, inForce));
    }

    /// What differs from the form in force, in words; empty when there is none.
    public List<Difference> changes(Actor actor, FormDraft draft, Texts texts) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        FormRef inForce = current(draft.code());
        return inForce == null ? List.of() : FormDifferences.between(body(inForce), draft.form(), texts);
    }

    /// The definition as a file that can be read in here or elsewhere.
    public String file(Actor actor, FormDraft draft) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(publishing.complete(procedure(draft.code()), draft));
    }

    private @Nullable FormRef current(ProcedureCode code) {
        Procedure procedure = procedure(code);
        FormRef own = Publishing.inForce(procedure);
        return own == null && procedure.fileable() ? procedure.form() : own;
    }

    private ObjectNode body(FormRef ref) {
        return (ObjectNode) json.readTree(forms.body(ref));
    }

    private Procedure procedure(ProcedureCode code) {
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }
}
