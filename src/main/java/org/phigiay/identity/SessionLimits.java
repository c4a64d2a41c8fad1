package org.phigiay.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a signed-in browser stays signed in (`phigiay.session.*`).
///
/// @param citizenIdle without a request, for a person who holds no post; a form may be filled over an afternoon
/// @param officialIdle without a request, for a person who holds a post (TCVN 14423:2026, 5.5.2.2: at most 15 minutes)
/// @param absolute in all, whatever happens
@ConfigurationProperties("phigiay.session")
public record SessionLimits(
        @DefaultValue("8h") Duration citizenIdle,
        @DefaultValue("15m") Duration officialIdle,
        @DefaultValue("12h") Duration absolute) {}
