package org.phigiay.ui;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PurposeMissing;
import org.phigiay.shared.Refused;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// What went wrong, as far as a page has to tell it. Each has its words in the message files (`ui.trouble.404.title`
/// …).
enum Trouble {
    UNREADABLE(400),
    SIGN_IN(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    NO_SUCH_WAY(405),
    NOT_NOW(409),
    TOO_LARGE(413),
    WRONG_KIND(415),
    INVALID(422),
    TOO_MANY(429),
    FAULT(500),
    UNAVAILABLE(503),
    FULL(507);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// True when the page must ask nobody anything: the database may be what is wrong.
    boolean ours() {
        return status >= 500;
    }

    static Trouble of(Throwable problem) {
        return switch (problem) {
            case Refused refused -> of(refused);
            case MaxUploadSizeExceededException e -> TOO_LARGE;
            case ErrorResponse response -> of(response.getStatusCode().value());
            case HttpMessageNotReadableException e -> UNREADABLE;
            case TypeMismatchException e -> UNREADABLE;
            case BindException e -> UNREADABLE;
            case InvalidParameterException e -> UNREADABLE;
            default -> cause(problem);
        };
    }

    static Trouble of(int status) {
        for (Trouble trouble : values()) {
            if (trouble.status == status) {
                return trouble;
            }
        }
        return status >= 500 ? FAULT : status == 406 ? WRONG_KIND : UNREADABLE;
    }

    private static Trouble of(Refused refused) {
        return switch (refused) {
            case NotFound e -> NOT_FOUND;
            case Forbidden e -> FORBIDDEN;
            case StepUpNeeded e -> FORBIDDEN;
            case SignInNeeded e -> SIGN_IN;
            case NotAllowedNow e -> NOT_NOW;
            case Conflict e -> NOT_NOW;
            case Invalid e -> INVALID;
            case PurposeMissing e -> INVALID;
        };
    }

    /// Looks behind what was thrown for a database that cannot be reached or a disk that is full.
    private static Trouble cause(Throwable problem) {
        boolean database = false;
        boolean upload = false;
        for (@Nullable Throwable at = problem; at != null; at = at.getCause()) {
            switch (at) {
                case SQLException e
                when "53100".equals(e.getSQLState()) -> {
                    return FULL;
                }
                case IOException e
                when String.valueOf(e.getMessage()).contains("No space left") -> {
                    return FULL;
                }
                case MaxUploadSizeExceededException e -> {
                    return TOO_LARGE;
                }
                case SQLTransientConnectionException e -> database = true;
                case SQLException e -> database |= gone(e.getSQLState());
                case CannotCreateTransactionException e -> database = true;
                case DataAccessResourceFailureException e -> database = true;
                case MultipartException e -> upload = true;
                default -> {}
            }
        }
        return database ? UNAVAILABLE : upload ? UNREADABLE : FAULT;
    }

    /// Connection failures (08), a server that shuts down or starts (57P), no connection left (53300).
    private static boolean gone(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
