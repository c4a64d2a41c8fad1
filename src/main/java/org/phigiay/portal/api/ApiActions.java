package org.phigiay.portal.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Who;
import org.phigiay.processing.Processing;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.Role;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// What a person may do to a dossier now: the moves of its life, the work on its open step, and the rating.
@Component
class ApiActions {
    private static final Set<Role> WORKERS = EnumSet.of(Role.DESK, Role.OFFICER, Role.LEADER, Role.CLERK);

    private final Dossiers dossiers;
    private final Processing processing;
    private final Access access;
    private final Transactions transactions;

    ApiActions(Dossiers dossiers, Processing processing, Access access, Transactions transactions) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.access = access;
        this.transactions = transactions;
    }

    /// In the order in which they are offered.
    List<ApiAction> possible(Actor actor, Dossier dossier) {
        return transactions.read(actor, () -> {
            List<ApiAction> possible = new ArrayList<>();
            dossiers.possible(actor, dossier).forEach(move -> ApiAction.of(move).ifPresent(possible::add));
            processing
                    .possible(actor, dossier)
                    .forEach(step -> ApiAction.of(step).ifPresent(possible::add));
            if (Dossiers.ratable(dossier) && access.could(actor, Right.DOSSIER_RATE, dossiers.target(dossier))) {
                possible.add(ApiAction.RATE);
            }
            return possible;
        });
    }

    /// Lets an action go on that is possible now.
    ///
    /// @throws NotAllowedNow with what is possible, when this person can do it at another time
    /// @throws Forbidden when this person never can
    void require(Actor actor, Dossier dossier, ApiAction action) {
        List<ApiAction> possible = possible(actor, dossier);
        if (!possible.contains(action)) {
            if (!everCould(actor, dossier, action)) {
                throw new Forbidden("identity.forbidden");
            }
            throw notNow(dossier, possible);
        }
    }

    /// The refusal of a verb that was overtaken, with what is possible after all.
    NotAllowedNow notNow(Actor actor, DossierId id) {
        Dossier dossier = transactions.read(actor, () -> dossiers.find(id));
        return notNow(dossier, possible(actor, dossier));
    }

    private static NotAllowedNow notNow(Dossier dossier, List<ApiAction> possible) {
        return new NotAllowedNow(
                dossier.state().name(), possible.stream().map(ApiAction::kebab).toList());
    }

    /// Who holds a working post of the agency can come to hold any task of it; for the others the table of rights says.
    private boolean everCould(Actor actor, Dossier dossier, ApiAction action) {
        boolean byTask = action.right().who().contains(Who.TASK_HOLDER)
                && !actor.person().equals(dossier.applicant())
                && actor.posts().stream()
                        .anyMatch(held -> held.agency().equals(dossier.agency()) && WORKERS.contains(held.role()));
        return byTask || access.could(actor, action.right(), dossiers.target(dossier));
    }
}
