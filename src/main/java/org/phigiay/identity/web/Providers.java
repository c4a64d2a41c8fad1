package org.phigiay.identity.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.OidcSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/// The identity provider: the one of the settings, else the demo's. Made at the first sign-in, not at start: the demo's
/// provider is this program, and another one may be down when we start.
@Component
class Providers implements ClientRegistrationRepository {
    static final String ID = "dinh-danh";
    static final String START = "/dang-nhap/di";
    static final String BACK = "/dang-nhap/xong";

    private final OidcSettings settings;
    private final ObjectProvider<OidcSettings.StandIn> standIn;
    private volatile @Nullable Made made;

    private record Made(OidcSettings settings, ClientRegistration registration) {}

    Providers(OidcSettings settings, ObjectProvider<OidcSettings.StandIn> standIn) {
        this.settings = settings;
        this.standIn = standIn;
    }

    /// Whether anybody can sign in at all.
    boolean any() {
        return settings.present() || standIn.getIfAvailable() != null;
    }

    /// Whether people sign in with the demo's provider.
    boolean demo() {
        return !settings.present() && standIn.getIfAvailable() != null;
    }

    /// The settings in force; empty when there is no provider.
    Optional<OidcSettings> inForce() {
        return Optional.ofNullable(made()).map(Made::settings);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Made known = id.equals(ID) ? made() : null;
        return known == null ? null : known.registration;
    }

    private @Nullable Made made() {
        Made known = made;
        if (known == null && any()) {
            OidcSettings inForce =
                    settings.present() ? settings : standIn.getObject().settings();
            known = new Made(inForce, registration(inForce));
            made = known;
        }
        return known;
    }

    private static ClientRegistration registration(OidcSettings from) {
        ClientRegistration.Builder builder = from.authorizationUri().isBlank()
                ? ClientRegistrations.fromIssuerLocation(from.issuer()).registrationId(ID)
                : ClientRegistration.withRegistrationId(ID)
                        .issuerUri(from.issuer())
                        .authorizationUri(from.authorizationUri())
                        .tokenUri(from.tokenUri())
                        .jwkSetUri(from.jwkSetUri());
        if (!from.userInfoUri().isBlank()) {
            builder.userInfoUri(from.userInfoUri());
        }
        return builder.clientId(from.clientId())
                .clientSecret(from.clientSecret())
                .clientAuthenticationMethod(
                        from.clientSecret().isBlank()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + BACK)
                .scope(from.scopes())
                .userNameAttributeName("sub")
                .build();
    }
}
