package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.Browser;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProgramTest
@Import(TryPages.class)
class SignInJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<DemoLoader> loaders;

    @BeforeEach
    void load() {
        Demo.load(loaders);
        jdbc.sql("delete from identity.demo_try").update();
    }

    @ParameterizedTest
    @CsvSource({"360, true", "1280, true", "360, false"})
    void a_citizen_signs_in_and_out_in_a_real_browser(int width, boolean javascript) {
        Page page = Browser.visitor(width, javascript);
        page.navigate("http://localhost:" + port + "/dang-nhap?tiep=/thu/rieng");
        see(page, "sign-in", width, javascript);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập bằng tài khoản định danh"))
                .click();
        see(page, "choose", width, javascript);
        page.getByLabel("Nguyễn Thị Mai").check();
        page.getByRole(AriaRole.BUTTON, named("Tiếp tục")).click();
        page.getByLabel("Mã PIN").fill("000000");
        page.getByRole(AriaRole.BUTTON, named("Đồng ý và đăng nhập")).click();
        see(page, "agree-wrong", width, javascript);
        page.getByLabel("Mã PIN").fill(Cast.CITIZEN.pin());
        page.getByRole(AriaRole.BUTTON, named("Đồng ý và đăng nhập")).click();
        assertThat(page.content()).contains("Nguyễn Thị Mai");
        page.navigate("http://localhost:" + port + "/xac-thuc-lai?tiep=/thu/rieng");
        see(page, "step-up", width, javascript);
        page.locator("form.top__out button").click();
        see(page, "signed-out", width, javascript);
        page.context().close();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void see(Page page, String name, int width, boolean javascript) {
        if (javascript) {
            Browser.accessible(page);
        }
        Browser.shot(page, "identity-" + name + "-" + width + (javascript ? "" : "-no-script"));
    }
}
