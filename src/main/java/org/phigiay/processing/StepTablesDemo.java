package org.phigiay.processing;

import static org.phigiay.processing.StepKind.DRAFT;
import static org.phigiay.processing.StepKind.HAND_OVER;
import static org.phigiay.processing.StepKind.ISSUE;
import static org.phigiay.processing.StepKind.RECEIVE;
import static org.phigiay.processing.StepKind.SIGN;
import static org.phigiay.processing.StepKind.VERIFY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;

/// The step tables of the invented communes, one for each procedure they perform.
@Component
class StepTablesDemo implements DemoLoader {
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final String DECISION = "Quyết định số 15/QĐ-UBND ngày 01/7/2025";

    /// The post that verifies and drafts, after the agency's code.
    private static final Map<String, String> OFFICERS = Map.of(
            "1.004873", "/ho-tich",
            "1.001193", "/ho-tich",
            "1.001612", "/kinh-te");

    private final Catalogue catalogue;
    private final StepTables tables;

    StepTablesDemo(Catalogue catalogue, StepTables tables) {
        this.catalogue = catalogue;
        this.tables = tables;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        OFFICERS.forEach((code, officer) -> {
            ProcedureCode procedure = new ProcedureCode(code);
            catalogue
                    .find(procedure)
                    .ifPresent(known -> known.agencies().forEach(agency -> {
                        boolean _ = tables.publish(Actor.SYSTEM, table(procedure, agency, officer));
                    }));
        });
    }

    private static StepTable table(ProcedureCode procedure, AgencyCode agency, String officer) {
        UUID id = UUID.nameUUIDFromBytes(
                ("step-table:" + procedure.value() + ":" + agency.value() + ":1").getBytes(StandardCharsets.UTF_8));
        return new StepTable(
                id,
                procedure,
                agency,
                1,
                FROM,
                DECISION,
                List.of(
                        step(1, RECEIVE, agency, "/mot-cua", "Tiếp nhận hồ sơ", "Receive the dossier", "Phiếu hẹn", 2),
                        step(2, VERIFY, agency, officer, "Thẩm tra hồ sơ", "Verify the dossier", "Ý kiến thẩm tra", 8),
                        step(3, DRAFT, agency, officer, "Dự thảo kết quả", "Draft the result", "Dự thảo", 4),
                        step(4, SIGN, agency, "/lanh-dao", "Xem và ký kết quả", "Read and sign", "Bản đã ký", 4),
                        step(5, ISSUE, agency, "/van-thu", "Cho số và ban hành", "Number and issue", "Kết quả", 2),
                        step(6, HAND_OVER, agency, "/mot-cua", "Trả kết quả", "Hand over", "Đã trả", 2)));
    }

    private static Step step(
            int number,
            StepKind kind,
            AgencyCode agency,
            String post,
            String title,
            String english,
            String outcome,
            int hours) {
        return new Step(number, kind, new PostCode(agency.value() + post), title, english, outcome, hours);
    }
}
