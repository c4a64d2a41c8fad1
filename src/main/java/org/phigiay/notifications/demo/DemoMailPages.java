package org.phigiay.notifications.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.PublicPaths;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The demo's mailbox: all letters, those to one address, one letter.
@Controller
@OnlyInDemo
class DemoMailPages {
    private static final String ROOT = "/hop-thu-mau";

    private final DemoMessageStore store;
    private final Transactions transactions;
    private final String address;

    DemoMailPages(
            DemoMessageStore store,
            Transactions transactions,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.store = store;
        this.transactions = transactions;
        this.address = address;
    }

    /// Anybody may look into it: the addressees do not exist.
    @Configuration(proxyBeanMethods = false)
    @OnlyInDemo
    static class Doors {
        @Bean
        PublicPaths demoMailPaths() {
            return PublicPaths.of(ROOT, ROOT + "/**");
        }
    }

    /// @param address whose letters are shown; null for all
    record Mailbox(
            @Nullable String address,
            List<Way> boxes,
            List<DemoMessage> letters,
            @Nullable String next,
            @Nullable String first) {}

    record Way(String address, int letters, String href) {}

    /// @param lines the body; a line that leads to a page of this program has its path
    record Shown(DemoMessage message, String back, List<Line> lines) {}

    record Line(String text, @Nullable String href) {}

    @GetMapping(ROOT)
    String list(
            @RequestParam(name = "dia-chi", required = false) @Nullable String to,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Model model) {
        UUID before = after == null ? null : id(after);
        model.addAttribute("view", transactions.read(Actor.ANYONE, () -> {
            Page<DemoMessage> page = store.list(to, before);
            return new Mailbox(
                    to,
                    store.boxes().stream()
                            .map(box -> new Way(box.address(), box.letters(), href(box.address(), null)))
                            .toList(),
                    page.items(),
                    page.next() == null ? null : href(to, page.next()),
                    before == null ? null : href(to, null));
        }));
        return "notifications/demo/list";
    }

    @GetMapping(ROOT + "/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Model model) {
        DemoMessage message =
                transactions.read(Actor.ANYONE, () -> store.find(id(id))).orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new Shown(
                        message,
                        href(message.address(), null),
                        message.body().strip().lines().map(this::line).toList()));
        return "notifications/demo/show";
    }

    /// A link works from whatever address the mailbox was opened at, such as that of a phone beside the computer.
    private Line line(String text) {
        return new Line(text, text.startsWith(address + "/") ? text.substring(address.length()) : null);
    }

    private static String href(@Nullable String to, @Nullable String after) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath(ROOT);
        if (to != null) {
            href.queryParam("dia-chi", "{to}");
        }
        if (after != null) {
            href.queryParam("sau", after);
        }
        return to == null
                ? href.toUriString()
                : href.encode().buildAndExpand(to).toUriString();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
