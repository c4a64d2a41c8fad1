package org.phigiay.search.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.search.Search;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The search in a real browser on a phone: suggestions, an answer, the honest "không có"; and an officer who teaches
/// it.
@ProgramTest
class SearchJourneyTest {

    private static final String EDIT = "/can-bo/danh-muc/tim-kiem/tu-ngu/sua";

    @Autowired
    private Search search;

    @LocalServerPort
    private int port;

    @BeforeEach
    void everything_is_indexed() {
        assertThat(search.fresh(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void suggestions_are_chosen_with_the_keyboard() {
        Page page = Browser.visitor(Browser.PHONE);
        page.navigate("http://localhost:" + port + "/thu-tuc");
        var box = page.locator("#tim-q");
        assertThat(box).hasAttribute("role", "combobox");
        box.pressSequentially("giay khai s");
        var options = page.locator("#tim-q-suggestions [role=option]");
        assertThat(options.first()).isVisible();
        assertThat(box).hasAttribute("aria-expanded", "true");
        Browser.accessible(page);
        Browser.shot(page, "search-suggestions");
        box.press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        box.press("Escape");
        assertThat(options.first()).isHidden();
        box.press("ArrowDown");
        box.press("Enter");
        page.waitForURL(url -> url.contains("/thu-tuc/1.001193"));
        page.context().close();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void a_question_is_answered_or_a_person_is_named(boolean javascript) {
        Page page = Browser.visitor(Browser.PHONE, javascript);
        page.navigate("http://localhost:" + port + "/");
        page.locator("main input[name=q]").fill("con mới đẻ làm giấy gì");
        page.locator("main .search--large button").click();
        assertThat(page.locator(".choices__link").first()).containsText("khai sinh");
        look(page, javascript);
        Browser.shot(page, "search-found-" + javascript);
        page.locator("main input[name=q]").fill("lắp đồng hồ điện");
        page.locator("main form.search .search__button").click();
        assertThat(page.locator(".empty")).containsText("Không có thủ tục nào");
        assertThat(page.locator(".empty a[href^='tel:']").first()).isVisible();
        look(page, javascript);
        Browser.shot(page, "search-nothing-" + javascript);
        page.locator("main input[name=q]").fill("khai sinh");
        page.locator("main summary").click();
        page.locator("select[name=cap]").selectOption("bo");
        page.locator("main form.search .govuk-button--secondary").click();
        assertThat(page.locator("main")).containsText("Bỏ lọc");
        look(page, javascript);
        page.context().close();
    }

    /// axe runs in the page, so it needs a page that runs scripts.
    private static void look(Page page, boolean javascript) {
        if (javascript) {
            Browser.accessible(page);
        }
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void an_officer_tries_a_word_saves_it_and_sees_the_search_change(int width) {
        String phrase = "chuyện nhà ông Tèo " + width;
        Visitor officer = Visitor.signedIn(port, Cast.CATALOGUE);
        Page page = Browser.visitor(width);
        page.context()
                .addCookies(officer.cookies().entrySet().stream()
                        .map(cookie ->
                                new Cookie(cookie.getKey(), cookie.getValue()).setUrl("http://localhost:" + port))
                        .toList());
        page.navigate("http://localhost:" + port + "/can-bo/danh-muc/tim-kiem");
        Browser.accessible(page);
        page.navigate("http://localhost:" + port + "/can-bo/danh-muc/tim-kiem/tu-ngu?tim=khai+sinh");
        Browser.accessible(page);
        Browser.shot(page, "search-words-" + width);
        page.navigate("http://localhost:" + port + EDIT);
        page.locator("[name=phrase]").fill(phrase);
        page.locator("[name=meaning]").fill("đăng ký khai sinh");
        page.locator("[name=question]").fill(phrase);
        page.locator("button[value=thu]").click();
        assertThat(page.locator(".pair__side").nth(1).locator("li").first()).containsText("khai sinh");
        Browser.accessible(page);
        Browser.shot(page, "search-trial-" + width);
        page.locator("button[value=luu]").click();
        assertThat(page.locator("main")).containsText("Đã lưu");
        assertThat(search.fresh(Duration.ofSeconds(20))).isTrue();
        page.navigate("http://localhost:" + port + "/thu-tuc?q=" + phrase.replace(' ', '+'));
        assertThat(page.locator(".choices__link").first()).containsText("khai sinh");
        page.context().close();
    }

    @Test
    void a_second_officer_is_told_and_shown_both_versions() {
        Map<String, String> entry =
                Map.of("kind", "everyday", "phrase", "chuyện bà Tý", "meaning", "khai sinh", "act", "luu");
        Visitor first = Visitor.signedIn(port, Cast.CATALOGUE);
        first.get(EDIT);
        first.submit(EDIT, entry);
        first.follow();
        assertThat(first.body()).contains("Đã lưu").doesNotContain("⟦");
        String here = EDIT + "?loai=everyday&loi=chuy%E1%BB%87n+b%C3%A0+T%C3%BD";
        Visitor second = Visitor.signedIn(port, Cast.CATALOGUE2);
        second.get(here);
        first.get(here);
        first.submit(EDIT, Map.of("meaning", "kết hôn", "act", "luu"));
        second.submit(EDIT, Map.of("meaning", "khai tử", "act", "luu"));
        assertThat(second.body())
                .contains("Người khác vừa sửa dòng này", "kết hôn", "khai tử")
                .doesNotContain("⟦");
        second.submit(EDIT, Map.of("meaning", "khai tử", "act", "luu"));
        second.follow();
        assertThat(second.body()).contains("Đã lưu", "khai tử");
        for (Map<String, String> wrong : List.of(
                Map.of("kind", "everyday", "phrase", "( x", "meaning", "y", "act", "luu"),
                Map.of("kind", "everyday", "phrase", "x", "meaning", "y *7", "act", "thu"),
                Map.of("kind", "everyday", "phrase", "chuyện bà Tý", "meaning", "y", "act", "luu"))) {
            second.get(EDIT);
            second.submit(EDIT, wrong);
            assertThat(second.body()).contains("govuk-error-summary");
        }
        assertThat(Visitor.signedIn(port, Cast.OFFICER)
                        .get("/can-bo/danh-muc/tim-kiem")
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, Cast.CITIZEN).get(EDIT).status()).isIn(403, 404);
        assertThat(new Visitor(port).get("/can-bo/danh-muc/tim-kiem").status()).isIn(302, 303, 401);
    }
}
