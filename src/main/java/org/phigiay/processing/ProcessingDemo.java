package org.phigiay.processing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The invented step tables of the shipped procedures at both communes, from `step-tables.json`. Their hours after
/// reception stay within what the guidance promises.
@Component
class ProcessingDemo implements DemoLoader {
    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    private static final Map<String, String> COMMUNES = Map.of("H99.01", "xã An Bình Mẫu", "H99.02", "xã Hòa Lạc Mẫu");
    private static final Bilingual HAND_OVER = new Bilingual("Trả kết quả", "Hand over the result");

    private final StepTables tables;

    /// What differs from table to table.
    ///
    /// @param version counts from 1; a new one applies to what is filed from now on
    /// @param officer last part of the post that does the work
    /// @param hours working hours of the six steps
    /// @param handOver the last step in other words, null for the usual ones
    record Work(
            String procedure,
            int version,
            String officer,
            List<Integer> hours,
            Bilingual verify,
            Bilingual draft,
            @Nullable Bilingual handOver) {}

    ProcessingDemo(StepTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        List<Work> all = shipped();
        COMMUNES.forEach((commune, name) -> {
            for (int i = 0; i < all.size(); i++) {
                boolean _ = tables.publish(Actor.SYSTEM, table(commune, name, all.get(i), i + 1));
            }
        });
    }

    /// The tables that come with the program.
    static List<Work> shipped() {
        try (InputStream in = Objects.requireNonNull(ProcessingDemo.class.getResourceAsStream("step-tables.json"))) {
            return List.of(new JsonMapper().readValue(in, Work[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StepTable table(String commune, String name, Work work, int number) {
        Bilingual last = Objects.requireNonNullElse(work.handOver(), HAND_OVER);
        return new StepTable(
                Ids.next(),
                new ProcedureCode(work.procedure()),
                new AgencyCode(commune),
                work.version(),
                FOUNDED,
                "Quyết định số %02d/QĐ-UBND ngày 01/7/2025 của Ủy ban nhân dân %s (mẫu)".formatted(number, name),
                List.of(
                        step(
                                1,
                                StepKind.RECEIVE,
                                commune + "/mot-cua",
                                new Bilingual("Tiếp nhận hồ sơ", "Receive the dossier"),
                                "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
                                work),
                        step(
                                2,
                                StepKind.VERIFY,
                                commune + "/" + work.officer(),
                                work.verify(),
                                "Ý kiến thẩm tra",
                                work),
                        step(3, StepKind.DRAFT, commune + "/" + work.officer(), work.draft(), "Dự thảo kết quả", work),
                        step(
                                4,
                                StepKind.SIGN,
                                commune + "/lanh-dao",
                                new Bilingual("Xem xét và ký kết quả", "Read and sign the result"),
                                "Kết quả đã ký",
                                work),
                        step(
                                5,
                                StepKind.ISSUE,
                                commune + "/van-thu",
                                new Bilingual(
                                        "Cho số, ký số của cơ quan và ban hành",
                                        "Give the number, sign for the agency and issue"),
                                "Kết quả đã ban hành",
                                work),
                        step(6, StepKind.HAND_OVER, commune + "/mot-cua", last, "Kết quả đến tay người dân", work)));
    }

    private static Step step(int number, StepKind kind, String post, Bilingual title, String outcome, Work work) {
        return new Step(
                number,
                kind,
                new PostCode(post),
                title.vi(),
                title.en(),
                outcome,
                work.hours().get(number - 1));
    }
}
