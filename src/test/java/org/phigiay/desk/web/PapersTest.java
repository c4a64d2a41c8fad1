package org.phigiay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.Slips;
import org.phigiay.files.StoredFile;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.StepAction;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProgramTest;
import org.phigiay.signing.VeraPdf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// The documents that officials issue, as PDF. They are kept under target/papers to be looked at.
@ProgramTest
@Import(Dossiery.class)
class PapersTest {
    private static final Path FOLDER = Path.of("target/papers");

    @Autowired
    Dossiery cast;

    @Autowired
    Slips slips;

    @Test
    void a_receipt_is_made_once_and_stays_the_same_bytes() throws IOException {
        Dossier dossier = cast.received(Cast.CITIZEN, Dossiery.BIRTH, "TP01");
        StoredFile first = keep("mau-01", slips.file(Cast.CITIZEN.actor(), dossier.id(), Slips.RECEIPT));
        StoredFile again = slips.file(Cast.DESK.actor().withPurpose("kiểm tra"), dossier.id(), Slips.RECEIPT);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(slips.of(dossier)).containsExactly(Slips.RECEIPT);
    }

    @Test
    void a_request_for_a_supplement_prints_what_is_asked_and_why() throws IOException {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        cast.dossiers.act(
                Cast.DESK.actor(),
                dossier.id(),
                new RequestSupplement(
                        List.of(
                                new RequestSupplement.Item(
                                        "TP04", "Ảnh chụp rõ cả bốn góc của sổ hộ khẩu hoặc giấy báo cư trú"),
                                new RequestSupplement.Item("phone", "Số điện thoại thiếu một chữ số")),
                        "Chưa xác định được nơi cư trú của ông trong khoảng 2019–2021.",
                        "khoản 4 Điều 22, Nghị định 123/2015/NĐ-CP",
                        LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(10)));
        keep("mau-02", slips.file(Cast.NEIGHBOUR.actor(), dossier.id(), Slips.SUPPLEMENT));
        assertThat(slips.of(dossier)).containsExactly(Slips.SUPPLEMENT);
    }

    @Test
    void a_refusal_prints_its_reason_its_clause_and_the_way_on() throws IOException {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        cast.dossiers.act(
                Cast.DESK.actor(),
                dossier.id(),
                new DossierAction.Refuse(
                        "Ông thường trú tại xã Hòa Lạc Mẫu nên xã An Bình Mẫu không có thẩm quyền xác nhận.",
                        "khoản 1 Điều 21, Nghị định 123/2015/NĐ-CP",
                        "Nộp lại tại Ủy ban nhân dân xã Hòa Lạc Mẫu, ngay trên trang này; các câu trả lời được giữ lại."));
        keep("mau-03", slips.file(Cast.NEIGHBOUR.actor(), dossier.id(), Slips.REFUSAL));
        assertThat(slips.of(dossier)).containsExactly(Slips.REFUSAL);
    }

    @Test
    void nobody_else_gets_a_slip_and_none_is_made_of_what_did_not_happen() {
        Dossier dossier = cast.received(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        assertThatThrownBy(() -> slips.file(Cast.NEIGHBOUR.actor(), dossier.id(), Slips.RECEIPT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> slips.file(Cast.DESK2.actor().withPurpose("xem"), dossier.id(), Slips.RECEIPT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> slips.file(Cast.CITIZEN.actor(), dossier.id(), Slips.REFUSAL))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> slips.file(Cast.CITIZEN.actor(), dossier.id(), 7))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void each_of_the_three_results_is_drawn_signed_and_issued() throws IOException {
        Dossier single = cast.signed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        Dossier birth = cast.signed(Cast.CITIZEN, Dossiery.BIRTH, "TP01");
        Dossier business = cast.signed(Cast.CITIZEN, Dossiery.BUSINESS);
        for (Map.Entry<String, Dossier> each : Map.of(
                        "tinh-trang-hon-nhan", single, "khai-sinh", birth, "ho-kinh-doanh", business)
                .entrySet()) {
            cast.processing.act(Cast.CLERK.actor(), each.getValue().id(), new StepAction.Issue());
            var result = cast.results.of(each.getValue().id()).orElseThrow();
            assertThat(result.numberAndSymbol()).endsWith("-UBND");
            keep(
                    each.getKey(),
                    cast.files
                            .find(java.util.Objects.requireNonNull(result.issuedFile()))
                            .orElseThrow());
        }
    }

    private StoredFile keep(String name, StoredFile file) throws IOException {
        java.nio.file.Files.createDirectories(FOLDER);
        byte[] pdf = cast.files.read(file.id());
        java.nio.file.Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        assertThat(VeraPdf.violations(pdf))
                .as("%s is PDF/A-2a and PDF/UA-1", name)
                .isEmpty();
        return file;
    }
}
