package org.phigiay.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Session;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ProgramTest
class UsualTimesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final AgencyCode OTHER = new AgencyCode("H99.02");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ClockEachCase follower;

    @Autowired
    private UsualTimes times;

    @Autowired
    private SupplementReasons reasons;

    @Autowired
    private Calendars calendars;

    private final Random random = new Random(7);
    private final ProcedureCode procedure =
            new ProcedureCode("9." + (100_000 + Math.floorMod(UUID.randomUUID().hashCode(), 800_000)));
    private final List<Numbered> journal = new ArrayList<>();

    @Test
    void a_second_reckoning_minute_by_minute_agrees() {
        var worked = new ArrayList<Double>();
        for (int i = 0; i < 31; i++) {
            Instant filed = recent();
            Instant received = filed.plus(random.nextInt(1, 600), ChronoUnit.MINUTES);
            Instant asked = received.plus(random.nextInt(1, 3000), ChronoUnit.MINUTES);
            Instant answered = asked.plus(random.nextInt(1, 9000), ChronoUnit.MINUTES);
            boolean supplemented = i % 3 == 0;
            Instant issued = (supplemented ? answered : received).plus(random.nextInt(1, 5000), ChronoUnit.MINUTES);
            UUID one = filed(filed, COMMUNE);
            add(one, "dossier.received", received, COMMUNE, "{}");
            if (supplemented) {
                add(one, "dossier.supplement-requested", asked, COMMUNE, "{\"items\": [\"TP01\", \"phone\"]}");
                add(one, "dossier.supplemented", answered, COMMUNE, "{}");
            }
            add(one, "dossier.issued", issued, COMMUNE, "{}");
            long minutes = minutes(received, issued) - (supplemented ? minutes(asked, answered) : 0);
            worked.add((double) minutes);
        }
        follow();

        UsualTime time = times.of(procedure).orElseThrow();
        assertThat(time.cases()).isEqualTo(31);
        assertThat(time.days()).isEqualTo(90);
        assertThat(time.median()).isEqualTo(quantile(worked, 0.5));
        assertThat(time.ninth()).isEqualTo(quantile(worked, 0.9));
        assertThat(times.of(procedure, OTHER)).isEmpty();
        assertThat(times.of(procedure, COMMUNE)).contains(time);
        assertThat(reasons.of(procedure))
                .containsExactly(new SupplementReason("phone", 11, 31), new SupplementReason("TP01", 11, 31));
    }

    @Test
    void nineteen_cases_say_nothing_and_what_came_to_no_result_does_not_count() {
        for (int i = 0; i < 25; i++) {
            Instant filed = recent();
            UUID one = filed(filed, COMMUNE);
            add(one, "dossier.received", filed.plusSeconds(60), COMMUNE, "{}");
            if (i < 4) {
                add(one, "dossier.supplement-requested", filed.plusSeconds(90), COMMUNE, "{\"items\": [\"TP02\"]}");
            }
            add(one, i < 19 ? "dossier.issued" : "dossier.refused", filed.plusSeconds(3600), COMMUNE, "{}");
        }
        follow();
        assertThat(times.of(procedure)).isEmpty();
        assertThat(reasons.of(procedure)).isEmpty();

        UUID twentieth = filed(recent(), OTHER);
        add(twentieth, "dossier.received", recent(), OTHER, "{}");
        add(twentieth, "dossier.issued", Instant.now(), OTHER, "{}");
        follow();
        assertThat(times.of(procedure))
                .hasValueSatisfying(time -> assertThat(time.cases()).isEqualTo(20));
        assertThat(times.of(procedure, COMMUNE)).isEmpty();
    }

    @Test
    void when_the_last_ninety_days_have_too_few_all_cases_speak() {
        for (int i = 0; i < 20; i++) {
            Instant filed = recent().minus(200, ChronoUnit.DAYS);
            UUID one = filed(filed, COMMUNE);
            add(one, "dossier.received", filed, COMMUNE, "{}");
            add(one, "dossier.issued", filed.plus(1, ChronoUnit.DAYS), COMMUNE, "{}");
        }
        follow();
        assertThat(times.of(procedure))
                .hasValueSatisfying(time -> assertThat(time.days()).isZero());
    }

    @Test
    void a_time_is_told_in_words_and_never_too_short() {
        assertThat(UsualTime.words(Duration.ofMinutes(20), Language.VI)).isEqualTo("không quá 1 giờ làm việc");
        assertThat(UsualTime.words(Duration.ofMinutes(121), Language.VI)).isEqualTo("3 giờ làm việc");
        assertThat(UsualTime.words(Duration.ofHours(8), Language.VI)).isEqualTo("1 ngày làm việc");
        assertThat(UsualTime.words(Duration.ofHours(17), Language.VI)).isEqualTo("2,5 ngày làm việc");
        assertThat(UsualTime.words(Duration.ofHours(17), Language.EN)).isEqualTo("2.5 working days");
        assertThat(UsualTime.words(Duration.ofMinutes(24 * 60 + 1), Language.EN))
                .isEqualTo("3.5 working days");
    }

    private UUID filed(Instant at, AgencyCode agency) {
        UUID id = Ids.next();
        add(id, "dossier.submitted", at, agency, "{\"procedure\": \"" + procedure.value() + "\"}");
        return id;
    }

    private void add(UUID subject, String type, Instant at, AgencyCode agency, String data) {
        @Nullable Integer none = null;
        journal.add(new Numbered(
                journal.size() + 1L,
                new Entry(
                        UUID.randomUUID(),
                        at,
                        type,
                        1,
                        subject,
                        agency,
                        PersonId.SYSTEM,
                        null,
                        none,
                        none,
                        null,
                        null,
                        null,
                        JSON.readTree(data))));
    }

    private void follow() {
        follower.follow(List.copyOf(journal.subList(0, journal.size() / 2)));
        follower.follow(List.copyOf(journal.subList(journal.size() / 2, journal.size())));
        journal.clear();
        times.forget();
        reasons.forget();
    }

    private Instant recent() {
        return Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .minus(30, ChronoUnit.DAYS)
                .minus(random.nextInt(0, 20_000), ChronoUnit.MINUTES);
    }

    /// Every minute is looked at by itself.
    private long minutes(Instant from, Instant to) {
        long minutes = 0;
        LocalDate day = LocalDate.MIN;
        List<Session> sessions = List.of();
        for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            ZonedDateTime local = at.atZone(ZONE);
            if (!local.toLocalDate().equals(day)) {
                day = local.toLocalDate();
                sessions = calendars.sessions(COMMUNE, day, from);
            }
            LocalTime time = local.toLocalTime();
            if (sessions.stream().anyMatch(open -> !time.isBefore(open.opens()) && time.isBefore(open.closes()))) {
                minutes++;
            }
        }
        return minutes;
    }

    private static Duration quantile(List<Double> minutes, double part) {
        List<Double> sorted = minutes.stream().sorted().toList();
        double place = part * (sorted.size() - 1);
        int low = (int) Math.floor(place);
        double value =
                sorted.get(low) + (place - low) * (sorted.get(Math.min(low + 1, sorted.size() - 1)) - sorted.get(low));
        return Duration.ofMillis(Math.round(value * 60_000));
    }
}
