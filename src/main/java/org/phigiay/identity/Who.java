package org.phigiay.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Role;

/// How a person can stand to a thing. A line of the table in [Right] is made of these and of nothing else.
public enum Who {
    /// Anybody, signed in or not: what is public.
    ANYONE,
    /// Khách: has not signed in, and began the thing in this browser or came back to it with a code.
    GUEST,
    /// Any person who has signed in.
    SIGNED_IN,
    /// Người yêu cầu: the matter is the person's own.
    APPLICANT,
    /// Người nộp: the person handed it in, perhaps for another.
    FILER,
    /// Người được ủy quyền: the person stands for the applicant, with a legal basis.
    REPRESENTATIVE,
    /// Holds a post on which a task on the thing is open.
    TASK_HOLDER,
    /// The roles: held in the thing's agency, or anywhere where the right asks for no agency.
    DESK(Role.DESK),
    OFFICER(Role.OFFICER),
    LEADER(Role.LEADER),
    CLERK(Role.CLERK),
    CATALOGUE(Role.CATALOGUE),
    ADMINISTRATOR(Role.ADMINISTRATOR),
    INSPECTOR(Role.INSPECTOR);

    private final @Nullable Role role;

    Who() {
        this.role = null;
    }

    Who(Role role) {
        this.role = role;
    }

    /// The role asked for; empty when this is about the thing itself.
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /// Stands to the thing by a post, hence as an official.
    public boolean byPost() {
        return role != null || this == TASK_HOLDER;
    }

    /// Whether the actor stands like this to the target.
    boolean matches(Actor actor, Target target) {
        if (this == ANYONE) {
            return true;
        }
        if (actor.anonymous()) {
            return this == GUEST && actor.guest() && actor.person().equals(target.applicant());
        }
        return switch (this) {
            case GUEST -> false;
            case ANYONE, SIGNED_IN -> true;
            case APPLICANT -> actor.person().equals(target.applicant());
            case FILER -> actor.person().equals(target.filer());
            case REPRESENTATIVE -> target.representatives().contains(actor.person());
            case TASK_HOLDER -> target.openTaskPosts().stream().anyMatch(actor::holds);
            case DESK, OFFICER, LEADER, CLERK, CATALOGUE, ADMINISTRATOR, INSPECTOR -> holdsRole(actor, target.agency());
        };
    }

    private boolean holdsRole(Actor actor, @Nullable AgencyCode agency) {
        return actor.posts().stream()
                .anyMatch(held ->
                        held.role() == role && (agency == null || held.agency().equals(agency)));
    }
}
