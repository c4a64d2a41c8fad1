package org.phigiay.processing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.shared.PersonId;

/// Work on the steps of a dossier.
public sealed interface StepAction {

    /// Phân công: gives the open task to a person who holds its post, oneself when nobody is named.
    record Assign(@Nullable PersonId to) implements StepAction {}

    /// Hoàn thành bước.
    ///
    /// @param opinion what was found, in words
    /// @param fields on a drafting step, lines of the result to be worded otherwise than the answers
    record CompleteStep(@Nullable String opinion, Map<String, String> fields) implements StepAction {
        public CompleteStep {
            fields = Map.copyOf(fields);
        }
    }

    /// Trả lại bước trước, with a reason.
    record ReturnStep(int to, String reason) implements StepAction {}

    /// Ký: signs exactly the document that was read.
    ///
    /// @param seen SHA-256 of the document as read, hexadecimal
    record Sign(String seen) implements StepAction {}

    /// Ban hành: number, the agency's signature, issue.
    record Issue() implements StepAction {}

    /// The step of receiving or handing over is a move of the dossier itself.
    static Class<? extends DossierAction> moveOf(StepKind kind) {
        return switch (kind) {
            case RECEIVE -> DossierAction.Receive.class;
            case HAND_OVER -> DossierAction.HandOver.class;
            case ISSUE, FINISH -> DossierAction.Issue.class;
            case VERIFY, DRAFT, SIGN -> DossierAction.Start.class;
        };
    }
}
