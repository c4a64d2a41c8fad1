package org.phigiay.imports;

import static org.phigiay.imports.Announced.objects;
import static org.phigiay.imports.Announced.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The shape of a ministry's detail pages: `thu_tuc_id`, `metadata`, `content`, `tables`.
final class DetailShape {

    private static final String NOTHING = "Không có thông tin";
    private static final Pattern COUNT = Pattern.compile("(Bản chính|Bản sao chứng thực|Bản sao)\\s*:\\s*(\\d{1,3})");
    private static final Pattern TIME = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(Ngày làm việc|Ngày|Giờ|Tháng)");

    private DetailShape() {}

    static boolean fits(JsonNode row) {
        return row.has("thu_tuc_id") || row.path("metadata").has("mã_thủ_tục");
    }

    static Announced read(JsonNode row) {
        String code = said(row, "metadata", "mã_thủ_tục");
        String decision = said(row, "metadata", "số_quyết_định");
        return new Announced(
                (code.isEmpty() ? said(row, "thu_tuc_id") : code).strip(),
                said(row, "metadata", "tên_thủ_tục"),
                decision.replaceFirst("^Quyết định( số)? *:? *", ""),
                "",
                Arrays.stream(said(row, "metadata", "cấp_thực_hiện").split(",", 0))
                        .map(String::strip)
                        .filter(level -> !level.isEmpty())
                        .toList(),
                said(row, "metadata", "lĩnh_vực"),
                said(row, "content", "đối_tượng_thực_hiện"),
                said(row, "content", "cơ_quan_có_thẩm_quyền"),
                said(row, "content", "địa_chỉ_tiếp_nhận_hs"),
                said(row, "content", "cơ_quan_được_ủy_quyền"),
                said(row, "content", "cơ_quan_phối_hợp"),
                said(row, "content", "cơ_quan_thực_hiện"),
                "",
                said(row, "content", "trình_tự_thực_hiện"),
                objects(row, "tables", "hinh_thuc_nop").stream()
                        .map(DetailShape::way)
                        .toList(),
                objects(row, "tables", "thanh_phan_ho_so").stream()
                        .map(DetailShape::paper)
                        .toList(),
                said(row, "content", "yêu_cầu_điều_kiện_thực_hiện"),
                results(said(row, "content", "kết_quả_thực_hiện")),
                objects(row, "tables", "can_cu_phap_ly").stream()
                        .map(law -> new Announced.Law(said(law, "so_ky_hieu"), said(law, "trich_yeu")))
                        .toList(),
                false,
                said(row, "content", "từ_khóa"),
                said(row, "source_file"));
    }

    private static Announced.Way way(JsonNode way) {
        String time = said(way, "thoi_han_giai_quyet");
        Matcher stated = TIME.matcher(time);
        boolean read = stated.matches();
        String fee = said(way, "phi_le_phi");
        return new Announced.Way(
                said(way, "hinh_thuc"),
                read ? stated.group(1) : time,
                read ? stated.group(2) : "",
                fee,
                !fee.isBlank(),
                false,
                said(way, "mo_ta"));
    }

    /// In these pages the column of quantities holds the form's file name, and the quantities stand in the remark.
    private static Announced.Line paper(JsonNode paper) {
        int originals = 0;
        int certified = 0;
        int copies = 0;
        Matcher count = COUNT.matcher(said(paper, "ghi_chu"));
        while (count.find()) {
            int number = Integer.parseInt(count.group(2));
            switch (count.group(1)) {
                case "Bản chính" -> originals = number;
                case "Bản sao" -> copies = number;
                default -> certified = number;
            }
        }
        return new Announced.Line(
                "", said(paper, "ten_giay_to"), said(paper, "so_luong"), originals, certified, copies);
    }

    private static List<Announced.Result> results(String text) {
        var all = new ArrayList<Announced.Result>();
        for (String line : text.split("\\R|;", 0)) {
            if (!line.isBlank()) {
                all.add(new Announced.Result("", line.strip()));
            }
        }
        return all;
    }

    private static String said(JsonNode row, String... path) {
        String text = text(row, path);
        return text.strip().equals(NOTHING) ? "" : text;
    }
}
