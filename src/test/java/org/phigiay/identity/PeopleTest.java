package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.demo.Cast;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@ProgramTest
class PeopleTest {
    private static final PostCode CLERK = new PostCode("H99.01/van-thu");

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    ObjectProvider<DemoLoader> loaders;

    @BeforeEach
    void load() {
        loaders.stream()
                .filter(loader -> loader.order() <= 20)
                .sorted((one, other) -> one.order() - other.order())
                .forEach(DemoLoader::load);
    }

    @Test
    void each_of_the_cast_is_there_with_the_post_and_loading_again_changes_nothing() {
        for (Cast one : Cast.values()) {
            assertThat(people.find(one.id())).contains(one.person());
            Actor actor = people.actor(one.id(), Actor.Via.API);
            assertThat(actor).isEqualTo(one.actor());
        }
        load();
        assertThat(people.history(Cast.DESK.post().orElseThrow())).hasSize(1);
    }

    @Test
    void the_casts_identity_numbers_belong_to_nobody_and_fit_sex_and_birth() {
        for (Cast one : Cast.values()) {
            assertThat(one.person().personalNumber()).matches("000[01]\\d{8}").hasSize(12);
            assertThat(one.person().email()).endsWith("@example.vn");
        }
        assertThat(Cast.CITIZEN.person().personalNumber()).isEqualTo("000194000011");
        assertThat(Cast.NEIGHBOUR.person().personalNumber()).isEqualTo("000088000012");
    }

    @Test
    void an_administrator_gives_a_post_and_takes_it_and_both_are_in_the_journal() {
        PersonId person = newcomer();
        Actor administrator = Cast.ADMINISTRATOR.actor();
        people.give(administrator, person, CLERK);
        assertThat(people.actor(person, Actor.Via.WEB).holds(Role.CLERK, CLERK.agency()))
                .isTrue();
        assertThat(people.holders(CLERK)).contains(person, Cast.CLERK.id());
        people.take(administrator, person, CLERK);
        assertThat(people.actor(person, Actor.Via.WEB).official()).isFalse();
        assertThat(people.history(CLERK)).anySatisfy(holding -> {
            assertThat(holding.person()).isEqualTo(person);
            assertThat(holding.until()).isNotNull();
        });
        List<Entry> entries = journal.of(person.value());
        assertThat(entries)
                .extracting(Entry::type)
                .containsExactly("identity.person-added", "identity.post-given", "identity.post-taken");
        assertThat(entries.getLast().actor()).isEqualTo(administrator.person());
        assertThat(entries.getLast().data().toString()).doesNotContain("Người Mới");
    }

    @Test
    void nobody_else_gives_posts_and_no_administrator_gives_those_of_another_agency() {
        PersonId person = newcomer();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> people.give(Cast.LEADER.actor(), person, CLERK));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> people.give(Cast.ADMINISTRATOR.actor(), person, new PostCode("H99.02/van-thu")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> people.give(Cast.ADMINISTRATOR.actor(), person, new PostCode("H99.01/khong-co")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> people.take(Cast.ADMINISTRATOR.actor(), person, CLERK));
    }

    @Test
    void a_person_says_nothing_of_themself_in_a_log() {
        assertThat(Cast.CITIZEN.person().toString()).doesNotContain("Mai", "000194");
    }

    private PersonId newcomer() {
        PersonId id = PersonId.next();
        String number = "0002" + String.format("%08d", UUID.randomUUID().hashCode() & 0x3ffffff);
        people.establish(new Person(id, "Người Mới", number, null, null, null, null, null, null), null, Instant.now());
        return id;
    }
}
