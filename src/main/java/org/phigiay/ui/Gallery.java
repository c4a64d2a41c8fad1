package org.phigiay.ui;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Thư viện giao diện: one page that shows every component in its states, for those who build pages and for the tests.
@Controller
class Gallery {
    private static final Instant FILED = Instant.parse("2026-11-23T01:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-26T09:30:00Z");

    @GetMapping("/thu-vien-giao-dien")
    String components(Model model) {
        model.addAttribute(
                "errors",
                new Errors(List.of(
                        new Err("ho-ten", "Bạn hãy điền họ và tên như trên thẻ căn cước."),
                        new Err("ngay-sinh", "Ngày sinh phải trước hôm nay. Ví dụ: 27 3 1990."),
                        new Err("anh", "Ảnh này lớn hơn 10 MB. Bạn hãy chụp lại hoặc chọn ảnh khác."))));
        model.addAttribute(
                "moments",
                List.of(
                        new Moment(null, "Phó Chủ tịch xem và ký.", "Việc này thường mất 4 giờ làm việc."),
                        new Moment(NOW, "Công chức tư pháp – hộ tịch đã xác minh xong.", "Không thiếu giấy tờ nào."),
                        new Moment(FILED.plusSeconds(3600), "Một cửa đã nhận hồ sơ và hẹn ngày trả.", null),
                        new Moment(FILED, "Bạn đã nộp hồ sơ.", null)));
        model.addAttribute(
                "spans",
                List.of(
                        new Span(FILED, NOW, DUE, "Còn 1 ngày 4 giờ làm việc", null),
                        new Span(FILED, DUE.plusSeconds(172_800), DUE, "Trễ 2 ngày", null),
                        new Span(
                                FILED,
                                NOW,
                                DUE,
                                "Đang tạm dừng",
                                "Đồng hồ dừng lại trong khi chờ bạn gửi thêm giấy tờ.")));
        model.addAttribute(
                "facts",
                List.of(
                        Fact.of(
                                "Ai làm được?",
                                "Công dân Việt Nam từ 18 tuổi",
                                "Người khác làm thay cần giấy ủy quyền"),
                        Fact.of("Mất bao lâu?", "3 ngày làm việc", "Đến thứ Năm, 26/11/2026, nếu nộp hôm nay"),
                        Fact.of("Bao nhiêu tiền?", "Miễn phí"),
                        Fact.of("Cần giấy tờ gì?", "1 loại giấy", "Ảnh chụp bằng điện thoại là được")));
        model.addAttribute(
                "answers",
                List.of(
                        Fact.changeable("Họ và tên", "Nguyễn Thị Mai", "#"),
                        Fact.changeable("Ngày sinh", "14/03/1994", "#"),
                        Fact.changeable("Nơi ở hiện nay", "Thôn Mẫu 2\nXã An Bình Mẫu\nTỉnh Thử Nghiệm", "#"),
                        Fact.of("Mã định danh", "000194000011", "Lấy từ lần đăng nhập của bạn")));
        model.addAttribute(
                "tasks",
                List.of(
                        new Task("Trả lời các câu hỏi", "11 câu, khoảng 5 phút", "#", "Xong", null),
                        new Task("Thêm ảnh giấy tờ", null, "#", "Đang làm dở", Tone.MOVING),
                        new Task("Kiểm tra và nộp hồ sơ", null, null, "Chưa làm được", Tone.WAITING)));
        return "ui/gallery";
    }

    @GetMapping("/thu-vien-giao-dien/can-bo")
    String office(Model model) {
        model.addAttribute(
                "rows",
                List.of(
                        row(
                                "1",
                                "000.00.01.H99-261120-0007",
                                DUE.minusSeconds(259_200),
                                "Trễ 2 ngày",
                                true,
                                "Trần Văn Hùng",
                                "Lãnh đạo ký",
                                "Chờ ký",
                                Tone.ASKS),
                        row(
                                "2",
                                "000.00.01.H99-261123-0012",
                                NOW.plusSeconds(10_800),
                                "còn 3 giờ",
                                false,
                                "Nguyễn Thị Mai",
                                "Xác minh",
                                "Đã gửi thêm giấy tờ",
                                Tone.MOVING),
                        row(
                                "3",
                                "000.00.01.H99-261124-0003",
                                DUE,
                                "còn 1 ngày",
                                false,
                                "Lò Thị Xuân Ẵm",
                                "Tiếp nhận",
                                null,
                                Tone.WAITING)));
        model.addAttribute(
                "views",
                List.of(
                        new SavedView("Cần làm hôm nay", "#", 12, true),
                        new SavedView("Chờ tiếp nhận", "#", 3, false),
                        new SavedView("Đã trễ", "#", 1, false)));
        model.addAttribute(
                "figures",
                List.of(
                        new Figure("1", "hồ sơ đang trễ", "#"),
                        new Figure("4", "hồ sơ đến hạn trong 2 ngày", "#"),
                        new Figure("2", "văn bản chờ tôi ký", "#")));
        model.addAttribute(
                "bars",
                List.of(
                        new Bar("Xác nhận tình trạng hôn nhân", 42, "42 hồ sơ"),
                        new Bar("Đăng ký khai sinh", 31, "31 hồ sơ"),
                        new Bar("Hộ kinh doanh", 8, "8 hồ sơ")));
        return "ui/galleryOffice";
    }

    @GetMapping("/thu-vien-giao-dien/trang-chu")
    String home() {
        return "ui/galleryHome";
    }

    @GetMapping("/thu-vien-giao-dien/ket-luan")
    String verdict(@RequestParam(defaultValue = "DONE") Tone tone, Model model) {
        model.addAttribute("tone", tone);
        model.addAttribute(
                "title",
                switch (tone) {
                    case DONE -> "Văn bản này là thật và đang có hiệu lực";
                    case ASKS, MOVING, WAITING -> "Chữ ký đúng, nhưng văn bản đã hết hiệu lực";
                    case LATE -> "Văn bản này không phải bản đã phát hành";
                });
        return "ui/galleryVerdict";
    }

    private static WorkRow row(
            String key,
            String code,
            Instant due,
            String left,
            boolean late,
            String who,
            String step,
            @org.jspecify.annotations.Nullable String flag,
            Tone tone) {
        return new WorkRow(key, "#", code, due, left, late, who, "Xác nhận tình trạng hôn nhân", step, flag, tone);
    }
}
