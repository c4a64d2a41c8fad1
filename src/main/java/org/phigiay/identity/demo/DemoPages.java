package org.phigiay.identity.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Sealer;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Err;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/// The demo provider's pages: choose one of the cast, show the PIN and agree, go back with a code.
@Controller
@ConditionalOnProperty(name = "phigiay.demo", havingValue = "true", matchIfMissing = true)
class DemoPages {
    private static final String BACK = "/dang-nhap/xong";
    private static final String CHOOSE = DemoProvider.ROOT + "/chon";
    private static final String AGREE = DemoProvider.ROOT + "/dong-y";

    private final DemoStore store;
    private final DemoCookie cookie;
    private final Sealer sealer;
    private final Organisation organisation;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    DemoPages(DemoStore store, DemoCookie cookie, Sealer sealer, Organisation organisation, Transactions transactions) {
        this.store = store;
        this.cookie = cookie;
        this.sealer = sealer;
        this.organisation = organisation;
        this.transactions = transactions;
    }

    /// One of the cast, as the page lists them.
    record Choice(String value, String name, String post) {}

    @GetMapping(DemoProvider.AUTHORIZE)
    String authorize(
            @RequestParam("client_id") String client,
            @RequestParam("redirect_uri") String redirect,
            @RequestParam("response_type") String type,
            @RequestParam("state") String state,
            @RequestParam(name = "nonce", defaultValue = "") String nonce,
            @RequestParam(name = "code_challenge", defaultValue = "") String challenge,
            @RequestParam(name = "code_challenge_method", defaultValue = "") String method,
            @RequestParam(name = "prompt", defaultValue = "") String prompt,
            @RequestParam(name = "max_age", defaultValue = "") String maxAge,
            HttpServletRequest request,
            Model model) {
        String own =
                ServletUriComponentsBuilder.fromContextPath(request).path(BACK).toUriString();
        boolean right = client.equals(DemoProvider.CLIENT)
                && redirect.equals(own)
                && type.equals("code")
                && method.equals("S256")
                && challenge.length() == 43;
        if (!right) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        boolean again = prompt.contains("login") || maxAge.equals("0");
        DemoRequest asked = new DemoRequest(redirect, state, nonce, challenge, again, clock.instant());
        Optional<DemoCookie.Known> known = cookie.read(request);
        return known.isPresent()
                ? agreePage(asked, known.get().person(), !again, Errors.NONE, request, model)
                : choosePage(asked, Errors.NONE, request, model);
    }

    /// The list of people, for somebody who wants to be another.
    @GetMapping(CHOOSE)
    String choose(@RequestParam("yeu-cau") String carried, HttpServletRequest request, Model model) {
        return choosePage(asked(carried), Errors.NONE, request, model);
    }

    @GetMapping(AGREE)
    String chosen(
            @RequestParam("yeu-cau") String carried,
            @RequestParam(name = "nguoi", required = false) @Nullable String person,
            HttpServletRequest request,
            Model model) {
        DemoRequest asked = asked(carried);
        Cast chosen = person == null ? null : Cast.named(person).orElse(null);
        return chosen == null
                ? choosePage(asked, wrong("nguoi", "nobody", request), request, model)
                : agreePage(asked, chosen, false, Errors.NONE, request, model);
    }

    @PostMapping(AGREE)
    String agree(
            @RequestParam("yeu-cau") String carried,
            @RequestParam("nguoi") String person,
            @RequestParam(name = "pin", defaultValue = "") String pin,
            @RequestParam(name = "khong", required = false) @Nullable String refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DemoRequest asked = asked(carried);
        if (refused != null) {
            return "redirect:" + answer(asked, "error", "access_denied");
        }
        Cast one = Cast.named(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Optional<DemoCookie.Known> known =
                cookie.read(request).filter(found -> !asked.again() && found.person() == one);
        Instant at =
                known.map(DemoCookie.Known::at).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (known.isEmpty()) {
            String trouble = tried(one, pin);
            if (!trouble.isEmpty()) {
                return agreePage(asked, one, false, wrong("pin", trouble, request), request, model);
            }
            cookie.set(request, response, new DemoCookie.Known(one, at));
        }
        String code = Ids.secret(32);
        transactions.reserve(org.phigiay.shared.Actor.SYSTEM, () -> {
            store.insert(
                    Sealer.hash(code),
                    new DemoStore.Granted(one.token(), asked.redirectUri(), asked.nonce(), asked.challenge(), at));
            return true;
        });
        return "redirect:" + answer(asked, "code", code);
    }

    @GetMapping(DemoProvider.SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.remove(request, response);
        return "redirect:/";
    }

    /// What is wrong with the PIN; empty when nothing is.
    private String tried(Cast one, String pin) {
        return transactions.reserve(org.phigiay.shared.Actor.SYSTEM, () -> {
            if (store.mustWait(one.token())) {
                return "wait";
            }
            if (!pin.strip().equals(one.pin())) {
                store.failed(one.token());
                return "wrong-pin";
            }
            store.succeeded(one.token());
            return "";
        });
    }

    private DemoRequest asked(String carried) {
        return sealer.open(DemoRequest.PURPOSE, carried)
                .flatMap(text -> DemoRequest.read(text, clock.instant()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String answer(DemoRequest asked, String name, String value) {
        return UriComponentsBuilder.fromUri(URI.create(asked.redirectUri()))
                .queryParam(name, "{value}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(value, asked.state())
                .toUriString();
    }

    private static Errors wrong(String field, String trouble, HttpServletRequest request) {
        String text = Texts.in(Languages.of(request)).get("identity.demo." + trouble);
        return new Errors(List.of(new Err(field, text)));
    }

    private String choosePage(DemoRequest asked, Errors errors, HttpServletRequest request, Model model) {
        model.addAllAttributes(Map.of(
                "errors",
                errors,
                "carried",
                sealer.seal(DemoRequest.PURPOSE, asked.text()),
                "people",
                Arrays.stream(Cast.values()).map(one -> choice(one, request)).toList()));
        return "identity/demo/choose";
    }

    private String agreePage(
            DemoRequest asked, Cast one, boolean known, Errors errors, HttpServletRequest request, Model model) {
        model.addAllAttributes(Map.of(
                "carried",
                sealer.seal(DemoRequest.PURPOSE, asked.text()),
                "person",
                choice(one, request),
                "pin",
                one.pin(),
                "known",
                known,
                "errors",
                errors));
        return "identity/demo/agree";
    }

    private Choice choice(Cast one, HttpServletRequest request) {
        String language = Languages.of(request).code();
        String post = one.post()
                .flatMap(organisation::post)
                .map(held -> held.title(language)
                        + organisation
                                .agency(held.agency())
                                .map(agency -> ", " + agency.name(language))
                                .orElse(""))
                .orElseGet(() -> Texts.in(Languages.of(request)).get("identity.demo.citizen"));
        return new Choice(one.token(), one.person().name(), post);
    }
}
