package org.phigiay.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Draws pages: the view name `dossiers/web/show` is the template `org/phigiay/dossiers/web/show.jte`, compiled with
/// the program.
///
/// Model attributes are the template's parameters. `frame`, `texts` and `dates` are there without asking.
@Component
public class Templates implements ViewResolver, Ordered {
    private final TemplateEngine engine;
    private final Frames frames;

    Templates(Frames frames) {
        this.frames = frames;
        // The class loader must be named: with the default one JTE looks for a folder of classes.
        engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Templates.class.getClassLoader(), "org.phigiay");
        engine.setBinaryStaticContent(true);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.contains(":") || !engine.hasTemplate(name + ".jte") ? null : new Page(name);
    }

    /// Draws a template outside a request, for example into a mail or a PDF.
    public String draw(String name, Map<String, Object> model) {
        var output = new gg.jte.output.StringOutput();
        engine.render(name + ".jte", model, output);
        return output.toString();
    }

    private final class Page implements View {
        private final String name;

        private Page(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> params = new HashMap<>();
            if (model != null) {
                params.putAll(model);
            }
            Frame frame = params.get("frame") instanceof Frame given ? given : frames.of(request);
            params.put("frame", frame);
            params.putIfAbsent("texts", frame.texts());
            params.putIfAbsent("dates", frame.dates());
            var output = new Utf8ByteOutput();
            engine.render(name + ".jte", params, output);
            Languages.remember(request, response);
            if (frame.viewer() == null && frame.csrf() == null && frame.flash() == null) {
                // Nobody's page: the browser may keep it for the way back, but asks again.
                response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            }
            response.setContentType(getContentType());
            response.setLocale(frame.language().locale());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
