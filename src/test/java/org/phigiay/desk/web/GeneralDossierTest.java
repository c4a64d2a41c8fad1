package org.phigiay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Invented;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.files.Files;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Results;
import org.phigiay.processing.StepAction;
import org.phigiay.processing.StepTable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A procedure for which nobody has written anything: from its page to a signed result.
@ProgramTest
class GeneralDossierTest {
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final AgencyCode PROVINCE = new AgencyCode("H99");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Files files;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processing processing;

    @Autowired
    Results results;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void somebody_has_imported_it() {
        for (String code : List.of("1.940001", "1.940002", "1.940003")) {
            boolean _ = catalogue.publish(
                    Actor.SYSTEM,
                    text(code, code.endsWith("3") ? List.of(Level.MINISTRY) : List.of(Level.COMMUNE, Level.PROVINCE)));
        }
    }

    @Test
    void its_page_offers_filing_and_says_that_the_form_is_a_general_one() {
        String page = new Visitor(port).get("/thu-tuc/1.940001").body();
        assertThat(page)
                .contains("/thu-tuc/1.940001/nop", "biểu mẫu chung", "quy trình chung")
                .contains("Ủy ban nhân dân tỉnh Thử Nghiệm", "Ủy ban nhân dân xã Hòa Lạc Mẫu");
        Procedure procedure = procedure("1.940001");
        assertThat(procedure.form().id()).isEqualTo("general-1.940001");
        assertThat(procedure.agencies()).extracting(AgencyCode::value).containsExactly("H99", "H99.01", "H99.02");
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu-tuc/1.940001/nop");
        assertThat(mai.status()).isLessThan(400);
    }

    @Test
    void what_the_central_level_performs_is_not_filed_here() {
        assertThat(procedure("1.940003").fileable()).isFalse();
        assertThat(new Visitor(port).get("/thu-tuc/1.940003").body())
                .contains("chưa nộp được trên trang này")
                .doesNotContain("/thu-tuc/1.940003/nop\"");
    }

    @Test
    void it_goes_from_filing_to_a_signed_result() {
        Dossier filed = filed("1.940001", COMMUNE);
        assertThat(filed.statedTerm()).isEmpty();
        assertThat(new Visitor(port).get("/tra-cuu/" + filed.requestCode()).status())
                .isEqualTo(200);
        assertThatThrownBy(() -> dossiers.act(Cast.DESK.actor(), filed.id(), new DossierAction.Receive(null)))
                .isInstanceOf(Invalid.class);
        Visitor desk = Visitor.signedIn(port, Cast.DESK);
        String action = "/can-bo/ho-so/" + filed.id() + "/tiep-nhan";
        assertThat(desk.get(action).body()).contains("name=\"term\"", "name=\"unit\"");
        desk.submit(action, Map.of("term", "0", "unit", "working-day"));
        assertThat(desk.status()).isEqualTo(422);
        desk.submit(action, Map.of("term", "7", "unit", "working-day"));
        assertThat(desk.status()).isBetween(300, 399);
        Dossier received = dossiers.read(Cast.CITIZEN.actor(), filed.id());
        assertThat(received.term()).isEqualTo(Term.workingDays(7));
        assertThat(received.dueAt()).isNotNull();
        assertThatThrownBy(() -> dossiers.act(
                        Cast.DESK.actor(),
                        filed("1.004873", COMMUNE).id(),
                        new DossierAction.Receive(null, Term.hours(9))))
                .as("a stated term is not stated otherwise")
                .isInstanceOf(Invalid.class);
        settle(filed, Cast.OFFICER, Cast.LEADER, Cast.CLERK, Cast.DESK);
    }

    @Test
    void the_province_works_through_its_own() {
        Dossier filed = filed("1.940002", PROVINCE);
        dossiers.act(Cast.DESK3.actor(), filed.id(), new DossierAction.Receive(null, Term.workingDays(15)));
        settle(filed, Cast.OFFICER3, Cast.LEADER3, Cast.CLERK3, Cast.DESK3);
    }

    @Test
    void many_at_once_store_one_form_and_one_step_table() throws Exception {
        String code = "1.94%04d".formatted(1000 + (int) (System.nanoTime() % 8000));
        boolean _ = catalogue.publish(Actor.SYSTEM, text(code, List.of(Level.COMMUNE)));
        List<Callable<Dossier>> filings = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            filings.add(() -> filed(code, COMMUNE));
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Dossier> each : threads.invokeAll(filings)) {
                assertThat(each.get().formId()).isEqualTo("general-" + code);
            }
        }
        assertThat(count("select count(*) from forms.definition where procedure = :code", code))
                .isEqualTo(1);
        assertThat(count("select count(*) from processing.step_table where procedure = :code", code))
                .isEqualTo(1);
    }

    private void settle(Dossier filed, Cast officer, Cast leader, Cast clerk, Cast desk) {
        StepTable table = processing.table(processing.openTask(filed.id()).orElseThrow());
        assertThat(table.general()).isTrue();
        assertThat(table.decision()).startsWith("Quy trình chung");
        processing.act(officer.actor(), filed.id(), new StepAction.CompleteStep("Đủ giấy tờ.", Map.of()));
        assertThatThrownBy(
                        () -> processing.act(officer.actor(), filed.id(), new StepAction.CompleteStep(null, Map.of())))
                .as("nobody but the officer words the outcome")
                .isInstanceOf(Invalid.class);
        processing.act(
                officer.actor(),
                filed.id(),
                new StepAction.CompleteStep(null, Map.of("decision", "Đồng ý cấp lại giấy theo đề nghị.")));
        String seen = results.draftFile(filed.id()).sha256();
        processing.act(leader.actorSteppedUp(Instant.now()), filed.id(), new StepAction.Sign(seen));
        processing.act(clerk.actor(), filed.id(), new StepAction.Issue());
        dossiers.act(desk.actor(), filed.id(), new HandOver(HandOver.Way.ELECTRONIC));
        assertThat(results.of(filed.id()).orElseThrow().fields())
                .anySatisfy(line -> assertThat(line.text()).isEqualTo("Đồng ý cấp lại giấy theo đề nghị."));
        assertThat(dossiers.read(Cast.CITIZEN.actor(), filed.id()).state()).isEqualTo(DossierState.RETURNED);
    }

    private Dossier filed(String code, AgencyCode agency) {
        Procedure procedure = procedure(code);
        List<AttachedFile> attached = new ArrayList<>();
        if (procedure.generally()) {
            attached.add(new AttachedFile(
                    "P01",
                    files.keep(Cast.CITIZEN.id(), "don.png", Dossiery.picture("DON"))
                            .id()));
        }
        return dossiers.submit(
                Cast.CITIZEN.actor(),
                Submission.online(
                        procedure.code(),
                        agency,
                        forms.definition(procedure.form()).example(),
                        attached));
    }

    private int count(String sql, String code) {
        return jdbc.sql(sql).param("code", code).query(Integer.class).single();
    }

    private Procedure procedure(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow();
    }

    private static ProcedureVersion text(String code, List<Level> levels) {
        ProcedureVersion base = Invented.text(code, 1, DAY, 5);
        return new ProcedureVersion(
                base.code(),
                1,
                DAY,
                base.announcement(),
                base.title(),
                base.field(),
                base.audience(),
                levels,
                List.of(new Channel(ChannelKind.ONLINE, null, null, null)),
                List.of(new Case(
                        "",
                        List.of(
                                new Paper("Đơn đề nghị cấp lại giấy", "Mẫu 01.docx", 1, 0, 0),
                                new Paper("Giấy ủy quyền (nếu có)", "", 0, 0, 1),
                                new Paper("Bản chính mang theo khi nhận kết quả.", "", 0, 0, 0)))),
                base.steps(),
                base.requirements(),
                base.results(),
                base.legalBasis(),
                base.authorities(),
                base.keywords(),
                base.source());
    }
}
