package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.AgencyKind;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Role;
import org.springframework.stereotype.Component;

/// Cơ quan thực hiện: who performs a procedure where nobody has configured it: every agency of the level that the
/// national
/// text names, as far as it has the posts through which a dossier goes. Procedures of the central level are nobody's
/// here.
@Component
class Performers {

    /// Receive, verify and draft, sign, issue.
    private static final Set<Role> NEEDED = EnumSet.of(Role.DESK, Role.OFFICER, Role.LEADER, Role.CLERK);

    private final Organisation organisation;

    Performers(Organisation organisation) {
        this.organisation = organisation;
    }

    /// The agencies of this installation that can work through any dossier, by code.
    List<Agency> able() {
        return organisation.agencies().stream()
                .filter(agency -> roles(agency.code()).containsAll(NEEDED))
                .toList();
    }

    /// A number that changes with the agencies and their posts.
    long revision() {
        return organisation.revision();
    }

    List<AgencySetting> of(ProcedureCode procedure, List<Level> levels, List<Agency> able, LocalDate day) {
        return able.stream()
                .filter(agency -> agency.kind() != AgencyKind.MINISTRY && levels.contains(level(agency.kind())))
                .map(agency -> new AgencySetting(procedure, agency.code(), unit(agency.code()), day, null))
                .toList();
    }

    private Set<Role> roles(AgencyCode agency) {
        return organisation.postsOf(agency).stream().map(Post::role).collect(Collectors.toSet());
    }

    /// The unit of the first officer: where the work is done until somebody says otherwise.
    private String unit(AgencyCode agency) {
        return organisation.postsOf(agency, Role.OFFICER).getFirst().unit();
    }

    private static Level level(AgencyKind kind) {
        return switch (kind) {
            case MINISTRY -> Level.MINISTRY;
            case PROVINCE -> Level.PROVINCE;
            case COMMUNE -> Level.COMMUNE;
        };
    }
}
