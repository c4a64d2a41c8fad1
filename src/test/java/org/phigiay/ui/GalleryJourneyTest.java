package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = UiAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GalleryJourneyTest {
    private static final String GALLERY = "/thu-vien-giao-dien";
    private static final List<String> PAGES = List.of(
            GALLERY, GALLERY + "/can-bo", GALLERY + "/ket-luan", GALLERY + "/trang-chu", "/hong/chua-duoc", "/hong/x");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void every_component_is_accessible_and_fits(int width) {
        for (String path : PAGES) {
            Page page = Browser.visitor(width);
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(message -> console.add(message.text()));
            page.onPageError(console::add);
            page.navigate(address(path));
            Browser.shot(page, "ui" + path.replace(GALLERY, "").replace('/', '-') + "-" + width);
            Browser.accessible(page);
            assertThat(console).filteredOn(line -> !line.contains("status of")).isEmpty();
            page.context().close();
        }
    }

    @Test
    void nothing_scrolls_sideways_at_320_pixels() {
        Page page = Browser.visitor(320);
        for (String path : PAGES) {
            page.navigate(address(path));
            Browser.fits(page);
        }
        page.context().close();
    }

    @Test
    void everything_is_there_without_javascript() {
        Page page = Browser.visitor(Browser.PHONE, false);
        page.navigate(address(GALLERY));
        assertThat(page.locator("#viec-khac").isVisible()).isTrue();
        assertThat(page.locator(".code__copy").isVisible()).isFalse();
        assertThat(page.locator("main").innerText()).contains("PG-7K3M-Q2XR");
        page.context().close();
    }

    @Test
    void the_summary_of_errors_has_the_focus_and_leads_to_the_field() {
        Page page = Browser.visitor(Browser.PHONE);
        page.navigate(address(GALLERY));
        assertThat(page.title()).startsWith("Lỗi: ");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("govuk-error-summary");
        page.locator(".govuk-error-summary a").nth(1).click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("ngay-sinh");
        page.context().close();
    }

    @Test
    void what_belongs_to_a_choice_shows_with_it() {
        Page page = Browser.visitor(Browser.DESK);
        page.navigate(address(GALLERY));
        assertThat(page.locator("#viec-khac").isVisible()).isTrue();
        page.locator("label[for=muc-dich]").click();
        assertThat(page.locator("#viec-khac").isVisible()).isFalse();
        page.context().close();
    }

    @Test
    void a_work_list_is_walked_with_the_keys() {
        Page page = Browser.visitor(Browser.DESK);
        page.navigate(address(GALLERY + "/can-bo"));
        assertThat(page.locator(".bar--bulk").isVisible()).isFalse();
        page.locator("a[data-open]").first().focus();
        page.keyboard().press("j");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("000.00.01.H99-261123-0012");
        page.keyboard().press("x");
        assertThat(page.locator("[data-ticked]").innerText()).isEqualTo("Đã chọn 1 dòng");
        assertThat(page.locator(".bar--bulk").isVisible()).isTrue();
        page.keyboard().press("k");
        page.keyboard().press("?");
        assertThat(page.locator("details[data-keys]").getAttribute("open")).isNotNull();
        page.context().close();
    }

    @Test
    void stacked_marks_do_not_touch_the_line_above() {
        Page page = Browser.visitor(Browser.PHONE);
        page.navigate(address(GALLERY));
        assertThat((Boolean) page.evaluate("""
                () => [...document.querySelectorAll('h1, h2, h3, p, label, legend, button')].every(e => {
                  const style = getComputedStyle(e);
                  return parseFloat(style.lineHeight) / parseFloat(style.fontSize) >= 1.29;
                })""")).isTrue();
        page.context().close();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
