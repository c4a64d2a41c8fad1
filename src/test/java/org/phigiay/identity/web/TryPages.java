package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.phigiay.identity.Access;
import org.phigiay.identity.ParkedPost;
import org.phigiay.identity.PublicPaths;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// A few pages that stand for those of the modules above.
@TestConfiguration(proxyBeanMethods = false)
@RestController
class TryPages {
    private final Access access;

    TryPages(Access access) {
        this.access = access;
    }

    @Bean
    PublicPaths tryPaths() {
        return PublicPaths.of("/thu/cong-khai");
    }

    @GetMapping("/thu/cong-khai")
    String open(Actor actor) {
        return actor.anonymous() ? "nobody" : actor.name();
    }

    @GetMapping({"/thu/rieng", "/api/v1/thu/rieng"})
    String closed(Actor actor) {
        return actor.name() + " " + actor.posts() + " " + actor.via() + " " + actor.purpose();
    }

    @PostMapping("/thu/rieng")
    String write(Actor actor, @RequestParam("cau") String answer) {
        return actor.name() + " wrote " + answer;
    }

    @GetMapping("/thu/tu-dien-lai")
    String refilled(@RequestAttribute(name = ParkedPost.ATTRIBUTE, required = false) ParkedPost parked) {
        return parked == null ? "empty" : "filled with " + parked.value("cau").orElse("");
    }

    @GetMapping("/thu/form")
    String form(HttpServletRequest request) {
        return "<form action=\"/thu/rieng\"><input type=\"hidden\" name=\"_csrf\" value=\""
                + ((org.springframework.security.web.csrf.CsrfToken) request.getAttribute("_csrf")).getToken()
                + "\"></form>";
    }

    @PostMapping({"/thu/ky", "/api/v1/thu/ky"})
    String sign(Actor actor) {
        Target dossier = Target.of(new AgencyCode("H99.01"), Cast.CITIZEN.id(), Cast.CITIZEN.id())
                .withOpenTasks(Set.of());
        access.require(actor, Right.RESULT_SIGN, dossier);
        return "signed by " + actor.name();
    }

    @GetMapping("/thu/loi-nhan")
    RedirectView say(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "Đã xong");
        return new RedirectView("/dang-nhap", true);
    }
}
