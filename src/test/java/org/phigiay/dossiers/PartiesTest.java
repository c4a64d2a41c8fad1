package org.phigiay.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.files.Files;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.Claims;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.identity.Sex;
import org.phigiay.identity.Standing;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/// The one a matter is for and the one who files are two people.
@ProgramTest
class PartiesTest {
    private static final ProcedureCode SINGLE_STATUS = new ProcedureCode("1.004873");
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final Actor MAI = Cast.CITIZEN.actor();
    private static final Actor HUNG = Cast.NEIGHBOUR.actor();
    private static final PartyTold CHILD = new PartyTold("guardian", "Nguyễn Gia Bảo", "", "2019-06-05", "child", "");

    @Autowired
    Dossiers dossiers;

    @Autowired
    WhoseDossier whose;

    @Autowired
    SlipWriter slips;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Files files;

    @Autowired
    People people;

    @Autowired
    Bodies bodies;

    @Test
    void a_child_is_the_applicant_and_the_parent_who_files_follows_it() {
        Dossier filed = file(MAI, CHILD);
        assertThat(filed.applicantName()).isEqualTo("Nguyễn Gia Bảo");
        assertThat(filed.applicant()).isNotEqualTo(MAI.person());
        assertThat(filed.filer()).isEqualTo(MAI.person());
        assertThat(filed.representation()).isEqualTo(Representation.GUARDIAN);
        assertThat(dossiers.party(filed))
                .isEqualTo(new Party.Ward("Nguyễn Gia Bảo", null, LocalDate.of(2019, 6, 5), Party.Care.CHILD));
        assertThat(dossiers.own(MAI, null).items()).contains(filed);
        assertThat(whose.facts(filed, Language.VI))
                .extracting(Fact::value)
                .containsExactly("Nguyễn Gia Bảo", "Nguyễn Thị Mai");
        assertThatThrownBy(() -> dossiers.read(HUNG, filed.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_child_of_the_same_parent_is_one_applicant_and_of_another_parent_another() {
        assertThat(file(MAI, CHILD).applicant()).isEqualTo(file(MAI, CHILD).applicant());
        assertThat(file(HUNG, CHILD).applicant()).isNotEqualTo(file(MAI, CHILD).applicant());
    }

    @Test
    void a_principal_with_an_account_sees_what_was_filed_for_them_and_may_withdraw_it() {
        Dossier filed = file(MAI, authorised(Cast.NEIGHBOUR.person(), "trần  văn HÙNG"));
        assertThat(filed.applicant()).isEqualTo(HUNG.person());
        assertThat(dossiers.own(HUNG, null).items()).contains(filed);
        assertThat(dossiers.read(HUNG, filed.id())).isEqualTo(filed);
        assertThat(dossiers.papers(filed.id())).extracting(Paper::component).containsExactly(Paper.AUTHORITY);
        Dossier withdrawn = dossiers.act(HUNG, filed.id(), new DossierAction.Withdraw("Tôi không ủy quyền", false));
        assertThat(withdrawn.state()).isEqualTo(DossierState.WITHDRAWN);
    }

    @Test
    void naming_anothers_number_with_another_name_or_birthday_reaches_nobody_and_tells_nothing() {
        Person hung = Cast.NEIGHBOUR.person();
        PartyTold otherName = authorised(hung, "Lê Văn Giả");
        PartyTold otherDay = new PartyTold("authorised", hung.name(), hung.personalNumber(), "1988-09-03", "", "");
        for (PartyTold wrong : List.of(otherName, otherDay)) {
            Dossier filed = file(MAI, wrong);
            assertThat(filed.applicant()).isNotEqualTo(hung.id());
            assertThat(dossiers.own(HUNG, null).items()).doesNotContain(filed);
            assertThatThrownBy(() -> dossiers.read(HUNG, filed.id())).isInstanceOf(NotFound.class);
        }
        assertThat(people.find(hung.id())).contains(hung);
    }

    @Test
    void what_the_filer_gets_never_says_what_the_principals_account_knows() {
        Person hung = Cast.NEIGHBOUR.person();
        Dossier filed = file(MAI, authorised(hung, hung.name()));
        Dossier received = dossiers.act(Cast.DESK.actor(), filed.id(), new DossierAction.Receive(null));
        var entry = dossiers.timeline(received).getLast();
        SlipPaper paper = slips.paper(received, new SlipAct(entry, null));
        assertThat(paper.applicant().name()).isEqualTo(hung.name());
        assertThat(paper.filerName()).isEqualTo("Nguyễn Thị Mai");
        assertThat(paper.applicant().address()).isNull();
        assertThat(paper.applicant().phone()).isEqualTo(Cast.CITIZEN.person().phone());
        assertThat(whose.facts(filed, Language.VI).toString())
                .doesNotContain(String.valueOf(hung.address()), String.valueOf(hung.phone()));
    }

    @Test
    void whoever_was_declared_takes_it_over_at_the_first_sign_in_and_brings_their_own_data() {
        String number = "000090" + Ids.next().toString().replaceAll("\\D", "").substring(0, 6);
        PartyTold told = new PartyTold("authorised", "Đinh Văn Mới", number, "1990-02-03", "", "");
        Dossier filed = file(MAI, told);
        PartyTold lie = new PartyTold("authorised", "Đinh Văn Cũ", number, "1990-02-03", "", "");
        Dossier lied = file(MAI, lie);
        assertThat(people.find(filed.applicant())).isEmpty();
        Person signedIn = people.signedIn(new Claims(
                number, "Đinh Văn Mới", "1", LocalDate.of(1990, 2, 3), Sex.MALE, null, null, null, "Thôn Đông"));
        assertThat(signedIn.id()).isEqualTo(filed.applicant());
        Actor moi = Actor.citizen(signedIn.id(), signedIn.name());
        assertThat(dossiers.own(moi, null).items()).contains(filed).doesNotContain(lied);
        assertThat(dossiers.read(moi, filed.id())).isEqualTo(filed);
        assertThatThrownBy(() -> dossiers.read(moi, lied.id())).isInstanceOf(NotFound.class);
        assertThat(file(MAI, told).applicant()).isEqualTo(signedIn.id());
        assertThat(people.find(signedIn.id())).contains(signedIn);
    }

    @Test
    void nobody_stands_for_themself() {
        Person mai = Cast.CITIZEN.person();
        assertThat(wrong(MAI, authorised(mai, mai.name()))).contains("dossiers.party.oneself");
        assertThat(wrong(MAI, new PartyTold("guardian", mai.name(), "", String.valueOf(mai.birthDate()), "ward", "")))
                .contains("dossiers.party.oneself");
    }

    @Test
    void an_account_holder_files_for_the_organisation_and_every_holder_sees_it() {
        String taxCode = Cast.COOPERATIVE_TAX_CODE;
        Actor phuc = Cast.COMPANY.actor();
        assertThat(bodies.heldBy(phuc.person()))
                .extracting(org.phigiay.identity.Body::taxCode)
                .contains(taxCode);
        assertThat(bodies.heldBy(MAI.person())).isEmpty();
        var body = bodies.find(taxCode).orElseThrow();
        assertThat(bodies.holders(body.id())).containsExactly(phuc.person());
    }

    @Test
    void whoever_no_longer_holds_an_account_acts_for_the_organisation_no_more() {
        String taxCode = taxCode();
        Instant since = Instant.parse("2025-01-01T00:00:00Z");
        var body = bodies.establish(taxCode, "Hộ kinh doanh Thử", HUNG.person(), Standing.OWNER, since);
        assertThat(bodies.heldBy(HUNG.person())).contains(body);
        bodies.end(body.id(), HUNG.person());
        assertThat(bodies.heldBy(HUNG.person())).doesNotContain(body);
        assertThatThrownBy(() -> bodies.end(body.id(), HUNG.person())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_form_that_does_not_admit_organisations_refuses_them() {
        PartyTold told = new PartyTold("organisation", "", "", "", "", Cast.COOPERATIVE_TAX_CODE);
        assertThat(wrong(Cast.COMPANY.actor(), told)).contains("dossiers.party.kind.missing");
        assertThat(wrong(MAI, new PartyTold("uncle", "", "", "", "", ""))).contains("dossiers.party.kind.missing");
    }

    @Test
    void no_letter_of_authority_no_filing() {
        PartyTold told = authorised(Cast.NEIGHBOUR.person(), "Trần Văn Hùng");
        assertThatThrownBy(() -> dossiers.submit(MAI, submission().forWhom(told)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .contains("files.authority"));
    }

    @Test
    void no_official_works_on_a_matter_that_they_have_filed_for_a_child() {
        Actor desk = Cast.DESK.actor();
        Dossier filed = file(desk, CHILD);
        assertThatThrownBy(() -> dossiers.act(desk, filed.id(), new DossierAction.Receive(null)))
                .isInstanceOf(Forbidden.class);
        assertThat(dossiers.read(desk, filed.id())).isEqualTo(filed);
    }

    @Test
    void a_version_of_another_form_is_refused_and_the_draft_s_own_is_kept() {
        FormRef current = catalogue.find(SINGLE_STATUS).orElseThrow().form();
        Dossier filed = dossiers.submit(MAI, submission().on(current));
        assertThat(new FormRef(filed.formId(), filed.formVersion())).isEqualTo(current);
        for (FormRef other : List.of(new FormRef("birth", 1), new FormRef(current.id(), 999))) {
            assertThatThrownBy(() -> dossiers.submit(MAI, submission().on(other)))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.errors())
                                    .extracting(FieldError::field)
                                    .containsExactly("form"));
        }
    }

    @Test
    void where_prefilled_answers_came_from_is_kept_with_the_dossier() {
        var origins = JsonNodeFactory.instance.objectNode().put("name", "account");
        Dossier filed = dossiers.submit(MAI, submission().from(origins));
        assertThat(dossiers.origins(filed.id())).isEqualTo(origins);
    }

    private Dossier file(Actor filer, PartyTold told) {
        List<AttachedFile> letter = told.authorised()
                ? List.of(new AttachedFile(
                        Paper.AUTHORITY,
                        files.keep(filer.person(), "giấy.png", picture()).id()))
                : List.of();
        var answers = submission().answers();
        return dossiers.submit(
                filer,
                Submission.online(SINGLE_STATUS, COMMUNE, answers, letter).forWhom(told));
    }

    private List<String> wrong(Actor filer, PartyTold told) {
        try {
            Dossier _ = file(filer, told);
            return List.of();
        } catch (Invalid invalid) {
            return invalid.errors().stream().map(FieldError::message).toList();
        }
    }

    private Submission submission() {
        FormRef form = catalogue.find(SINGLE_STATUS).orElseThrow().form();
        return Submission.online(
                SINGLE_STATUS, COMMUNE, forms.schema(form, "vi").get("examples").get(0), List.of());
    }

    private static PartyTold authorised(Person person, String name) {
        return new PartyTold("authorised", name, person.personalNumber(), String.valueOf(person.birthDate()), "", "");
    }

    /// Twelve digits, as a household business has them: there is no check digit to get right.
    private static String taxCode() {
        return "0000" + Ids.next().toString().replaceAll("\\D", "").repeat(2).substring(0, 8);
    }

    private static InputStream picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
