package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.PublicPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The outer door: an address that is not on the list of public ones asks for a sign-in. What may be done behind it is
/// asked of `Access`, thing by thing. An address where there is nothing says so to everybody.
@Component
class AskedPaths implements AuthorizationManager<RequestAuthorizationContext> {
    private static final List<String> PUBLIC = List.of(
            "/",
            "/error",
            "/favicon.ico",
            "/robots.txt",
            "/assets/**",
            "/dang-nhap/**",
            "/dang-xuat",
            "/thu-tuc/**",
            "/tra-cuu/**",
            "/xac-minh/**",
            "/lich/**",
            "/huong-dan/**",
            "/thu-vien-giao-dien/**",
            "/api/v1",
            "/api/v1/openapi.json",
            "/api/v1/docs/**",
            "/api/v1/procedures/**",
            "/api/v1/track/**",
            "/api/v1/calendar/**",
            "/api/v1/verify",
            "/api/v1/health");

    private final ObjectProvider<PublicPaths> more;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<PathPattern> patterns;

    AskedPaths(
            ObjectProvider<PublicPaths> more,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.more = more;
        this.handlers = handlers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (open(request)) {
            return new AuthorizationDecision(true);
        }
        return new AuthorizationDecision(who.get() instanceof SignedIn || !leadsSomewhere(request));
    }

    private boolean open(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return patterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    private List<PathPattern> patterns() {
        List<PathPattern> known = patterns;
        if (known == null) {
            List<PathPattern> made = new ArrayList<>();
            PathPatternParser parser = PathPatternParser.defaultInstance;
            PUBLIC.forEach(pattern -> made.add(parser.parse(pattern)));
            more.forEach(paths -> paths.patterns().forEach(pattern -> made.add(parser.parse(pattern))));
            known = List.copyOf(made);
            patterns = known;
        }
        return known;
    }

    /// Whether a controller answers there; asked only for somebody unknown at a closed address.
    private boolean leadsSomewhere(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return handlers.getObject().getHandler(request) != null;
        } catch (Exception wrongMethodOrType) {
            return true;
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
            request.removeAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
            request.removeAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            request.removeAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            request.removeAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE);
        }
    }
}
