package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.phigiay.calendar.Term;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Invented procedures for tests, as an import would bring them: with little in them and nothing in English.
public final class Invented {

    private Invented() {}

    public static ProcedureVersion text(String code, int version, LocalDate from, int workingDays) {
        return new ProcedureVersion(
                new ProcedureCode(code),
                version,
                from,
                new Announcement((10 + version) + "/QĐ-THU", "Bộ Thử Nghiệm"),
                both("Thủ tục cấp giấy thử số " + code),
                both("Lĩnh vực thử"),
                both("Mọi người"),
                List.of(Level.COMMUNE),
                List.of(new Channel(ChannelKind.DIRECT, Term.workingDays(workingDays), null, null)),
                List.of(new Case("", List.of(new Paper("Đơn xin cấp giấy thử", "", 1, 0, 0)))),
                "Bước 1: người có yêu cầu nộp hồ sơ.\nBước 2: cơ quan giải quyết.",
                "",
                List.of(new ResultType("", both("Giấy thử"))),
                List.of(new LegalBasis("1/2026/NĐ-CP", "")),
                Authorities.UNSTATED,
                "",
                "");
    }

    /// A guidance without a form, by which nothing can be filed.
    public static Guidance guidance(String code, int version, String... steps) {
        return new Guidance(
                new ProcedureCode(code),
                version,
                both("Xin giấy thử"),
                null,
                List.of(),
                List.of(),
                new Guide(
                        both("Ai cũng làm được"),
                        both("Một tờ đơn"),
                        both(""),
                        List.of(steps).stream().map(Invented::both).toList(),
                        List.of(),
                        List.of(),
                        List.of("giấy thử"),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    private static Bilingual both(String text) {
        return new Bilingual(text, text);
    }
}
