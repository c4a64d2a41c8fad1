package org.phigiay.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// Words for requests that the server itself turns away before the program sees them, such as an address that is no
/// address.
@Component
class FirstLineErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /// After the framework's own, so that this one, nearer to the program, speaks first.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainWords()));
    }

    private static final class PlainWords extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable problem) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Trouble trouble = Trouble.of(response.getStatus());
            Texts texts = Texts.in(Language.VI);
            String address = request.getRequestURI();
            boolean api = address != null && address.startsWith("/api/");
            String page = """
                    <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>%s</title></head>
                    <body><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></body></html>
                    """.formatted(
                            texts.get(ErrorPages.key(trouble, "title")),
                            texts.get(ErrorPages.key(trouble, "title")),
                            texts.get(ErrorPages.key(trouble, "text")),
                            texts.get("ui.trouble.404.way"));
            try {
                response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.getOutputStream()
                        .write((api ? problem(trouble, texts) : page).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("nobody reads the answer any more", gone);
            }
        }

        /// The same for programs (RFC 9457).
        private static String problem(Trouble trouble, Texts texts) {
            return """
                    {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(
                            quoted(texts.get(ErrorPages.key(trouble, "title"))),
                            trouble.status(),
                            quoted(texts.get(ErrorPages.key(trouble, "text"))));
        }

        private static String quoted(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }
}
