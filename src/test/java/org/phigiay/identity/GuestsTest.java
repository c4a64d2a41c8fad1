package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Saved;
import org.phigiay.identity.Guests.Begun;
import org.phigiay.identity.Guests.Resumed;
import org.phigiay.identity.Guests.Written;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@ProgramTest
class GuestsTest {

    private static final ProcedureCode PROCEDURE = new ProcedureCode("1.004873");
    private static final FormRef FORM = new FormRef("single-status", 1);

    @Autowired
    private Guests guests;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Forms forms;

    private final JdbcClient jdbc = TestDatabase.shared().ownerJdbc();
    private final String address = "192.0.2." + Ids.secret(4);
    private final String phone =
            "09" + String.format("%08d", Math.floorMod(Ids.next().hashCode(), 100_000_000));
    private final Actor mai = Actor.citizen(PersonId.next(), "Nguyễn Thị Mai");

    @Test
    void a_guest_fills_in_a_draft_that_nobody_else_sees() {
        Begun here = guests.open(address);
        Draft draft = begun(here.guest());
        assertThat(guests.find(here.token()).orElseThrow()).isEqualTo(here.guest());
        assertThat(drafts.find(here.guest(), draft.id()).answers().path("phone").asString())
                .isEqualTo("0900000011");
        Actor other = guests.open(address).guest();
        assertThatThrownBy(() -> drafts.find(other, draft.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.find(mai, draft.id())).isInstanceOf(NotFound.class);
        assertThat(TestDatabase.shared()
                        .jdbc()
                        .sql("select count(*) from forms.draft")
                        .query(Long.class)
                        .single())
                .as("behind the database's own wall")
                .isZero();
    }

    @Test
    void a_guest_may_do_nothing_but_fill_in_drafts() {
        Access access = new Access();
        Actor guest = guests.open(address).guest();
        for (Right right : Right.values()) {
            Target own = new Target(
                    new AgencyCode("H99.01"), guest.person(), guest.person(), java.util.Set.of(), java.util.Set.of());
            boolean may = access.could(guest, right, own);
            boolean open = right.who().contains(Who.ANYONE);
            boolean draft = right == Right.DRAFT_READ || right == Right.DRAFT_WRITE;
            assertThat(may).as(right.name()).isEqualTo(open || draft);
        }
        assertThat(access.could(guest, Right.DRAFT_READ, Target.ownedBy(mai.person())))
                .isFalse();
        assertThat(access.could(mai, Right.DRAFT_READ, Target.ownedBy(guest.person())))
                .isFalse();
    }

    @Test
    void telephone_number_and_code_bring_the_draft_to_another_device() {
        Begun here = guests.open(address);
        Draft draft = begun(here.guest());
        assertThat(guests.hasCode(here.guest())).isFalse();
        Written written = guests.giveCode(here.guest(), "+84 " + phone.substring(1));
        assertThat(guests.hasCode(here.guest())).isTrue();
        Resumed there = guests.resume(phone, written.code().toLowerCase(java.util.Locale.ROOT), address);
        Begun other = ((Resumed.Here) there).begun();
        assertThat(other.guest()).isEqualTo(here.guest());
        assertThat(other.token()).isNotEqualTo(here.token());
        assertThat(drafts.open(other.guest())).extracting(Draft::id).containsExactly(draft.id());
        assertThat(guests.look(here.guest(), written.sealed())).contains(written);
        assertThat(guests.look(guests.open(address).guest(), written.sealed())).isEmpty();
        assertThat(guests.look(here.guest(), "junk")).isEmpty();
        guests.leave(here.token());
        assertThat(guests.find(here.token())).isEmpty();
        assertThat(guests.find(other.token())).isPresent();
    }

    @Test
    void neither_the_number_nor_the_code_lies_in_the_database() {
        Begun here = guests.open(address);
        Written written = guests.giveCode(here.guest(), phone);
        Resumed _ = guests.resume(phone, wrongOf(written), address);
        String rows = String.join(
                "\n",
                jdbc.sql("select row(c.*)::text from identity.guest_code c where guest = :guest union all"
                                + " select row(t.*)::text from identity.guest_try t union all"
                                + " select row(b.*)::text from identity.guest_browser b")
                        .param("guest", here.guest().person().value())
                        .query(String.class)
                        .list());
        assertThat(rows)
                .doesNotContain(phone)
                .doesNotContain(written.code())
                .doesNotContain(written.code().replace("-", ""))
                .doesNotContain(here.token())
                .doesNotContain(address);
    }

    @Test
    void a_new_code_takes_the_place_of_the_old_one() {
        Begun here = guests.open(address);
        Written first = guests.giveCode(here.guest(), phone);
        Written second = guests.giveCode(here.guest(), phone);
        assertThat(guests.resume(phone, first.code(), address)).isInstanceOf(Resumed.Wrong.class);
        assertThat(guests.resume(phone, second.code(), address)).isInstanceOf(Resumed.Here.class);
    }

    @Test
    void nobody_learns_whether_a_number_is_known_and_too_many_tries_of_it_wait_an_hour() {
        Begun here = guests.open(address);
        Written written = guests.giveCode(here.guest(), phone);
        String unknown = "08" + phone.substring(2);
        String wrong = wrongOf(written);
        for (int i = 0; i < 10; i++) {
            assertThat(guests.resume(phone, wrong, "198.51.100." + i + phone)).isEqualTo(new Resumed.Wrong());
            assertThat(guests.resume(unknown, wrong, "198.51.100." + i + phone)).isEqualTo(new Resumed.Wrong());
        }
        assertThat(guests.resume(phone, wrong, "203.0.113.1" + phone)).isEqualTo(new Resumed.TooMany());
        assertThat(guests.resume(unknown, wrong, "203.0.113.1" + phone)).isEqualTo(new Resumed.TooMany());
        assertThat(guests.resume(phone, written.code(), "203.0.113.2" + phone))
                .as("also with the right code, or guessing would go on")
                .isEqualTo(new Resumed.TooMany());
        jdbc.sql("update identity.guest_try set at = at - interval '61 minutes'")
                .update();
        assertThat(guests.resume(phone, written.code(), "203.0.113.2" + phone)).isInstanceOf(Resumed.Here.class);
    }

    @Test
    void tries_from_one_address_are_limited_over_all_numbers() {
        Written written = guests.giveCode(guests.open(address).guest(), phone);
        String wrong = wrongOf(written);
        for (int i = 0; i < 30; i++) {
            assertThat(guests.resume("07000000" + (10 + i), wrong, address)).isEqualTo(new Resumed.Wrong());
        }
        assertThat(guests.resume("0700000099", wrong, address)).isEqualTo(new Resumed.TooMany());
    }

    @Test
    void a_number_or_a_code_that_cannot_be_one_is_said_and_is_no_try() {
        assertThatThrownBy(() -> guests.resume("12", "K7QM-3T9X", address)).isInstanceOf(Invalid.class);
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> guests.resume(phone, "????", address)).isInstanceOf(Invalid.class);
        }
        Written written = guests.giveCode(guests.open(address).guest(), phone);
        assertThat(guests.resume(phone, written.code(), address)).isInstanceOf(Resumed.Here.class);
    }

    @Test
    void sixty_beginnings_an_hour_from_one_address_are_enough() {
        for (int i = 0; i < 60; i++) {
            Begun _ = guests.open(address);
        }
        assertThatThrownBy(() -> guests.open(address)).isInstanceOf(Conflict.class);
    }

    @Test
    void at_sign_in_the_drafts_become_the_persons_own_once_whoever_else_signs_in_at_the_same_moment() throws Exception {
        Begun here = guests.open(address);
        Draft draft = begun(here.guest());
        long seen = draft.version();
        Saved _ = save(here.guest(), draft, "0900000022", seen + 1);
        Saved clash = save(here.guest(), draft, "0900000033", seen);
        assertThat(clash.clashes()).containsExactly("phone");
        Draft _ = drafts.attach(
                here.guest(), draft.id(), "TP04", new org.phigiay.files.FileId(java.util.UUID.randomUUID()), "ảnh.jpg");
        Actor hung = Actor.citizen(PersonId.next(), "Trần Văn Hùng");
        List<Boolean> took = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> signIns = List.of(
                    () -> guests.become(mai, here.token()),
                    () -> guests.become(hung, here.token()),
                    () -> guests.become(mai, here.token()));
            for (Future<Boolean> one : both.invokeAll(signIns)) {
                took.add(one.get());
            }
        }
        assertThat(took).containsOnlyOnce(true);
        Actor owner = took.get(1) ? hung : mai;
        Draft own = drafts.open(owner).getFirst();
        assertThat(own.id()).isEqualTo(draft.id());
        assertThat(own.answers().path("phone").asString()).isEqualTo("0900000022");
        assertThat(own.files()).hasSize(1);
        assertThat(drafts.clashes(
                        owner, own.id(), forms.definition(FORM).page("lien-he").orElseThrow()))
                .as("what waited for a choice waits on")
                .hasSize(1);
        assertThat(drafts.open(owner == mai ? hung : mai)).isEmpty();
        assertThat(guests.find(here.token())).isEmpty();
        assertThat(drafts.open(here.guest())).isEmpty();
    }

    @Test
    void after_thirty_days_guest_code_and_drafts_are_gone_and_others_stay() {
        Begun old = guests.open(address);
        Draft gone = begun(old.guest());
        Written written = guests.giveCode(old.guest(), phone);
        Begun fresh = guests.open(address);
        Draft kept = begun(fresh.guest());
        Draft hers = begun(mai);
        assertThat(guests.until(fresh.guest()))
                .isBetween(
                        java.time.Instant.now().plus(java.time.Duration.ofDays(29)),
                        java.time.Instant.now().plus(java.time.Duration.ofDays(31)));
        jdbc.sql("update identity.guest set ends_at = now() - interval '1 second' where id = :id")
                .param("id", old.guest().person().value())
                .update();
        assertThat(guests.find(old.token())).isEmpty();
        assertThat(guests.resume(phone, written.code(), address)).isEqualTo(new Resumed.Wrong());
        assertThat(guests.forget()).isPositive();
        assertThat(rows(gone)).isZero();
        assertThat(rows(kept)).isEqualTo(1);
        assertThat(rows(hers)).isEqualTo(1);
    }

    @Test
    void a_guest_has_five_open_drafts_at_most() {
        Actor guest = guests.open(address).guest();
        for (int i = 0; i < 5; i++) {
            Draft _ = drafts.start(guest, PROCEDURE, FORM, null);
        }
        assertThatThrownBy(() -> drafts.start(guest, PROCEDURE, FORM, null)).isInstanceOf(Conflict.class);
        assertThat(drafts.open(Cast.CITIZEN.actor())).isNotNull();
    }

    private Draft begun(Actor actor) {
        Draft draft = drafts.start(actor, PROCEDURE, FORM, new AgencyCode("H99.01"));
        return save(actor, draft, "0900000011", 1).draft();
    }

    private Saved save(Actor actor, Draft draft, String number, long seen) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode().put("phone", number);
        return drafts.save(
                actor, draft.id(), forms.definition(FORM).page("lien-he").orElseThrow(), answers, seen);
    }

    private static String wrongOf(Written written) {
        String other = ResumeCode.next();
        return other.equals(written.code().replace("-", "")) ? ResumeCode.next() : other;
    }

    private long rows(Draft draft) {
        return jdbc.sql("select count(*) from forms.draft where id = :id")
                .param("id", draft.id().value())
                .query(Long.class)
                .single();
    }
}
