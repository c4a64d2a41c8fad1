package org.phigiay.identity.demo;

import java.util.HexFormat;
import java.util.List;
import org.phigiay.identity.OidcSettings;
import org.phigiay.launch.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/// Where the demo's provider is. The browser reaches it under the same address as the program, whichever that is (a
/// phone on the local network, too); the program reaches it over the loopback interface.
@Component
@ConditionalOnProperty(name = "phigiay.demo", havingValue = "true", matchIfMissing = true)
class DemoProvider implements OidcSettings.StandIn {
    /// Invented, and the same whatever the address.
    static final String ISSUER = "https://dinh-danh-mau.phigiay.example";

    static final String CLIENT = "phigiay";
    static final String ROOT = "/dinh-danh-mau";
    static final String AUTHORIZE = ROOT + "/cap-quyen";
    static final String TOKEN = ROOT + "/ma-truy-cap";
    static final String KEYS = ROOT + "/khoa";
    static final String INFO = ROOT + "/thong-tin";
    static final String SIGN_OUT = ROOT + "/dang-xuat";

    private final Secrets secrets;
    private final ApplicationContext context;

    DemoProvider(Secrets secrets, ApplicationContext context) {
        this.secrets = secrets;
        this.context = context;
    }

    String clientSecret() {
        return HexFormat.of().formatHex(secrets.get("demo-client"));
    }

    @Override
    public OidcSettings settings() {
        String loopback = "http://127.0.0.1:" + port();
        return new OidcSettings(
                ISSUER,
                CLIENT,
                clientSecret(),
                AUTHORIZE,
                loopback + TOKEN,
                loopback + KEYS,
                loopback + INFO,
                SIGN_OUT,
                "RS256",
                "",
                List.of("openid", "profile", "email", "phone"),
                null);
    }

    private int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        return context.getEnvironment().getProperty("server.port", Integer.class, 8080);
    }
}
