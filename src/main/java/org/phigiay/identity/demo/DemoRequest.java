package org.phigiay.identity.demo;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the program asked of the provider, carried from page to page, sealed.
///
/// @param nonce empty when none was given
/// @param again whether the person must show the PIN even when already signed in here
record DemoRequest(String redirectUri, String state, String nonce, String challenge, boolean again, Instant at) {
    static final String PURPOSE = "demo-request";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    String text() {
        return Stream.of(
                        redirectUri,
                        state,
                        nonce,
                        challenge,
                        String.valueOf(again),
                        String.valueOf(at.getEpochSecond()))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Optional<DemoRequest> read(String text, Instant now) {
        String[] parts = text.split("&", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
        }
        DemoRequest read = new DemoRequest(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                Boolean.parseBoolean(parts[4]),
                Instant.ofEpochSecond(Long.parseLong(parts[5])));
        return read.at.plus(GOOD_FOR).isBefore(now) ? Optional.empty() : Optional.of(read);
    }
}
