package org.phigiay.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = CalendarAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CalendarPageJourneyTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    void a_visitor_asks_when_a_result_is_due_and_reads_why(int width, boolean javascript) {
        Page page = Browser.visitor(width, javascript);
        page.navigate(address("/lich?nam=2026"));
        assertThat(page.locator("table").innerText())
                .contains("thứ Ba, 24/11/2026", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16");
        page.fill("[name='from.day']", "20");
        page.fill("[name='from.month']", "11");
        page.fill("[name='from.year']", "2026");
        page.fill("[name='hour']", "9h30");
        page.fill("[name='amount']", "3");
        page.selectOption("[name='unit']", "working-day");
        page.click("main button[type=submit]");
        assertThat(page.locator("#ket-qua").innerText()).isEqualTo("Hẹn trả: thứ Năm, 26/11/2026, 17:00");
        assertThat(page.locator("main ol").innerText()).contains("Không tính thứ Ba, 24/11/2026: nghỉ Ngày Văn hóa");
        Browser.shot(page, "calendar-answer-" + width);
        if (javascript) {
            Browser.accessible(page);
        }
        page.context().close();
    }

    @Test
    void mistakes_are_named_and_what_was_typed_is_kept() {
        Page page = Browser.visitor(Browser.PHONE);
        page.navigate(address("/lich?from.day=31&from.month=2&from.year=2026&hour=25&amount=x&unit=working-day"));
        assertThat(page.locator(".govuk-error-summary li").allInnerTexts())
                .containsExactly(
                        "Ngày nhận chưa đúng. Hãy ghi đủ ngày, tháng, năm có thật, ví dụ 23 11 2026.",
                        "Giờ nhận chưa đúng. Hãy ghi giờ và phút, ví dụ 09:30.",
                        "Thời hạn phải là số nguyên từ 1 đến 1000.");
        assertThat(page.inputValue("[name='from.day']")).isEqualTo("31");
        Browser.accessible(page);
        Browser.shot(page, "calendar-mistakes");
        page.navigate(
                address("/lich?from.day=20&from.month=12&from.year=2027&hour=8&amount=30&unit=working-day&lang=en"));
        assertThat(page.locator(".govuk-error-summary li").innerText()).contains("2028");
        page.context().close();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
