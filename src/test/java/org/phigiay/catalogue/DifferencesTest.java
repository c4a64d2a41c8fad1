package org.phigiay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phigiay.calendar.Term;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;

/// Two versions are told apart in words, whatever it is that changed.
class DifferencesTest {

    private static final ProcedureVersion TEXT = new ProcedureVersion(
            new ProcedureCode("1.999999"),
            1,
            LocalDate.of(2026, 1, 1),
            new Announcement("11/QĐ-THU", "Bộ Thử"),
            both("Cấp giấy thử"),
            both("Lĩnh vực thử"),
            both("Mọi người"),
            List.of(Level.COMMUNE, Level.PROVINCE),
            List.of(
                    new Channel(ChannelKind.ONLINE, Term.workingDays(5), new Fee(10_000, FeeKind.CHARGE), null),
                    new Channel(ChannelKind.DIRECT, Term.workingDays(5), new Fee(10_000, FeeKind.FEE), both("Ghi chú")),
                    new Channel(ChannelKind.DIRECT, Term.hours(8), null, null)),
            List.of(
                    new Case("Trẻ em", List.of(new Paper("Giấy một", "mau-1.docx", 1, 0, 0))),
                    new Case(
                            "",
                            List.of(
                                    new Paper("Giấy hai của người nộp hồ sơ", "", 1, 1, 1),
                                    new Paper("Giấy ba", "", 0, 0, 2)))),
            "Bước một: gửi giấy tờ.\nBước hai: chờ kết quả.\nBước ba: nhận giấy.",
            "Từ đủ 18 tuổi.",
            List.of(new ResultType("KQ.1", both("Giấy kết quả")), new ResultType("", both("Giấy phụ"))),
            List.of(new LegalBasis("1/2026/NĐ-CP", "Nghị định thử"), new LegalBasis("2/2026/TT-THU", "Thông tư thử")),
            new Authorities("Xã", "Quầy", "Phòng", "Sở", "Công chức", "Thủ tục khác"),
            "giấy, thử",
            "https://example.vn/1");

    private static final Guidance GUIDANCE = new Guidance(
            TEXT.code(),
            1,
            both("Xin giấy thử"),
            new FormRef("thu", 1),
            TEXT.channels().subList(0, 2),
            List.of(
                    new Component("TP01", both("Giấy một"), true, 1, 0, 0, both("Khi cần"), both("Kho dữ liệu")),
                    new Component("TP02", both("Giấy hai"), false, 0, 1, 1, null, null)),
            new Guide(
                    both("Ai cũng được"),
                    both("Một giấy"),
                    both("Tờ khai thử"),
                    List.of(both("Bạn gửi giấy."), both("Bạn chờ.")),
                    List.of(both("Thẻ căn cước")),
                    List.of(both("Giấy có giá trị 6 tháng.")),
                    List.of("giấy thử", "xin giấy"),
                    List.of(
                            new Eligibility(both("Bạn ở xã này?"), true, both("Hãy đến xã bạn ở."), "/thu-tuc"),
                            new Eligibility(both("Bạn đã kết hôn?"), false, both("Xem thủ tục khác."), null)),
                    List.of(new Mistake(both("Chụp mờ"), both("Chụp lại dưới ánh sáng"))),
                    Map.of("TP01", new Examples(both("Rõ bốn góc"), both("Mất một góc")))));

    @Test
    void equal_texts_give_no_difference() {
        assertThat(Differences.between(TEXT, TEXT.as(2, LocalDate.of(2027, 1, 1)), Language.VI))
                .isEmpty();
        assertThat(Differences.between(GUIDANCE, GUIDANCE, Language.VI)).isEmpty();
        assertThat(Differences.between((Guidance) null, null, Language.VI)).isEmpty();
    }

    @Test
    void whatever_changes_is_told_in_both_languages() {
        List<Object> texts = changed(TEXT, Set.of("code", "version", "from"));
        assertThat(texts).hasSizeGreaterThan(100);
        for (Object other : texts) {
            for (Language language : Language.values()) {
                tells(Differences.between(TEXT, (ProcedureVersion) other, language), other);
                tells(Differences.between((ProcedureVersion) other, TEXT, language), other);
            }
        }
        List<Object> guidances = changed(GUIDANCE, Set.of("code", "version"));
        assertThat(guidances).hasSizeGreaterThan(100);
        for (Object other : guidances) {
            for (Language language : Language.values()) {
                tells(Differences.between(GUIDANCE, (Guidance) other, language), other);
                tells(Differences.between((Guidance) other, GUIDANCE, language), other);
            }
        }
    }

    @Test
    void a_shorter_term_is_told_as_a_person_would() {
        assertThat(told(
                        channels(new Channel(ChannelKind.ONLINE, Term.workingDays(5), null, null)),
                        channels(new Channel(ChannelKind.ONLINE, Term.workingDays(3), null, null))))
                .containsExactly("Thời hạn qua mạng: 5 → 3 ngày làm việc");
        assertThat(told(
                        channels(new Channel(ChannelKind.POST, Term.workingDays(1), null, null)),
                        channels(new Channel(ChannelKind.POST, Term.hours(4), null, null))))
                .containsExactly("Thời hạn qua bưu điện: 1 ngày làm việc → 4 giờ làm việc");
    }

    @Test
    void a_fee_that_ends_is_told_in_đồng() {
        ProcedureVersion before =
                channels(new Channel(ChannelKind.DIRECT, null, new Fee(10_000, FeeKind.CHARGE), null));
        ProcedureVersion after = channels(new Channel(ChannelKind.DIRECT, null, new Fee(0, FeeKind.CHARGE), null));
        assertThat(told(before, after)).containsExactly("Lệ phí tại quầy: 10.000 đồng → miễn phí");
        assertThat(Differences.between(before, after, Language.EN))
                .extracting(Difference::text)
                .containsExactly("Charge at the counter: 10,000 VND → free");
        assertThat(told(after, channels(new Channel(ChannelKind.DIRECT, null, null, null))))
                .containsExactly("Lệ phí tại quầy: miễn phí → không ghi");
    }

    @Test
    void papers_come_go_and_change_their_number() {
        ProcedureVersion before =
                papers(new Paper("Đơn", "", 1, 0, 0), new Paper("Giấy chứng sinh của bé", "", 1, 0, 0));
        ProcedureVersion after = papers(new Paper("Đơn", "", 2, 0, 0), new Paper("Ảnh chân dung", "", 2, 0, 0));
        assertThat(told(before, after))
                .containsExactly(
                        "Giấy “Đơn”: bản chính 1 → 2",
                        "Bỏ giấy tờ: Giấy chứng sinh của bé",
                        "Thêm giấy tờ: Ảnh chân dung");
        assertThat(told(
                        papers(new Paper("Giấy chứng sinh của bé", "", 1, 0, 0)),
                        papers(new Paper("Giấy chứng sinh của cháu bé", "", 1, 0, 0))))
                .containsExactly("Tên giấy tờ: “Giấy chứng sinh của bé” → “Giấy chứng sinh của cháu bé”");
    }

    @Test
    void an_english_text_that_only_repeats_the_vietnamese_is_not_told_twice() {
        ProcedureVersion one = (ProcedureVersion) with(TEXT, "field", new Bilingual("Hộ tịch", "Hộ tịch"));
        ProcedureVersion two = (ProcedureVersion) with(TEXT, "field", new Bilingual("Đất đai", "Đất đai"));
        assertThat(told(one, two)).containsExactly("Lĩnh vực: “Hộ tịch” → “Đất đai”");
        ProcedureVersion translated = (ProcedureVersion) with(TEXT, "field", new Bilingual("Đất đai", "Land"));
        assertThat(told(two, translated)).containsExactly("Lĩnh vực (bản tiếng Anh): “Đất đai” → “Land”");
        assertThat(told(translated, one))
                .containsExactly("Lĩnh vực: “Đất đai” → “Hộ tịch”", "Lĩnh vực: không còn bản dịch tiếng Anh");
    }

    @Test
    void in_a_long_text_the_words_are_marked() {
        ProcedureVersion after = steps("Bước một: gửi giấy tờ.\nBước hai: chờ 3 ngày để có kết quả.\nBước bốn: góp ý.");
        List<Difference> differences = Differences.between(TEXT, after, Language.VI);
        assertThat(differences)
                .extracting(Difference::text)
                .containsExactly(
                        "Trình tự thực hiện: sửa đoạn 2",
                        "Trình tự thực hiện: bỏ đoạn 3 của bản trước",
                        "Trình tự thực hiện: thêm đoạn 3");
        assertThat(differences.getFirst().edits())
                .contains(new Edit(Edit.Kind.ADDED, "3 ngày để có"))
                .contains(new Edit(Edit.Kind.KEPT, "Bước hai: chờ"));
    }

    @Test
    void words_go_before_others_come_and_what_stayed_is_shortened() {
        String long1 = "không đổi ".repeat(100);
        assertThat(Differences.words(long1 + "cũ kỹ hết", long1 + "mới tinh hết"))
                .containsExactly(
                        new Edit(Edit.Kind.KEPT, "… " + "không đổi ".repeat(5).strip()),
                        new Edit(Edit.Kind.REMOVED, "cũ kỹ"),
                        new Edit(Edit.Kind.ADDED, "mới tinh"),
                        new Edit(Edit.Kind.KEPT, "hết"));
        assertThat(Differences.words("", "a b")).containsExactly(new Edit(Edit.Kind.ADDED, "a b"));
        assertThat(Differences.words("a b", "")).containsExactly(new Edit(Edit.Kind.REMOVED, "a b"));
        assertThat(Differences.words("", "")).isEmpty();
    }

    @Test
    void very_long_texts_are_compared_too() {
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            before.append('x').append(i).append(i % 50 == 0 ? "\n" : " ");
            after.append('y').append(i).append(i % 50 == 0 ? "\n" : " ");
        }
        long start = System.nanoTime();
        assertThat(Differences.between(steps(before.toString()), steps(after.toString()), Language.VI))
                .isNotEmpty();
        assertThat(Differences.words(before.toString(), after.toString())).hasSize(2);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }

    @Test
    void the_first_guidance_is_told_whole() {
        List<String> told = Differences.between(null, GUIDANCE, Language.VI).stream()
                .map(Difference::text)
                .toList();
        assertThat(told)
                .contains("Lần đầu có bản hướng dẫn dễ hiểu")
                .contains("Tên thường gọi: thêm “Xin giấy thử”")
                .contains("Các bước: thêm đoạn 1")
                .contains("Cách người dân hay hỏi: thêm “giấy thử”");
    }

    private static void tells(List<Difference> differences, Object other) {
        assertThat(differences).as("%s", other).isNotEmpty();
        assertThat(differences)
                .as("%s", other)
                .allSatisfy(difference -> assertThat(difference.text())
                        .isNotBlank()
                        .doesNotContain("⟦")
                        .doesNotContain("null"));
    }

    private static List<String> told(ProcedureVersion before, ProcedureVersion after) {
        return Differences.between(before, after, Language.VI).stream()
                .map(Difference::text)
                .toList();
    }

    private static ProcedureVersion channels(Channel channel) {
        return (ProcedureVersion) with(TEXT, "channels", List.of(channel));
    }

    private static ProcedureVersion papers(Paper... papers) {
        return (ProcedureVersion) with(TEXT, "cases", List.of(new Case("", List.of(papers))));
    }

    private static ProcedureVersion steps(String steps) {
        return (ProcedureVersion) with(TEXT, "steps", steps);
    }

    private static Bilingual both(String text) {
        return new Bilingual(text, text + " (en)");
    }

    /// Every value that differs from this one in one place, however deep.
    private static List<Object> changed(@Nullable Object value, Set<String> not) {
        var all = new ArrayList<Object>();
        switch (value) {
            case null -> {}
            case String text -> all.addAll(List.of(text + " thêm chữ", "toàn chữ mới", text + "  "));
            case Integer number -> all.add(number + 1);
            case Long number -> all.add(number + 1);
            case Boolean yes -> all.add(!yes);
            case Enum<?> one ->
                all.addAll(Arrays.stream(one.getDeclaringClass().getEnumConstants())
                        .filter(other -> other != one)
                        .toList());
            case List<?> list -> {
                all.add(list.reversed());
                for (int i = 0; i < list.size(); i++) {
                    var fewer = new ArrayList<Object>(list);
                    all.add(fewer);
                    Object removed = fewer.remove(i);
                    var more = new ArrayList<Object>(list);
                    more.add(removed);
                    all.add(more);
                    for (Object other : changed(list.get(i), Set.of())) {
                        var altered = new ArrayList<Object>(list);
                        altered.set(i, other);
                        all.add(altered);
                    }
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, one) -> {
                    var fewer = new HashMap<Object, Object>(map);
                    fewer.remove(key);
                    all.add(fewer);
                    changed(one, Set.of()).forEach(other -> {
                        var altered = new HashMap<Object, Object>(map);
                        altered.put(key, other);
                        all.add(altered);
                    });
                });
            case Record one -> {
                for (RecordComponent part : one.getClass().getRecordComponents()) {
                    if (part.getAnnotatedType().isAnnotationPresent(Nullable.class) && get(one, part) != null) {
                        Object unsaid = with(one, part.getName(), null);
                        if (unsaid != null) {
                            all.add(unsaid);
                        }
                    }
                    if (!not.contains(part.getName())) {
                        for (Object other : changed(get(one, part), Set.of())) {
                            Object made = with(one, part.getName(), other);
                            if (made != null) {
                                all.add(made);
                            }
                        }
                    }
                }
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
        all.removeIf(other -> other.equals(value));
        return all;
    }

    private static @Nullable Object with(Record one, String name, @Nullable Object value) {
        RecordComponent[] parts = one.getClass().getRecordComponents();
        try {
            var constructor = one.getClass()
                    .getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(parts)
                    .map(part -> part.getName().equals(name) ? value : get(one, part))
                    .toArray());
        } catch (InvocationTargetException e) {
            return null; // it contradicts itself
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object get(Record one, RecordComponent part) {
        try {
            return part.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
