package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.phigiay.Browser;
import org.phigiay.shared.ProgramTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The description of the API as people read it.
@ProgramTest
class ReferenceJourneyTest {
    @LocalServerPort
    int port;

    @Test
    void the_description_can_be_read_on_a_phone_and_at_a_desk() {
        for (int width : new int[] {320, Browser.PHONE, Browser.DESK}) {
            Page page = Browser.visitor(width);
            page.navigate("http://localhost:" + port + "/api");
            assertThat(page.locator("h1").innerText()).isNotBlank();
            assertThat(Browser.shot(page, "api-" + width)).exists();
            page.locator("#act ~ details summary").first().click();
            Browser.accessible(page);
            page.context().close();
        }
    }
}
