package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = UiAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GalleryJourneyTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void every_component_is_accessible_and_says_nothing_to_the_console(int width) {
        for (String path : List.of(
                "/thu-vien-giao-dien",
                "/thu-vien-giao-dien/can-bo",
                "/thu-vien-giao-dien/ket-luan",
                "/thu-vien-giao-dien/trang-chu")) {
            Page page = Browser.visitor(width);
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(message -> console.add(message.text()));
            page.onPageError(console::add);
            page.navigate(address(path));
            Browser.shot(page, "ui" + path.replace("/thu-vien-giao-dien", "").replace('/', '-') + "-" + width);
            Browser.accessible(page);
            assertThat(console).isEmpty();
            page.context().close();
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
