package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// A way back inside this site. Whatever is not plainly a path of this site becomes the home page, so that nobody can
/// make our sign-in lead elsewhere.
final class LocalPath {
    static final String HOME = "/";
    private static final int LONGEST = 1500;

    private LocalPath() {}

    /// The path with its query, or the home page.
    static String of(@Nullable String asked) {
        if (asked == null || asked.isEmpty() || asked.length() > LONGEST || asked.charAt(0) != '/') {
            return HOME;
        }
        if (asked.startsWith("//") || asked.chars().anyMatch(sign -> sign <= ' ' || sign == '\\' || sign == 0x7f)) {
            return HOME;
        }
        try {
            URI uri = new URI(asked);
            boolean plain = uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.getRawPath().startsWith("/")
                    && !uri.getRawPath().startsWith("//")
                    && uri.normalize().getRawPath().equals(uri.getRawPath());
            return plain && !isOwn(uri.getRawPath()) ? asked : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    /// Where this request is: what a sign-in comes back to. A form comes back to the page it stands on.
    static String of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return ofPage(request);
        }
        String query = request.getQueryString();
        return of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static String ofPage(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return HOME;
        }
        try {
            URI uri = new URI(referer);
            String host = request.getHeader("Host");
            if (host == null || !host.equals(uri.getRawAuthority())) {
                return HOME;
            }
            return of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    private static boolean isOwn(String path) {
        return path.startsWith("/dang-nhap") || path.startsWith("/dang-xuat") || path.startsWith("/xac-thuc-lai");
    }
}
