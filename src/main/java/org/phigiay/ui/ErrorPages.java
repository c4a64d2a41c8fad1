package org.phigiay.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.Refused;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Turns what went wrong into a page a person can use. Paths under `/api/` are left to the interface's own answers.
@Component
class ErrorPages implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    /// Early, but a module may answer its own troubles before.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (request.getRequestURI().startsWith("/api/") || othersAnswer(problem, handler)) {
            return null;
        }
        if (problem instanceof AsyncRequestNotUsableException) {
            return new ModelAndView(); // the person has gone
        }
        return page(Trouble.of(problem), problem, request, response);
    }

    /// Signing in is led by the module that knows people; a controller may draw its own page for its own troubles.
    private static boolean othersAnswer(Exception problem, @Nullable Object handler) {
        return problem instanceof SignInNeeded
                || problem instanceof StepUpNeeded
                || problem.getClass().getName().startsWith("org.springframework.security.")
                || (handler instanceof HandlerMethod method
                        && new ExceptionHandlerMethodResolver(method.getBeanType()).resolveMethod(problem) != null);
    }

    ModelAndView page(
            Trouble trouble, @Nullable Throwable problem, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = frame(trouble, request);
        String reference = trouble == Trouble.FAULT ? reference(problem) : null;
        if (trouble == Trouble.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            LOG.warn(
                    "the database cannot be reached: {}",
                    problem == null ? "" : problem.getClass().getName());
        } else if (trouble == Trouble.TOO_MANY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        } else if (trouble == Trouble.FULL) {
            LOG.error("no space left", problem);
        }
        Texts texts = frame.texts();
        TroublePage page = new TroublePage(
                texts.get(key(trouble, "title")),
                text(trouble, problem, texts),
                points(problem, texts),
                way(trouble, texts, request),
                reference);
        return new ModelAndView(
                "ui/trouble", Map.of("frame", frame, "page", page), HttpStatusCode.valueOf(trouble.status()));
    }

    private Frame frame(Trouble trouble, HttpServletRequest request) {
        if (!trouble.ours()) {
            try {
                return frames.of(request);
            } catch (RuntimeException second) {
                LOG.warn(
                        "an error page without its frame: {}", second.getClass().getName());
            }
        }
        return frames.bare(request);
    }

    private static String text(Trouble trouble, @Nullable Throwable problem, Texts texts) {
        return switch (problem) {
            case NotAllowedNow now
            when !now.allowed().isEmpty() -> texts.get(key(trouble, "text")) + " " + texts.get(key(trouble, "allowed"));
            case NotAllowedNow now -> texts.get(key(trouble, "text"));
            case Refused refused -> texts.of(refused);
            case null, default -> texts.get(key(trouble, "text"));
        };
    }

    private static List<String> points(@Nullable Throwable problem, Texts texts) {
        return switch (problem) {
            case NotAllowedNow now ->
                now.allowed().stream().map(name -> texts.label("action", name)).toList();
            case Invalid invalid -> invalid.errors().stream().map(texts::of).toList();
            case null, default -> List.of();
        };
    }

    private static Way way(Trouble trouble, Texts texts, HttpServletRequest request) {
        String label = texts.get(key(trouble, "way"));
        return switch (trouble) {
            case NOT_FOUND, NO_SUCH_WAY -> new Way(label, "/");
            case SIGN_IN -> new Way(label, signIn(before(request)));
            case UNAVAILABLE -> new Way(label, request.getMethod().equals("GET") ? path(request) : before(request));
            default -> new Way(label, before(request));
        };
    }

    private static String signIn(String next) {
        return "/dang-nhap?tiep=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// The page from which the person came, when it is one of ours; else the home page.
    private static String before(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer != null) {
            try {
                URI from = URI.create(referer);
                String path = from.getRawPath();
                if (request.getServerName().equals(from.getHost()) && path != null && !path.startsWith("//")) {
                    return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
                }
            } catch (IllegalArgumentException notAnAddress) {
                return "/";
            }
        }
        return "/";
    }

    private static String path(HttpServletRequest request) {
        Object before = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return before instanceof String uri ? uri : request.getRequestURI();
    }

    private static String reference(@Nullable Throwable problem) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        LOG.error("fault {}", reference, problem);
        return reference;
    }

    static String key(Trouble trouble, String part) {
        return "ui.trouble." + trouble.status() + "." + part;
    }
}
