package org.phigiay.identity;

import static org.phigiay.identity.Right.Kind.SIGN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;

/// Every right × every person who can stand to a dossier. The table of rights is printed and compared with it; whoever
/// can call the real verbs tries them with the same people and expects the same answers.
///
/// The dossier is [Cast#CITIZEN]'s, settled in H99.01, where [Cast#OFFICER] holds the open task.
public final class AccessMatrix {
    static final AgencyCode HERE = new AgencyCode("H99.01");
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final PersonId HELPER = Cast.NEIGHBOUR.id();

    private AccessMatrix() {}

    /// What a person gets, with the status with which the API says it.
    public enum Answer {
        /// May.
        YES("có", 200),
        /// May, and an entry with the purpose `process` is left.
        YES_NOTED("có, ghi", 200),
        /// May after stating a purpose, which is noted.
        SAY_WHY("422", 422),
        /// May after proving again who they are.
        STEP_UP("xác thực", 403),
        NOT_SIGNED_IN("401", 401),
        FORBIDDEN("403", 403),
        DOES_NOT_EXIST("404", 404);

        private final String sign;
        private final int status;

        Answer(String sign, int status) {
            this.sign = sign;
            this.status = status;
        }

        public int status() {
            return status;
        }

        String sign() {
            return sign;
        }
    }

    /// A column: a person and how the person stands to the dossier.
    ///
    /// @param name of the column
    /// @param actor who acts; not stepped up, no purpose stated
    /// @param token of the demo with which the person acts over the API; empty for nobody
    /// @param target makes the dossier of the column from the plain one
    public record Column(String name, Actor actor, String token, Function<Target, Target> target) {}

    /// One cell.
    public record Cell(Right right, Column column, Answer answer) {}

    private static final Target DOSSIER = Target.of(HERE, Cast.CITIZEN.id(), Cast.CITIZEN.id())
            .withOpenTasks(Set.of(Cast.OFFICER.post().orElseThrow()));

    public static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("nobody", Actor.ANYONE, "", plain -> plain));
        columns.add(column("applicant", Cast.CITIZEN, plain -> plain));
        columns.add(column(
                "filer",
                Cast.NEIGHBOUR,
                plain -> new Target(plain.agency(), plain.applicant(), HELPER, Set.of(), plain.openTaskPosts())));
        columns.add(column("representative", Cast.NEIGHBOUR, plain -> plain.withRepresentatives(Set.of(HELPER))));
        columns.add(column("stranger", Cast.NEIGHBOUR, plain -> plain));
        columns.add(column("officer with the task", Cast.OFFICER, plain -> plain));
        columns.add(column("officer without", Cast.ECONOMY, plain -> plain));
        for (Cast one :
                List.of(Cast.DESK, Cast.LEADER, Cast.CLERK, Cast.INSPECTOR, Cast.CATALOGUE, Cast.ADMINISTRATOR)) {
            columns.add(column(one.token(), one, plain -> plain));
        }
        for (Cast one : List.of(Cast.DESK2, Cast.OFFICER2, Cast.LEADER2, Cast.CLERK2)) {
            columns.add(column(one.token() + " (elsewhere)", one, plain -> plain));
        }
        columns.add(column(
                "officer whose own it is",
                Cast.OFFICER,
                plain -> Target.of(HERE, Cast.OFFICER.id(), Cast.OFFICER.id()).withOpenTasks(plain.openTaskPosts())));
        return columns;
    }

    private static Column column(String name, Cast who, Function<Target, Target> target) {
        return new Column(name, who.actor(), who.token(), target);
    }

    /// What the table says, cell by cell.
    public static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Right right : Right.values()) {
            for (Column column : columns()) {
                cells.add(new Cell(right, column, answer(right, column)));
            }
        }
        return cells;
    }

    static Answer answer(Right right, Column column) {
        return switch (Access.decide(column.actor(), right, column.target().apply(DOSSIER), NOW)) {
            case Decision.Allowed(Who _, String purpose) -> purpose == null ? Answer.YES : Answer.YES_NOTED;
            case Decision.SayWhy _ -> Answer.SAY_WHY;
            case Decision.StepUpFirst _ -> Answer.STEP_UP;
            case Decision.SignInFirst _ -> Answer.NOT_SIGNED_IN;
            case Decision.NotAllowed _ -> Answer.FORBIDDEN;
            case Decision.DoesNotExist _ -> Answer.DOES_NOT_EXIST;
        };
    }

    /// The page docs/access-matrix.md.
    static String page() {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Printed by `AccessMatrixTest` from the one table in `org.phigiay.identity.Right`; the test fails when this
                page and the table differ. The dossier belongs to the applicant and is settled in H99.01, where the
                civil-status officer holds the open task. Nobody here has stated a purpose or stepped up.

                | sign | meaning |
                |---|---|
                | có | may |
                | có, ghi | may, and a journal entry with the purpose `process` is left |
                | 422 | may after saying why; the purpose is left in the journal |
                | xác thực | may within five minutes after proving again who they are |
                | 401 | must sign in first |
                | 403 | may not, though the person may know of the thing |
                | 404 | for this person there is no such thing |

                """);
        page.append("| right |");
        columns().forEach(column -> page.append(' ').append(column.name()).append(" |"));
        page.append("\n|---|").append("---|".repeat(columns().size())).append('\n');
        for (Right right : Right.values()) {
            page.append("| ").append(right.name()).append(" |");
            for (Column column : columns()) {
                page.append(' ').append(answer(right, column).sign()).append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }

    static boolean changes(Right right) {
        return right.kind() == Right.Kind.ACT || right.kind() == SIGN;
    }
}
