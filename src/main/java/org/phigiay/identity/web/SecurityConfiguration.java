package org.phigiay.identity.web;

import jakarta.servlet.DispatcherType;
import org.phigiay.identity.Sealer;
import org.phigiay.identity.Tokens;
import org.phigiay.launch.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/// Three doors: the API knows people by tokens, the pages by a cookie, the demo's provider by itself.
/// Nothing is kept
/// in
/// the program's memory between two requests. Headers of pages are a matter of `ui`.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    Sealer sealer(Secrets secrets) {
        return new Sealer(secrets.get("sign-in"));
    }

    /// A header may carry Vietnamese (`Purpose`), whose UTF-8 bytes the container hands over one sign each;
    /// control
    /// characters below them stay refused.
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> value.chars().noneMatch(sign -> (sign < ' ' && sign != '\t') || sign == 0x7f));
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, Tokens tokens, SignInProblems problems, AskedPaths paths) {
        return bare(http.securityMatcher("/api/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems))
                .addFilterBefore(new BearerTokens(tokens, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(paths))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain demoDoor(HttpSecurity http) {
        return bare(http.securityMatcher("/dinh-danh-mau/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesDoor(
            HttpSecurity http,
            SessionContexts sessions,
            DerivedCsrf csrf,
            SignInRequests requests,
            SignIns signIns,
            ProviderClient client,
            Parking parking,
            AskedPaths paths) {
        return bare(http)
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(forms -> forms.csrfTokenRepository(csrf)
                        .requireCsrfProtectionMatcher(
                                new AndRequestMatcher(CsrfFilter.DEFAULT_CSRF_MATCHER, sessions::needsSecret)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(parking).accessDeniedHandler(parking))
                .oauth2Login(login -> login.loginPage(SignInPages.SIGN_IN)
                        .loginProcessingUrl(Providers.BACK)
                        .authorizedClientRepository(client)
                        .authorizationEndpoint(start ->
                                start.authorizationRequestResolver(requests).authorizationRequestRepository(requests))
                        .redirectionEndpoint(back -> back.baseUri(Providers.BACK))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(client.tokens()))
                        .userInfoEndpoint(info -> info.oidcUserService(client.users()))
                        .successHandler(signIns)
                        .failureHandler(signIns))
                .authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(paths))
                .build();
    }

    private static HttpSecurity bare(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
