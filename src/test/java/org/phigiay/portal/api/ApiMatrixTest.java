package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.identity.Access;
import org.phigiay.identity.Decision;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.Processing;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every verb of the API × everybody of the cast × own and other agency × own and other citizen, over HTTP. What is to
/// be expected is asked of the table of rights, cell by cell; a cell that answers otherwise is a hole.
@ProgramTest
class ApiMatrixTest {
    private static final AgencyCode HERE = new AgencyCode("H99.01");
    private static final AgencyCode THERE = new AgencyCode("H99.02");

    /// Nobody, then the cast.
    private static final List<@Nullable Cast> PEOPLE = people();

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Access access;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processing processing;

    Api api;

    private final List<String> holes = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final StringBuilder page = new StringBuilder();

    @BeforeEach
    void speak() {
        api = new Api(port, tokens);
    }

    /// Whose dossier it is and where.
    private enum Kind {
        CITIZEN_HERE(Cast.CITIZEN, HERE),
        NEIGHBOUR_HERE(Cast.NEIGHBOUR, HERE),
        OFFICER_HERE(Cast.OFFICER, HERE),
        CITIZEN_THERE(Cast.CITIZEN, THERE);

        final Cast owner;
        final AgencyCode agency;

        Kind(Cast owner, AgencyCode agency) {
            this.owner = owner;
            this.agency = agency;
        }

        Cast desk() {
            return agency.equals(HERE) ? Cast.DESK : Cast.DESK2;
        }

        /// Nobody works on a matter of their own: the colleague cannot, so the officer's own dossier stays at the desk.
        Cast officer() {
            return agency.equals(HERE) ? Cast.OFFICER : Cast.OFFICER2;
        }

        Cast leader() {
            return agency.equals(HERE) ? Cast.LEADER : Cast.LEADER2;
        }

        Cast clerk() {
            return agency.equals(HERE) ? Cast.CLERK : Cast.CLERK2;
        }
    }

    /// How far a dossier has come when the verb is tried.
    private enum Stage {
        FILED,
        SUPPLEMENT,
        REFUSED,
        VERIFY,
        DRAFT,
        SIGN,
        ISSUE,
        HAND_OVER
    }

    private record Verb(String name, Right right, Stage stage, Function<String, Request> request) {}

    private record Request(String path, @Nullable ObjectNode body) {}

    private static Verb act(ApiAction action, Stage stage) {
        return new Verb(
                action.kebab() + " @" + stage,
                action.right(),
                stage,
                id -> new Request(
                        Api.dossier(id) + "/actions",
                        Api.JSON.createObjectNode().put("action", action.kebab())));
    }

    private static Verb read(String path, Right right, Stage stage) {
        return new Verb("GET " + path, right, stage, id -> new Request(Api.dossier(id) + path, null));
    }

    private static List<Verb> verbs() {
        return List.of(
                read("", Right.DOSSIER_READ, Stage.VERIFY),
                read("/timeline", Right.DOSSIER_READ, Stage.VERIFY),
                read("/actions", Right.DOSSIER_ACTIONS, Stage.VERIFY),
                read("/papers/019abf6e-6f00-7a11-8c55-3f5f0b6a9d10", Right.FILE_READ, Stage.VERIFY),
                read("/draft", Right.RESULT_READ, Stage.SIGN),
                read("/result", Right.RESULT_READ, Stage.HAND_OVER),
                act(ApiAction.RECEIVE, Stage.FILED),
                act(ApiAction.REQUEST_SUPPLEMENT, Stage.FILED),
                act(ApiAction.REQUEST_SUPPLEMENT, Stage.VERIFY),
                act(ApiAction.SUPPLEMENT, Stage.SUPPLEMENT),
                act(ApiAction.REFUSE, Stage.FILED),
                act(ApiAction.REFUSE, Stage.VERIFY),
                act(ApiAction.WITHDRAW, Stage.FILED),
                act(ApiAction.ASSIGN, Stage.VERIFY),
                act(ApiAction.COMPLETE_STEP, Stage.VERIFY),
                act(ApiAction.COMPLETE_STEP, Stage.DRAFT),
                act(ApiAction.RETURN_STEP, Stage.DRAFT),
                act(ApiAction.SIGN, Stage.SIGN),
                act(ApiAction.ISSUE, Stage.ISSUE),
                act(ApiAction.HAND_OVER, Stage.HAND_OVER),
                act(ApiAction.RATE, Stage.REFUSED));
    }

    @Test
    void nobody_gets_more_or_less_than_the_table_says() throws IOException {
        page.append("Each cell: status answered (expected of the table of rights). One line a verb and a dossier.\n\n");
        for (Kind kind : Kind.values()) {
            Map<Stage, String> kept = new EnumMap<>(Stage.class);
            for (Verb verb : verbs()) {
                if (kind == Kind.OFFICER_HERE && verb.stage().ordinal() > Stage.VERIFY.ordinal()) {
                    continue; // the officer may not work on it, and no other holds the post
                }
                page.append("%-24s %-16s ".formatted(verb.name(), kind));
                for (Cast who : PEOPLE) {
                    String id = kept.computeIfAbsent(verb.stage(), stage -> prepared(kind, stage));
                    boolean changed = tried(verb, kind, who, id);
                    if (changed) {
                        kept.remove(verb.stage());
                    }
                }
                page.append('\n');
            }
        }
        lists();
        int cells = counts.values().stream().mapToInt(Integer::intValue).sum();
        page.append("\n").append(counts).append("\n");
        page.append("%d cells, %d holes%n".formatted(cells, holes.size()));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/access-matrix.txt"), page.toString());
        assertThat(holes).isEmpty();
        assertThat(cells).isGreaterThan(1000);
    }

    /// @return whether the dossier has moved
    private boolean tried(Verb verb, Kind kind, @Nullable Cast who, String id) {
        Target target = target(id);
        Decision expected = access.decide(actor(who), verb.right(), target);
        Request request = verb.request().apply(id);
        ObjectNode body = request.body();
        boolean offered = false;
        if (body != null && who != null && expected instanceof Decision.Allowed) {
            JsonNode offer = api.actions(who, id).get(body.required("action").asString());
            if (offer != null) {
                offered = true;
                body.setAll(offer.required("example").asObject());
            }
        }
        Api.Answer answer = body == null ? api.get(who, request.path()) : api.post(who, request.path(), body);
        String wanted = wanted(verb, expected, who, target, offered);
        note(verb.name() + " " + kind, who, answer, wanted);
        if (expected instanceof Decision.SayWhy) {
            Api.Answer stated = api.get(who, request.path(), "Purpose", "matrix");
            note(verb.name() + " with purpose " + kind, who, stated, there(verb, who, target));
        }
        return body != null && answer.status() == 200;
    }

    private static String wanted(Verb verb, Decision expected, @Nullable Cast who, Target target, boolean offered) {
        return switch (expected) {
            case Decision.Allowed _ ->
                verb.name().startsWith("GET") ? there(verb, who, target) : offered ? "200" : "409";
            case Decision.DoesNotExist _ -> "404";
            case Decision.NotAllowed _ -> "403|409";
            case Decision.SignInFirst _ -> "401";
            case Decision.StepUpFirst _ -> "403";
            case Decision.SayWhy _ -> "422";
        };
    }

    /// What is answered to whoever may: the paper asked for is not there, the draft is for those who work on it.
    private static String there(Verb verb, @Nullable Cast who, Target target) {
        boolean official = who != null
                && who.actor()
                        .agency()
                        .filter(agency -> agency.equals(target.agency()))
                        .isPresent();
        return verb.name().contains("/papers/") || (verb.name().contains("/draft") && !official) ? "404" : "200";
    }

    /// Lists and what is nobody's in particular.
    private void lists() {
        Map<String, Right> general = new LinkedHashMap<>();
        general.put("/api/v1/procedures", Right.CATALOGUE_READ);
        general.put("/api/v1/procedures/1.004873", Right.CATALOGUE_READ);
        general.put("/api/v1/procedures/1.004873/form", Right.CATALOGUE_READ);
        general.put("/api/v1/calendar/due?agency=H99.01&from=2026-11-23T08:30&amount=1&unit=day", Right.CALENDAR_READ);
        general.put("/api/v1/track/NO-SUCH-CODE", Right.TRACK_READ);
        general.put("/api/v1/tasks", Right.TASK_LIST);
        general.put("/api/v1/dossiers", Right.DOSSIER_LIST);
        general.forEach((path, right) -> {
            page.append("%-41s ".formatted(path.substring(0, Math.min(path.length(), 40))));
            for (Cast who : PEOPLE) {
                boolean own = right == Right.DOSSIER_LIST
                        && who != null
                        && !who.actor().official();
                Right asked = own ? Right.OWN_DOSSIERS_LIST : right;
                AgencyCode agency = who == null ? HERE : who.actor().agency().orElse(HERE);
                Decision expected = access.decide(actor(who), asked, Target.of(agency));
                String yes = right == Right.TRACK_READ ? "404" : "200";
                String wanted = switch (expected) {
                    case Decision.Allowed _ -> yes;
                    case Decision.SignInFirst _ -> "401";
                    case Decision.SayWhy _ -> "422";
                    case Decision.NotAllowed _ -> "403";
                    case Decision.DoesNotExist _ -> "404";
                    case Decision.StepUpFirst _ -> "403";
                };
                Api.Answer answer = api.get(who, path);
                note(path, who, answer, wanted);
                if (answer.status() == 200 && right == Right.DOSSIER_LIST) {
                    onlyTheirs(who, answer.json().required("items"));
                }
            }
            page.append('\n');
        });
    }

    private void onlyTheirs(@Nullable Cast who, JsonNode items) {
        for (JsonNode item : items) {
            Dossier dossier = dossiers.find(DossierId.parse(item.required("id").asString()));
            Actor actor = actor(who);
            boolean theirs = actor.official()
                    ? actor.agency().filter(dossier.agency()::equals).isPresent()
                    : actor.person().equals(dossier.applicant())
                            || actor.person().equals(dossier.filer());
            if (!theirs) {
                holes.add("list of " + who + " shows " + dossier.id());
            }
        }
    }

    private void note(String what, @Nullable Cast who, Api.Answer answer, String wanted) {
        String status = String.valueOf(answer.status());
        boolean right = Set.of(wanted.split("\\|")).contains(status);
        page.append(' ')
                .append(who == null ? "nobody" : who.token())
                .append('=')
                .append(status);
        counts.merge(status, 1, Integer::sum);
        if (!right) {
            page.append("(!").append(wanted).append(')');
            holes.add("%s by %s: %s, expected %s".formatted(what, who, answer, wanted));
        }
    }

    private Target target(String id) {
        Dossier dossier = dossiers.find(DossierId.parse(id));
        Set<PostCode> posts = processing.openTask(dossier.id()).stream()
                .map(task -> task.post())
                .collect(Collectors.toSet());
        return dossier.target().withOpenTasks(posts);
    }

    private static Actor actor(@Nullable Cast who) {
        return who == null ? Actor.ANYONE : who.actorSteppedUp(Instant.now());
    }

    private String prepared(Kind kind, Stage stage) {
        ObjectNode filing = api.filing("1.004873");
        filing.put("agency", kind.agency.value());
        Api.Answer filed = api.post(kind.owner, "/api/v1/dossiers", filing);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        String id = filed.json().required("id").asString();
        assertThat(UUID.fromString(id)).isNotNull();
        switch (stage) {
            case FILED -> {}
            case SUPPLEMENT -> done(kind.desk(), id, "request-supplement");
            case REFUSED -> done(kind.desk(), id, "refuse");
            default -> {
                done(kind.desk(), id, "receive");
                if (stage.ordinal() > Stage.VERIFY.ordinal()) {
                    done(kind.officer(), id, "complete-step");
                }
                if (stage.ordinal() > Stage.DRAFT.ordinal()) {
                    done(kind.officer(), id, "complete-step");
                }
                if (stage.ordinal() > Stage.SIGN.ordinal()) {
                    done(kind.leader(), id, "sign");
                }
                if (stage.ordinal() > Stage.ISSUE.ordinal()) {
                    done(kind.clerk(), id, "issue");
                }
            }
        }
        return id;
    }

    private void done(Cast who, String id, String action) {
        Api.Answer answer = api.act(who, id, action);
        assertThat(answer.status()).as("%s by %s: %s", action, who, answer).isEqualTo(200);
    }

    private static List<@Nullable Cast> people() {
        List<@Nullable Cast> people = new ArrayList<>();
        people.add(null);
        people.addAll(List.of(Cast.values()));
        return people;
    }
}
