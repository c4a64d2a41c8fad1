package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.StorageFull;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PurposeMissing;
import org.phigiay.shared.Refused;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Turns whatever goes wrong under `/api/` into a problem of RFC 9457, in the language the program asked for.
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final String RETRY_SECONDS = "5";

    private final JsonMapper json;

    ApiProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!ApiGate.guards(request)) {
            return null;
        }
        try {
            answer(request, response, thrown);
        } catch (IOException gone) {
            LOG.debug("Nobody reads the answer any more", gone);
        }
        return new ModelAndView();
    }

    /// Answers a failure.
    void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        if (thrown instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedHttpMethods() != null) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    wrong.getSupportedHttpMethods().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        Texts texts = Texts.in(Languages.of(request));
        write(request, response, problem(thrown, texts));
    }

    /// Answers a bare status.
    void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        write(request, response, Problem.of(ProblemKind.of(status), Texts.in(Languages.of(request))));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", Languages.of(request).code());
        if (problem.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"phigiay\"");
        } else if (problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Problem problem(Throwable thrown, Texts texts) {
        return switch (thrown) {
            case Refused refused -> refused(refused, texts);
            case ApiTrouble trouble -> Problem.of(trouble.kind(), texts, texts.get(trouble.key()));
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                Problem.of(ProblemKind.NOT_FOUND, texts, texts.get("portal.api.problem.no-such-address"));
            case HttpRequestMethodNotSupportedException _ -> Problem.of(ProblemKind.METHOD_NOT_ALLOWED, texts);
            case HttpMediaTypeNotSupportedException wrong ->
                Problem.of(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        texts,
                        texts.get(
                                "portal.api.problem.unsupported-media-type.wanted",
                                wrong.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .collect(Collectors.joining(", "))));
            case HttpMediaTypeNotAcceptableException _ -> Problem.of(ProblemKind.NOT_ACCEPTABLE, texts);
            case MaxUploadSizeExceededException _ -> Problem.of(ProblemKind.TOO_LARGE, texts);
            case MultipartException broken -> multipart(broken, texts);
            case InvalidParameterException _ -> Problem.of(ProblemKind.MALFORMED, texts);
            case MissingServletRequestParameterException missing ->
                invalid(texts, missing.getParameterName(), "portal.api.error.required");
            case MethodArgumentTypeMismatchException wrong ->
                invalid(texts, wrong.getName(), "portal.api.error.not-understood");
            case StorageFull full -> Problem.of(ProblemKind.DISK_FULL, texts, texts.get(full.key()));
            case ConcurrencyFailureException _, DuplicateKeyException _ -> Problem.of(ProblemKind.CONFLICT, texts);
            case Throwable other
            when databaseDown(other) -> {
                LOG.warn("The database does not answer: {}", other.getClass().getSimpleName());
                yield Problem.of(ProblemKind.UNAVAILABLE, texts);
            }
            case Throwable other
            when diskFull(other) -> {
                LOG.error("The disk is full");
                yield Problem.of(ProblemKind.DISK_FULL, texts);
            }
            default -> {
                LOG.error("A request to the API failed", thrown);
                yield Problem.of(ProblemKind.INTERNAL, texts);
            }
        };
    }

    private static Problem refused(Refused refused, Texts texts) {
        return switch (refused) {
            case NotFound _ -> Problem.of(ProblemKind.NOT_FOUND, texts, texts.of(refused));
            case Forbidden _ -> Problem.of(ProblemKind.FORBIDDEN, texts, texts.of(refused));
            case SignInNeeded _ -> Problem.of(ProblemKind.SIGN_IN_NEEDED, texts);
            case StepUpNeeded _ -> Problem.of(ProblemKind.STEP_UP_NEEDED, texts);
            case PurposeMissing _ -> Problem.of(ProblemKind.PURPOSE_MISSING, texts);
            case Conflict _ -> Problem.of(ProblemKind.CONFLICT, texts, texts.of(refused));
            case NotAllowedNow now ->
                Problem.of(ProblemKind.NOT_ALLOWED_NOW, texts, notAllowedNow(now, texts))
                        .withAllowed(now.allowed());
            case Invalid invalid ->
                Problem.of(ProblemKind.INVALID, texts, texts.of(invalid))
                        .withErrors(invalid.errors().stream()
                                .map(error -> new Problem.Fault(error.field(), texts.of(error)))
                                .toList());
        };
    }

    private static String notAllowedNow(NotAllowedNow now, Texts texts) {
        String state = now.state().toLowerCase(Locale.ROOT).replace('_', '-');
        String named = texts.or("portal.api.state." + state, now.state());
        if (now.allowed().isEmpty()) {
            return texts.get("portal.api.problem.not-allowed-now.nothing", named);
        }
        String actions = now.allowed().stream()
                .map(name -> texts.or("portal.api.action." + name, name))
                .collect(Collectors.joining(", "));
        return texts.get("portal.api.problem.not-allowed-now.allowed", named, actions);
    }

    private static Problem invalid(Texts texts, String field, String key) {
        return Problem.of(ProblemKind.INVALID, texts, texts.get("shared.invalid", 1))
                .withErrors(List.of(new Problem.Fault(field, texts.get(key, field))));
    }

    /// Spring tells a part too large and a broken body with the same exception; their causes differ.
    private static Problem multipart(MultipartException broken, Texts texts) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (name.contains("SizeLimit") || name.contains("CountLimit")) {
                return Problem.of(ProblemKind.TOO_LARGE, texts);
            }
            if (diskFull(cause)) {
                return Problem.of(ProblemKind.DISK_FULL, texts);
            }
        }
        return Problem.of(ProblemKind.MALFORMED, texts, texts.get("portal.api.problem.malformed.multipart"));
    }

    /// The database is away, restarts or has no connection to give; not a fault of the statement.
    static boolean databaseDown(Throwable thrown) {
        boolean fromDatabase = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            fromDatabase |= cause instanceof DataAccessException || cause instanceof TransactionException;
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                boolean away =
                        state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
                if (away || cause instanceof java.sql.SQLTransientConnectionException) {
                    return true;
                }
            }
            if (fromDatabase && cause instanceof java.net.SocketException) {
                return true;
            }
        }
        return false;
    }

    private static boolean diskFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            boolean io = cause instanceof IOException || cause instanceof UncheckedIOException;
            if (io && message != null && (message.contains("No space left") || message.contains("Disk quota"))) {
                return true;
            }
        }
        return false;
    }
}
