package org.phigiay.identity.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sign-in under way, as the browser keeps it for us, sealed.
///
/// @param state ties the provider's answer to this browser
/// @param nonce ties the provider's token to this sign-in
/// @param verifier proves to the provider that whoever shows the code asked for it (PKCE, RFC 7636)
/// @param redirectUri where the provider answers
/// @param back where the person goes on afterwards, a path of this site
/// @param again whether somebody already signed in proves who they are before signing
/// @param startedAt when it began, by this machine's clock
record SignInRequest(
        String state,
        String nonce,
        String verifier,
        String redirectUri,
        String back,
        boolean again,
        Instant startedAt) {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /// As one line of text.
    String text() {
        List<String> parts = List.of(
                state,
                nonce,
                verifier,
                redirectUri,
                back,
                String.valueOf(again),
                String.valueOf(startedAt.getEpochSecond()));
        List<String> encoded = new ArrayList<>();
        parts.forEach(part -> encoded.add(URLEncoder.encode(part, StandardCharsets.UTF_8)));
        return String.join("&", encoded);
    }

    /// Reads what [#text()] wrote; empty when it is too old.
    static Optional<SignInRequest> read(String text, Instant now) {
        String[] parts = text.split("&", -1);
        if (parts.length != 7) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(parts[6]));
        if (started.plus(GOOD_FOR).isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(new SignInRequest(
                parts[0], parts[1], parts[2], parts[3], parts[4], Boolean.parseBoolean(parts[5]), started));
    }
}
