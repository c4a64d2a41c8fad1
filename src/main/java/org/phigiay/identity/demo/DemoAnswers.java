package org.phigiay.identity.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Person;
import org.phigiay.identity.Sealer;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the demo's provider answers to the program: tokens for a code, its keys, a person's claims.
@RestController
@ConditionalOnProperty(name = "phigiay.demo", havingValue = "true", matchIfMissing = true)
class DemoAnswers {
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(5);
    private static final String ACCESS = "demo-access";

    private final DemoProvider provider;
    private final DemoStore store;
    private final DemoKeys keys;
    private final Sealer sealer;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    DemoAnswers(DemoProvider provider, DemoStore store, DemoKeys keys, Sealer sealer, Transactions transactions) {
        this.provider = provider;
        this.store = store;
        this.keys = keys;
        this.sealer = sealer;
        this.transactions = transactions;
    }

    @PostMapping(path = DemoProvider.TOKEN, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String client,
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "redirect_uri", defaultValue = "") String redirect,
            @RequestParam(name = "code_verifier", defaultValue = "") String verifier) {
        if (!isOurClient(client)) {
            return refused(HttpStatus.UNAUTHORIZED, "invalid_client");
        }
        if (!grant.equals("authorization_code")) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        Optional<DemoStore.Granted> granted = transactions.reserve(Actor.SYSTEM, () -> store.take(Sealer.hash(code)));
        Optional<Cast> person = granted.filter(
                        what -> what.redirectUri().equals(redirect) && same(what.challenge(), challenge(verifier)))
                .flatMap(what -> Cast.named(what.person()));
        if (person.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_grant");
        }
        Instant now = clock.instant();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "access_token",
                sealer.seal(
                        ACCESS,
                        person.get().token() + " " + now.plus(TOKEN_LASTS).getEpochSecond()));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TOKEN_LASTS.toSeconds());
        answer.put("scope", "openid profile email phone");
        answer.put("id_token", keys.sign(identity(person.get(), granted.get(), now)));
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(answer);
    }

    @GetMapping(path = DemoProvider.KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return keys.published();
    }

    @GetMapping(path = DemoProvider.INFO, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> info(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String header) {
        String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
        Cast person = sealer.open(ACCESS, token)
                .map(text -> text.split(" ", 2))
                .filter(parts -> Instant.ofEpochSecond(Long.parseLong(parts[1])).isAfter(clock.instant()))
                .flatMap(parts -> Cast.named(parts[0]))
                .orElse(null);
        if (person == null) {
            return refused(HttpStatus.UNAUTHORIZED, "invalid_token");
        }
        Map<String, Object> claims = said(person);
        claims.put("email", Objects.requireNonNull(person.person().email()));
        claims.put("phone_number", Objects.requireNonNull(person.person().phone()));
        claims.put("DiaChi", Objects.requireNonNull(person.person().address()));
        return ResponseEntity.ok(claims);
    }

    private static JWTClaimsSet identity(Cast person, DemoStore.Granted granted, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(DemoProvider.ISSUER)
                .audience(DemoProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LASTS)))
                .claim("auth_time", granted.authTime().getEpochSecond())
                .claim("acr", "1");
        said(person).forEach(claims::claim);
        String nonce = granted.nonce();
        if (nonce != null && !nonce.isEmpty()) {
            claims.claim("nonce", nonce);
        }
        return claims.build();
    }

    /// The claims of the national provider (vn-law.md, section 12).
    private static Map<String, Object> said(Cast one) {
        Person person = one.person();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", person.id().toString());
        claims.put("preferred_username", person.personalNumber());
        claims.put("LoaiTaiKhoan", "1");
        claims.put("SoDinhDanh", person.personalNumber());
        claims.put("HoVaTen", person.name());
        claims.put(
                "NgayThangNamSinh",
                Objects.requireNonNull(person.birthDate()).format(DateTimeFormatter.BASIC_ISO_DATE));
        claims.put("TechID", Objects.requireNonNull(person.externalId()));
        claims.put("loginIdp", "BCA");
        return claims;
    }

    private boolean isOurClient(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            String shown = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return same(shown, DemoProvider.CLIENT + ":" + provider.clientSecret());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sealer.hash(verifier));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String error) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("error", error));
    }
}
