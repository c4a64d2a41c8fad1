package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.OidcSettings;
import org.phigiay.identity.ParkedPost;
import org.phigiay.identity.ParkedPosts;
import org.phigiay.identity.Sessions;
import org.phigiay.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages around signing in and out.
@Controller
class SignInPages {
    static final String SIGN_IN = "/dang-nhap";
    static final String RESUME = "/dang-nhap/tiep-tuc";
    static final String SIGN_OUT = "/dang-xuat";
    static final String STEP_UP = "/xac-thuc-lai";

    private static final Set<String> TROUBLES =
            Set.of("tu-choi", "qua-lau", "khong-du", "khong-moi", "nguoi-khac", "loi");

    private final Providers providers;
    private final Sessions sessions;
    private final ParkedPosts parked;

    SignInPages(Providers providers, Sessions sessions, ParkedPosts parked) {
        this.providers = providers;
        this.sessions = sessions;
        this.parked = parked;
    }

    /// A hidden field of the form that sends something again.
    record Field(String name, String value) {}

    @GetMapping(SIGN_IN)
    String signIn(
            Actor actor,
            @RequestParam(name = "tiep", required = false) @Nullable String back,
            @RequestParam(name = "loi", required = false) @Nullable String trouble,
            Model model) {
        String next = LocalPath.of(back);
        if (!actor.anonymous() && trouble == null) {
            return "redirect:" + next;
        }
        model.addAttribute("start", start(next, false));
        model.addAttribute("trouble", trouble == null ? "" : TROUBLES.contains(trouble) ? trouble : "loi");
        model.addAttribute("possible", providers.any());
        model.addAttribute("demo", providers.demo());
        return "identity/web/signIn";
    }

    /// Before signing, the person proves again who they are. A link leads to the provider, not a redirect: a page that
    /// received a form may not lead to another site.
    @GetMapping(STEP_UP)
    String stepUp(@RequestParam(name = "tiep", required = false) @Nullable String back, Model model) {
        model.addAttribute("start", start(LocalPath.of(back), true));
        return "identity/web/stepUp";
    }

    /// What was being sent when the session ended, ready to be sent again.
    @GetMapping(RESUME)
    String resume(Actor actor, HttpServletRequest request, Model model) {
        ParkedPost post = Cookies.read(request, Cookies.PARKED)
                .filter(handle -> !actor.anonymous())
                .flatMap(handle -> parked.look(handle, actor.person()))
                .orElse(null);
        if (post == null) {
            return "redirect:" + LocalPath.HOME;
        }
        List<Field> fields = post.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        model.addAllAttributes(Map.of("path", post.path(), "fields", fields, "hadFiles", post.hadFiles()));
        return "identity/web/resume";
    }

    /// Lets go of what was being sent.
    @PostMapping(RESUME)
    String forget(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (!actor.anonymous()) {
            Cookies.read(request, Cookies.PARKED).ifPresent(handle -> parked.take(handle, actor.person()));
        }
        Cookies.remove(request, response, Cookies.PARKED);
        return "redirect:" + LocalPath.HOME;
    }

    @PostMapping(SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        Cookies.remove(request, response, Cookies.SESSION);
        Cookies.remove(request, response, Cookies.PARKED);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:" + SIGN_OUT;
    }

    @GetMapping(SIGN_OUT)
    String signedOut(Actor actor, Model model) {
        if (!actor.anonymous()) {
            return "redirect:" + LocalPath.HOME;
        }
        model.addAttribute(
                "provider", providers.inForce().map(OidcSettings::endSessionUri).orElse(""));
        return "identity/web/signedOut";
    }

    private static String start(String back, boolean again) {
        return Providers.START + "/" + Providers.ID + "?tiep=" + URLEncoder.encode(back, StandardCharsets.UTF_8)
                + (again ? "&lai" : "");
    }
}
