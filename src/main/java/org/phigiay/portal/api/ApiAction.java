package org.phigiay.portal.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.identity.Right;
import org.phigiay.processing.StepAction;

/// Everything a person can do to a dossier over the API, under the name that stands in `action`.
enum ApiAction {
    RECEIVE(DossierAction.Receive.class, Right.DOSSIER_RECEIVE),
    REQUEST_SUPPLEMENT(DossierAction.RequestSupplement.class, Right.DOSSIER_REQUEST_SUPPLEMENT),
    SUPPLEMENT(DossierAction.Supplement.class, Right.DOSSIER_SUPPLEMENT),
    REFUSE(DossierAction.Refuse.class, Right.DOSSIER_REFUSE),
    ASSIGN(StepAction.Assign.class, Right.TASK_ASSIGN),
    COMPLETE_STEP(StepAction.CompleteStep.class, Right.TASK_COMPLETE),
    RETURN_STEP(StepAction.ReturnStep.class, Right.TASK_RETURN),
    SIGN(StepAction.Sign.class, Right.RESULT_SIGN),
    ISSUE(StepAction.Issue.class, Right.RESULT_ISSUE),
    HAND_OVER(DossierAction.HandOver.class, Right.RESULT_HAND_OVER),
    WITHDRAW(DossierAction.Withdraw.class, Right.DOSSIER_WITHDRAW),
    /// A rating moves nothing, so it has no class of its own.
    RATE(null, Right.DOSSIER_RATE);

    @SuppressWarnings("ImmutableEnumChecker") // classes do not change
    private final @Nullable Class<?> verb;

    private final Right right;

    ApiAction(@Nullable Class<?> verb, Right right) {
        this.verb = verb;
        this.right = right;
    }

    /// `request-supplement`
    String kebab() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Right right() {
        return right;
    }

    static Optional<ApiAction> of(Class<?> verb) {
        return Arrays.stream(values()).filter(action -> verb == action.verb).findFirst();
    }

    static Optional<ApiAction> named(String name) {
        return Arrays.stream(values())
                .filter(action -> action.kebab().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ApiAction::kebab).toList();
    }
}
