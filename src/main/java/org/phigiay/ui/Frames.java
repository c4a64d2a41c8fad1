package org.phigiay.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from its request.
@Component
class Frames {
    private static final Surroundings.Help NO_HELP = new Surroundings.Help("", "", "");

    private final ObjectProvider<FrameSource> sources;
    private final ObjectProvider<Surroundings> surroundings;
    private final Map<Language, Frame> last = new ConcurrentHashMap<>();

    Frames(ObjectProvider<FrameSource> sources, ObjectProvider<Surroundings> surroundings) {
        this.sources = sources;
        this.surroundings = surroundings;
    }

    /// The frame of a page that must ask nobody anything: place and help are as they were last seen.
    Frame bare(HttpServletRequest request) {
        Frame bare = Frame.bare(Languages.of(request), path(request));
        Frame before = last.get(bare.language());
        return before == null ? bare : bare.around(before);
    }

    Frame of(HttpServletRequest request) {
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        FrameSource source = sources.getIfAvailable();
        Surroundings around = surroundings.getIfAvailable();
        Viewer viewer = source == null ? null : source.viewer(request);
        Frame frame = new Frame(
                language,
                texts,
                Dates.in(language),
                path(request),
                query(request),
                viewer,
                source == null ? null : source.csrf(request),
                flash(request, texts),
                around == null ? "" : around.place(texts),
                around == null ? List.of() : around.ways(viewer, texts),
                around == null ? NO_HELP : around.help(texts));
        last.put(language, frame.withoutPerson());
        return frame;
    }

    private static String path(HttpServletRequest request) {
        Object before = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return before instanceof String uri ? uri : request.getRequestURI();
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.startsWith("lang="))
                        .collect(Collectors.joining("&"));
    }

    /// A verb that succeeded says so after its redirect: `redirect.addFlashAttribute("flash", "key of a text")`.
    private static @Nullable String flash(HttpServletRequest request, Texts texts) {
        Map<String, ?> given = RequestContextUtils.getInputFlashMap(request);
        Object flash = given == null ? null : given.get("flash");
        return flash instanceof String key ? texts.or(key, key) : null;
    }
}
