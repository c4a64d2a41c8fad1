package org.phigiay.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// What [Access] must know of a thing in order to judge; whoever asks hands these facts in, [Access] looks nothing up.
///
/// @param agency the agency that settles it; null for what belongs to no agency
/// @param applicant whose matter it is
/// @param filer who handed it in
/// @param representatives who may stand for the applicant
/// @param openTaskPosts posts on which a task on it is open now
public record Target(
        @Nullable AgencyCode agency,
        @Nullable PersonId applicant,
        @Nullable PersonId filer,
        Set<PersonId> representatives,
        Set<PostCode> openTaskPosts) {

    private static final Target NOTHING = new Target(null, null, null, Set.of(), Set.of());

    public Target {
        representatives = Set.copyOf(representatives);
        openTaskPosts = Set.copyOf(openTaskPosts);
    }

    /// Nothing in particular: for rights that ask for no agency and no owner.
    public static Target general() {
        return NOTHING;
    }

    /// An agency's work or lists.
    public static Target of(AgencyCode agency) {
        return new Target(agency, null, null, Set.of(), Set.of());
    }

    /// What one person owns: a draft, a file not yet filed, a notice.
    public static Target ownedBy(PersonId owner) {
        return new Target(null, owner, null, Set.of(), Set.of());
    }

    /// A dossier: the agency that settles it, whose it is and who handed it in.
    public static Target of(AgencyCode agency, PersonId applicant, PersonId filer) {
        return new Target(agency, applicant, filer, Set.of(), Set.of());
    }

    public Target withRepresentatives(Set<PersonId> representatives) {
        return new Target(agency, applicant, filer, representatives, openTaskPosts);
    }

    public Target withOpenTasks(Set<PostCode> posts) {
        return new Target(agency, applicant, filer, representatives, posts);
    }
}
