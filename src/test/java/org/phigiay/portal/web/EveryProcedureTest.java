package org.phigiay.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.phigiay.catalogue.Announcement;
import org.phigiay.catalogue.Authorities;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.FeeKind;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.guidance.KeptLists;
import org.phigiay.guidance.LifeEvent;
import org.phigiay.guidance.LifeEvents;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.imports.Imports;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What the citizen reads, over the whole national catalogue where it is there.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
class EveryProcedureTest {

    private static final Path NATIONAL = Path.of("../shared/data/procedures/procedures.jsonl.gz");
    private static final ProcedureCode BARE = new ProcedureCode("1.999901");
    private static final ProcedureCode CASES = new ProcedureCode("1.999902");

    /// What the stylesheet, the module and the mark weigh is asserted elsewhere; a page itself may weigh this.
    private static final int LIGHT = 20 * 1024;

    private static boolean imported;

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Imports imports;

    @Autowired
    LifeEvents events;

    @Autowired
    KeptLists lists;

    @BeforeEach
    void bring_the_national_catalogue_in_once() throws IOException {
        if (imported) {
            return;
        }
        imported = true;
        catalogue.publish(Actor.SYSTEM, List.of(bare(), inCases()));
        if (Files.exists(NATIONAL)) {
            try (InputStream file = Files.newInputStream(NATIONAL)) {
                imports.publish(
                        Actor.SYSTEM,
                        imports.prepare(Actor.SYSTEM, "national.jsonl.gz", file).id());
            }
        }
    }

    @AfterAll
    static void next_time_anew() {
        imported = false;
    }

    @Test
    void every_procedure_of_the_catalogue_has_its_pages_and_they_are_light() throws IOException {
        national();
        Visitor anybody = new Visitor(port);
        List<String> wrong = new ArrayList<>();
        int heaviest = 0;
        for (ProcedureHead head : catalogue.heads()) {
            for (String page : List.of("", "/chuan-bi", "/chuan-bi?xem=1", "/nguyen-van")) {
                String path = "/thu-tuc/" + head.code() + page;
                anybody.get(path);
                if (anybody.status() != 200 || anybody.body().contains("⟦")) {
                    wrong.add(path + " " + anybody.status());
                }
                heaviest = Math.max(heaviest, zipped(anybody.body()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(heaviest).isLessThanOrEqualTo(LIGHT);
        System.out.printf(
                "%d procedures, heaviest page %d bytes%n", catalogue.heads().size(), heaviest);
    }

    @Test
    void what_the_announcement_leaves_unsaid_is_said_to_be_unsaid() {
        String page = new Visitor(port).get("/thu-tuc/" + BARE).body();
        assertThat(page)
                .contains("Văn bản công bố không ghi thời hạn: hỏi Ủy ban nhân dân")
                .contains("không ghi rõ cần giấy tờ gì")
                .contains("không ghi kết quả là giấy gì")
                .contains("không ghi cơ quan nào làm")
                .contains("chưa nộp được trên trang này")
                .contains("chưa có ai viết lại cho dễ hiểu");
    }

    @Test
    void remarks_among_the_papers_are_shown_as_remarks_and_each_case_has_its_own_papers() {
        String page = new Visitor(port).get("/thu-tuc/" + CASES).body();
        assertThat(page).contains("Khi thuê nhà", "Hợp đồng thuê", "Khi có nhà", "Sổ đỏ", "Ghi chú của bản công bố");
        assertThat(page.indexOf("Ghi chú của bản công bố")).isLessThan(page.indexOf("Bản chụp phải rõ"));
        assertThat(page)
                .as("a price of 135 đồng is not given out as one")
                .contains("con số có vẻ thiếu")
                .contains("mức tiền chưa rõ");
    }

    @Test
    void a_person_is_told_to_go_on_or_where_to_go_instead() {
        Visitor anybody = new Visitor(port);
        String here = "/thu-tuc/1.004873/dieu-kien";
        assertThat(anybody.get(here).body()).contains("Bạn đang ở Việt Nam?", "Câu 1 trong 3");
        assertThat(anybody.get(here + "?cau=1&gui=1").body()).contains("Hãy chọn Có hoặc Không.", "Lỗi:");
        assertThat(anybody.get(here + "?cau=1&tra-loi=co&gui=1").location()).endsWith("?cau=2");
        assertThat(anybody.get(here + "?cau=2&tra-loi=co&gui=1").body())
                .contains("chưa đúng việc của bạn", "/viec-doi/ket-hon");
        assertThat(anybody.get(here + "?cau=4").body()).contains("Bạn làm được thủ tục này", "/thu-tuc/1.004873/nop");
        assertThat(anybody.get(here + "?cau=-7").status()).isEqualTo(200);
        assertThat(anybody.get(here + "?cau=9999999999").status()).isEqualTo(200);
        assertThat(anybody.get("/thu-tuc/" + BARE + "/dieu-kien").body()).contains("Bạn làm được thủ tục này");
    }

    @Test
    void a_list_of_ones_own_holds_what_was_ticked_and_nothing_a_stranger_wrote() {
        Visitor anybody = new Visitor(port);
        String all = anybody.get("/thu-tuc/1.001193/chuan-bi?xem=1").body();
        assertThat(all).contains("Giấy chứng sinh").doesNotContain("mang thai hộ");
        String mine = anybody.get("/thu-tuc/1.001193/chuan-bi?xem=1&t=TP03&co=TP01&t=%3Cscript%3E&co=zzz")
                .body();
        assertThat(mine.substring(mine.indexOf("<main"), mine.indexOf("</main>")))
                .contains("mang thai hộ", "Bạn đã có giấy này.", "t=TP03&amp;co=TP01", "<svg", "mailto:?subject=")
                .doesNotContain("zzz", "%3Cscript");
        assertThat(anybody.cookieLines()).isEmpty();
        String cases = anybody.get("/thu-tuc/" + CASES + "/chuan-bi").body();
        assertThat(cases).contains("Khi thuê nhà", "Khi có nhà");
        assertThat(anybody.get("/thu-tuc/" + CASES + "/chuan-bi?xem=1&t=c1").body())
                .contains("Sổ đỏ")
                .doesNotContain("Hợp đồng thuê");
    }

    @Test
    void who_is_signed_in_keeps_a_list_and_nobody_else_does() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        String here = "/thu-tuc/1.001193/chuan-bi";
        mai.get(here + "?xem=1&t=TP03&co=TP01");
        assertThat(mai.body()).contains("Giữ danh sách này trong tài khoản");
        mai.submit(here + "/giu", Map.of());
        assertThat(mai.location()).endsWith(here + "?xem=1&t=TP03&co=TP01");
        assertThat(mai.get("/ho-so").body())
                .contains("Giấy tờ tôi đang chuẩn bị", here + "?xem=1&amp;t=TP03&amp;co=TP01");
        mai.submit(here + "/bo", Map.of());
        assertThat(mai.get("/ho-so").body()).doesNotContain("Giấy tờ tôi đang chuẩn bị");
        assertThatThrownBy(() -> lists.keep(Actor.ANYONE, BARE, "")).isInstanceOf(SignInNeeded.class);
        assertThatThrownBy(() -> lists.own(Actor.ANYONE)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void a_life_event_takes_cost_and_time_from_the_catalogue_and_names_what_is_elsewhere() {
        Visitor anybody = new Visitor(port);
        String page = anybody.get("/viec-doi/sinh-con").body();
        assertThat(page)
                .contains("Làm giấy khai sinh cho con", "/thu-tuc/1.001193", "Công an xã, phường", "hoặc", "Chi phí");
        if (catalogue.head(new ProcedureCode("1.004222")).isEmpty()) {
            assertThat(page).contains("Trên Cổng dịch vụ công quốc gia, tìm: Đăng ký thường trú (mã 1.004222).");
        } else {
            assertThat(page).contains("/thu-tuc/1.004222", "Qua mạng: 10.000 đồng");
        }
        assertThat(anybody.get("/viec-doi/khong-co").status()).isEqualTo(404);
        for (LifeEvent event : events.all()) {
            assertThat(anybody.get("/viec-doi/" + event.name()).status()).isEqualTo(200);
            assertThat(anybody.body()).doesNotContain("⟦");
        }
    }

    @Test
    void the_score_is_shown_and_explained_to_everybody() {
        Visitor anybody = new Visitor(port);
        assertThat(anybody.get("/thu-tuc/1.001193").body())
                .contains("trên 100 điểm dễ hiểu", "Mẫu đơn đạt", "/ngon-ngu-de-hieu");
        assertThat(anybody.get("/ngon-ngu-de-hieu").body())
                .contains("Câu dài nhất", "trên 35", "Làm giấy khai sinh cho con", "Con mới sinh", "thành phần hồ sơ");
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void from_a_moment_of_life_over_two_agencies_to_a_printed_list(boolean javascript) throws IOException {
        Page page = Browser.visitor(Browser.PHONE, javascript);
        page.navigate("http://localhost:" + port + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Con mới sinh"))
                .click();
        look(page, "life-event", javascript);
        assertThat(page.content()).contains("Quầy một cửa của xã, phường", "Công an xã, phường", "Bảo hiểm xã hội");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Làm giấy khai sinh cho con"))
                .first()
                .click();
        look(page, "procedure", javascript);
        page.getByText("Trả lời để biết").click();
        page.waitForURL("**/dieu-kien");
        look(page, "eligibility", javascript);
        page.getByText("Tiếp tục").click();
        look(page, "eligibility-error", javascript);
        for (String answer : List.of("Không", "Có", "Có")) {
            page.getByText(answer, new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Tiếp tục").click();
        }
        look(page, "eligible", javascript);
        page.getByText("Làm danh sách giấy tờ của riêng tôi").click();
        look(page, "choosing", javascript);
        page.locator("input[name=co]").first().check();
        page.getByText("Làm danh sách", new Page.GetByTextOptions().setExact(true))
                .click();
        look(page, "checklist", javascript);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Browser.shot(page, "checklist-print");
        try (var printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(printed.getNumberOfPages()).isEqualTo(1);
        }
        page.context().close();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {320, Browser.DESK})
    void every_kind_of_page_can_be_used_by_everybody(int width) {
        Page page = Browser.visitor(width);
        for (String path : List.of(
                "/",
                "/viec-doi",
                "/viec-doi/mat-giay-to",
                "/viec-doi/mua-nha-dat?lang=en",
                "/ngon-ngu-de-hieu",
                "/thu-tuc/1.004873?lang=vi",
                "/thu-tuc/" + BARE,
                "/thu-tuc/" + CASES,
                "/thu-tuc/" + CASES + "/chuan-bi",
                "/thu-tuc/" + CASES + "/chuan-bi?xem=1",
                "/thu-tuc/1.004873/dieu-kien?cau=2&tra-loi=co",
                "/thu-tuc/1.001193/nguyen-van",
                "/viec-doi/khong-co")) {
            page.navigate("http://localhost:" + port + path);
            page.locator("details > summary").all().forEach(part -> part.click());
            Browser.accessible(page);
        }
        if (Files.exists(NATIONAL)) {
            for (String code : List.of("1.004222", "1.013225", "1.009568")) {
                page.navigate("http://localhost:" + port + "/thu-tuc/" + code);
                page.locator("details > summary").all().forEach(part -> part.click());
                Browser.accessible(page);
                Browser.shot(page, "procedure-" + code + "-" + width);
            }
        }
        page.context().close();
    }

    private static void look(Page page, String name, boolean javascript) {
        page.waitForLoadState();
        if (javascript) {
            Browser.accessible(page);
            Browser.shot(page, "read-" + name);
        }
    }

    private static ProcedureVersion bare() {
        return version(BARE, "Thủ tục chưa ghi gì", List.of(), List.of());
    }

    private static ProcedureVersion inCases() {
        return version(
                CASES,
                "Thủ tục có hai trường hợp",
                List.of(new Channel(ChannelKind.DIRECT, null, new Fee(135, FeeKind.CHARGE), null)),
                List.of(
                        new Case(
                                "Khi thuê nhà",
                                List.of(
                                        new Paper("Hợp đồng thuê", "", 1, 0, 0),
                                        new Paper("Bản chụp phải rõ", "", 0, 0, 0))),
                        new Case("Khi có nhà", List.of(new Paper("Sổ đỏ", "Mau 01.docx", 0, 0, 1)))));
    }

    private static ProcedureVersion version(
            ProcedureCode code, String title, List<Channel> channels, List<Case> cases) {
        return new ProcedureVersion(
                code,
                1,
                LocalDate.of(2026, 1, 1),
                new Announcement("", ""),
                new Bilingual(title, title),
                new Bilingual("", ""),
                new Bilingual("", ""),
                List.of(),
                channels,
                cases,
                "",
                "",
                List.of(),
                List.of(),
                Authorities.UNSTATED,
                "",
                "");
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static void national() {
        boolean there = Files.exists(NATIONAL);
        if (!there) {
            System.err.println("SKIPPED the pages of the national catalogue: no " + NATIONAL);
        }
        Assumptions.assumeTrue(there);
    }
}
