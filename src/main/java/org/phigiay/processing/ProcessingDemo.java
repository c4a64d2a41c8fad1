package org.phigiay.processing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;

/// The invented step tables of the three procedures at both communes. Their hours after reception stay within the legal
/// terms: three working days, for a birth the same day.
@Component
class ProcessingDemo implements DemoLoader {
    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    private static final Map<String, String> COMMUNES = Map.of("H99.01", "xã An Bình Mẫu", "H99.02", "xã Hòa Lạc Mẫu");

    private static final List<Work> TABLES = List.of(
            new Work(
                    "1.004873",
                    "ho-tich",
                    List.of(4, 8, 4, 4, 2, 2),
                    "Thẩm tra tình trạng hôn nhân trong sổ hộ tịch",
                    "Check the marital status in the civil-status register",
                    "Dự thảo Giấy xác nhận tình trạng hôn nhân",
                    "Draft the certificate of marital status"),
            new Work(
                    "1.001193",
                    "ho-tich",
                    List.of(2, 2, 1, 2, 1, 1),
                    "Thẩm tra thông tin khai sinh",
                    "Check the facts of the birth",
                    "Ghi sổ hộ tịch và dự thảo Giấy khai sinh",
                    "Enter the birth in the register and draft the birth certificate"),
            new Work(
                    "1.001612",
                    "kinh-te",
                    List.of(4, 8, 4, 4, 2, 2),
                    "Thẩm tra ngành nghề, tên và địa điểm kinh doanh",
                    "Check the trade, the name and the place of business",
                    "Dự thảo Giấy chứng nhận đăng ký hộ kinh doanh",
                    "Draft the certificate of registration of the household business"));

    private final StepTables tables;

    /// @param officer last part of the post that does the work
    /// @param hours working hours of the six steps
    private record Work(
            String procedure,
            String officer,
            List<Integer> hours,
            String verify,
            String verifyEnglish,
            String draft,
            String draftEnglish) {}

    ProcessingDemo(StepTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        COMMUNES.forEach((commune, name) -> {
            for (int i = 0; i < TABLES.size(); i++) {
                boolean _ = tables.publish(Actor.SYSTEM, table(commune, name, TABLES.get(i), i + 1));
            }
        });
    }

    private static StepTable table(String commune, String name, Work work, int number) {
        return new StepTable(
                Ids.next(),
                new ProcedureCode(work.procedure()),
                new AgencyCode(commune),
                1,
                FOUNDED,
                "Quyết định số 0%d/QĐ-UBND ngày 01/7/2025 của Ủy ban nhân dân %s (mẫu)".formatted(number, name),
                List.of(
                        step(
                                1,
                                StepKind.RECEIVE,
                                commune + "/mot-cua",
                                "Tiếp nhận hồ sơ",
                                "Receive the dossier",
                                "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
                                work),
                        step(
                                2,
                                StepKind.VERIFY,
                                commune + "/" + work.officer(),
                                work.verify(),
                                work.verifyEnglish(),
                                "Ý kiến thẩm tra",
                                work),
                        step(
                                3,
                                StepKind.DRAFT,
                                commune + "/" + work.officer(),
                                work.draft(),
                                work.draftEnglish(),
                                "Dự thảo kết quả",
                                work),
                        step(
                                4,
                                StepKind.SIGN,
                                commune + "/lanh-dao",
                                "Xem xét và ký kết quả",
                                "Read and sign the result",
                                "Kết quả đã ký",
                                work),
                        step(
                                5,
                                StepKind.ISSUE,
                                commune + "/van-thu",
                                "Cho số, ký số của cơ quan và ban hành",
                                "Give the number, sign for the agency and issue",
                                "Kết quả đã ban hành",
                                work),
                        step(
                                6,
                                StepKind.HAND_OVER,
                                commune + "/mot-cua",
                                "Trả kết quả",
                                "Hand over the result",
                                "Kết quả đến tay người dân",
                                work)));
    }

    private static Step step(
            int number, StepKind kind, String post, String title, String english, String outcome, Work work) {
        return new Step(
                number,
                kind,
                new PostCode(post),
                title,
                english,
                outcome,
                work.hours().get(number - 1));
    }
}
