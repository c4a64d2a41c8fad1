package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.OidcSettings;
import org.phigiay.identity.Sealer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/// Begins a sign-in (state, nonce, PKCE) and remembers it in a sealed cookie of its own until the provider answers: ten
/// minutes, once, in the browser that began it. Two windows may sign in at once.
@Component
class SignInRequests
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /// The attribute of a request answered by the provider under which [SignIns] finds what was begun.
    static final String BEGUN = SignInRequest.class.getName();

    private static final String BACK = "tiep";
    private static final String AGAIN = "lai";

    private final Providers providers;
    private final Sealer sealer;
    private final Clock clock = Clock.systemUTC();
    private final DefaultOAuth2AuthorizationRequestResolver plain;

    SignInRequests(Providers providers, Sealer sealer) {
        this.providers = providers;
        this.sealer = sealer;
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(providers, Providers.START);
        this.plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return more(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return more(request, plain.resolve(request, registrationId));
    }

    private @Nullable OAuth2AuthorizationRequest more(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
        if (begun == null) {
            return null;
        }
        boolean again = request.getParameter(AGAIN) != null;
        Map<String, Object> parameters = new HashMap<>(begun.getAdditionalParameters());
        providers
                .inForce()
                .map(OidcSettings::acrValues)
                .filter(acr -> !acr.isBlank())
                .ifPresent(acr -> parameters.put("acr_values", acr));
        if (again) {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
        }
        return OAuth2AuthorizationRequest.from(begun)
                .additionalParameters(parameters)
                .attributes(attributes -> {
                    attributes.put(BACK, LocalPath.of(request.getParameter(BACK)));
                    attributes.put(AGAIN, again);
                })
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            return;
        }
        SignInRequest kept = new SignInRequest(
                Objects.requireNonNull(begun.getState()),
                text(begun, OidcParameterNames.NONCE),
                text(begun, PkceParameterNames.CODE_VERIFIER),
                Objects.requireNonNull(begun.getRedirectUri()),
                text(begun, BACK),
                Boolean.TRUE.equals(begun.getAttribute(AGAIN)),
                clock.instant());
        Cookies.set(
                request, response, cookie(kept.state()), sealer.seal("sign-in", kept.text()), SignInRequest.GOOD_FOR);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return begun(request).map(this::restored).orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        SignInRequest begun = begun(request).orElse(null);
        if (begun == null) {
            return null;
        }
        request.setAttribute(BEGUN, begun);
        Cookies.remove(request, response, cookie(begun.state()));
        return restored(begun);
    }

    private Optional<SignInRequest> begun(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        if (state == null) {
            return Optional.empty();
        }
        return Cookies.read(request, cookie(state))
                .flatMap(kept -> sealer.open("sign-in", kept))
                .flatMap(text -> SignInRequest.read(text, clock.instant()))
                .filter(begun -> begun.state().equals(state));
    }

    private @Nullable OAuth2AuthorizationRequest restored(SignInRequest begun) {
        ClientRegistration provider = providers.findByRegistrationId(Providers.ID);
        if (provider == null) {
            return null;
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
                .clientId(provider.getClientId())
                .redirectUri(begun.redirectUri())
                .scopes(provider.getScopes())
                .state(begun.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, Providers.ID);
                    attributes.put(OidcParameterNames.NONCE, begun.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, begun.verifier());
                })
                .build();
    }

    private static String text(OAuth2AuthorizationRequest begun, String attribute) {
        Object value = begun.getAttribute(attribute);
        return Objects.requireNonNull(value, attribute).toString();
    }

    private static String cookie(String state) {
        return Cookies.SIGN_IN + HexFormat.of().formatHex(Sealer.hash(state), 0, 6);
    }
}
