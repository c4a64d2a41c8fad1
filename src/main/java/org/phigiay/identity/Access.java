package org.phigiay.identity;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PurposeMissing;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.springframework.stereotype.Component;

/// The one authorisation point: may this person do this to this? Every verb and every read asks here. It denies by
/// default, reads the table in [Right], looks nothing up, and takes well under a microsecond.
@Component
public class Access {
    private final Clock clock;

    Access() {
        this(Clock.systemUTC());
    }

    Access(Clock clock) {
        this.clock = clock;
    }

    /// Lets a verb go on, or throws [NotFound], [Forbidden], [SignInNeeded], [StepUpNeeded] or [PurposeMissing].
    public void require(Actor actor, Right right, Target target) {
        Reading _ = read(actor, right, target);
    }

    /// Lets a reading go on and says whether and why it is noted; throws as [#require]. The purpose stated is the
    /// actor's ([Actor#purpose()]).
    public Reading read(Actor actor, Right right, Target target) {
        return switch (decide(actor, right, target)) {
            case Decision.Allowed(Who as, @Nullable String purpose) -> new Reading(right, as, purpose);
            case Decision.DoesNotExist() -> throw new NotFound();
            case Decision.NotAllowed(boolean own) ->
                throw new Forbidden(own ? "identity.forbidden.own-matter" : "identity.forbidden");
            case Decision.SignInFirst() -> throw new SignInNeeded();
            case Decision.StepUpFirst() -> throw new StepUpNeeded();
            case Decision.SayWhy() -> throw new PurposeMissing();
        };
    }

    /// Whether the person may, perhaps after a step-up or after saying why: what buttons and `actions` ask.
    public boolean could(Actor actor, Right right, Target target) {
        return switch (decide(actor, right, target)) {
            case Decision.Allowed _, Decision.StepUpFirst _, Decision.SayWhy _ -> true;
            case Decision.DoesNotExist _, Decision.NotAllowed _, Decision.SignInFirst _ -> false;
        };
    }

    /// The answer itself.
    public Decision decide(Actor actor, Right right, Target target) {
        return decide(actor, right, target, clock.instant());
    }

    static Decision decide(Actor actor, Right right, Target target, Instant now) {
        check(right, target);
        if (actor.via() == Actor.Via.SYSTEM) {
            throw new IllegalArgumentException("The system asks for no rights: it follows the journal");
        }
        Who as = standing(actor, right, target);
        if (as == null) {
            return refusal(actor, right, target);
        }
        if (as.byPost() && changes(right) && concerns(actor, target)) {
            return new Decision.NotAllowed(true);
        }
        if (right.kind() == Right.Kind.SIGN && !actor.steppedUp(now)) {
            return new Decision.StepUpFirst();
        }
        if (!right.personal() || !(as.byPost() || filedAtTheCounter(as, actor, target))) {
            return new Decision.Allowed(as, null);
        }
        String stated = stated(actor);
        if (stated != null) {
            return new Decision.Allowed(as, stated);
        }
        return unasked(right, as) ? new Decision.Allowed(as, Reading.PROCESS) : new Decision.SayWhy();
    }

    private static @Nullable Who standing(Actor actor, Right right, Target whole) {
        Target target = right.about() == Right.About.GENERAL ? Target.general() : whole;
        for (Who who : right.who()) {
            if (who.matches(actor, target)) {
                return who;
            }
        }
        return null;
    }

    private static Decision refusal(Actor actor, Right right, Target target) {
        return switch (right.about()) {
            case GENERAL, AGENCY -> actor.anonymous() ? new Decision.SignInFirst() : new Decision.NotAllowed(false);
            case PERSON -> actor.anonymous() ? new Decision.SignInFirst() : new Decision.DoesNotExist();
            case DOSSIER -> {
                if (actor.anonymous()) {
                    yield new Decision.SignInFirst();
                }
                boolean mayKnow = standing(actor, Right.DOSSIER_READ, target) != null;
                yield mayKnow ? new Decision.NotAllowed(false) : new Decision.DoesNotExist();
            }
        };
    }

    /// An official who handed it in for somebody at the counter reads it as an official.
    private static boolean filedAtTheCounter(Who as, Actor actor, Target target) {
        return as == Who.FILER
                && !concerns(actor, target)
                && actor.posts().stream().anyMatch(held -> held.agency().equals(target.agency()));
    }

    /// A matter of the actor's own, or one in which the actor stands for the applicant.
    private static boolean concerns(Actor actor, Target target) {
        return actor.person().equals(target.applicant())
                || target.representatives().contains(actor.person());
    }

    private static boolean changes(Right right) {
        return right.kind() == Right.Kind.ACT || right.kind() == Right.Kind.SIGN;
    }

    private static boolean unasked(Right right, Who as) {
        return as == Who.TASK_HOLDER || (right.kind() == Right.Kind.LIST && as != Who.INSPECTOR);
    }

    private static @Nullable String stated(Actor actor) {
        String purpose = actor.purpose();
        return purpose == null || purpose.isBlank() ? null : purpose.strip();
    }

    private static void check(Right right, Target target) {
        boolean enough = switch (right.about()) {
            case GENERAL -> true;
            case AGENCY -> target.agency() != null;
            case PERSON -> target.applicant() != null;
            case DOSSIER -> target.agency() != null && target.applicant() != null;
        };
        if (!enough) {
            throw new IllegalArgumentException(right + " asks for facts that the target does not have");
        }
    }
}
