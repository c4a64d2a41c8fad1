package org.phigiay.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The OpenID Connect provider people sign in with (`phigiay.oidc.*`). Where no issuer is set, the demo's provider
/// stands in, if the demo is on.
///
/// @param issuer as its tokens name it; without the four addresses they are asked from the issuer at first use
/// @param algorithm with which its tokens are signed; no other is accepted
/// @param acrValues asked for, such as the level of the account; empty asks for none
/// @param endSessionUri where a person also signs out of the provider; empty when it has no such page
/// @param claims names of its claims, where they are not the national provider's
@ConfigurationProperties("phigiay.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String authorizationUri,
        @DefaultValue("") String tokenUri,
        @DefaultValue("") String jwkSetUri,
        @DefaultValue("") String userInfoUri,
        @DefaultValue("") String endSessionUri,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("") String acrValues,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        Claims.@Nullable Names claims) {

    public boolean present() {
        return !issuer.isBlank();
    }

    public Claims.Names names() {
        return claims == null ? Claims.Names.NATIONAL : claims;
    }

    /// Hides the secret.
    @Override
    public String toString() {
        return "OidcSettings " + issuer;
    }

    /// A provider that stands in where none is set.
    public interface StandIn {
        /// Its settings; asked when the program already listens.
        OidcSettings settings();
    }
}
