package org.phigiay.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A form that is sent twice (a double click, the back button) does its verb once and leads to the same page both
/// times. The form carries a hidden field with a key made when it was drawn:
///
/// ```html
/// <input type="hidden" name="once" value="${key}">
/// ```
///
/// ```java
/// String to = once.submit(actor, request.getRequestURI(), request.getParameterMap(), Dossier.class,
///         dossier -> "/ho-so/" + dossier.requestCode() + "/bien-nhan",
///         () -> dossiers.submit(actor, submission));
/// return "redirect:" + to;
/// ```
///
/// A form without the field does its verb as often as it is sent. A verb that is refused is not remembered: the person
/// mends the form and sends it again with the same key.
@Component
public class OncePerForm {
    /// Name of the hidden field.
    public static final String FIELD = "once";

    private static final List<String> NOT_COMPARED = List.of(FIELD, "_csrf");
    private static final int LONGEST = 100;
    private static final int WAITS = 100;
    private static final long WAIT_MILLIS = 100;

    private final Transactions transactions;

    OncePerForm(Transactions transactions) {
        this.transactions = transactions;
    }

    /// A key for a form about to be drawn.
    public static String newKey() {
        return Ids.secret(16);
    }

    /// Does the verb, unless this form was sent before: then answers where that led.
    ///
    /// @param path path the form is sent to
    /// @param fields what was sent, as the servlet gives it
    /// @param redirect where to go, for a verb whose outermost writing transaction yields nothing of use
    public String submit(Actor actor, String path, Map<String, String[]> fields, String redirect, Runnable verb) {
        return submit(actor, path, fields, Object.class, _ -> redirect, () -> {
            verb.run();
            return redirect;
        });
    }

    /// Does the verb, unless this form was sent before: then answers where that led. While the first sending is still
    /// at work the second waits for it.
    ///
    /// @param result what the verb answers; its outermost writing transaction must answer the same
    /// @param redirect where to go after it
    public <T> String submit(
            Actor actor,
            String path,
            Map<String, String[]> fields,
            Class<T> result,
            Function<T, String> redirect,
            Supplier<? extends T> verb) {
        String key = key(fields);
        if (key == null) {
            return redirect.apply(result.cast(verb.get()));
        }
        Once.Request request = new Once.Request(path, key, hash(fields), answer -> redirect.apply(result.cast(answer)));
        for (int wait = 0; ; wait++) {
            Once.Remembered earlier = transactions.remembered(actor, request);
            if (earlier != null) {
                return earlier.answer();
            }
            try {
                return redirect.apply(result.cast(Once.during(request, verb)));
            } catch (Once.Already already) {
                return already.remembered().answer();
            } catch (Conflict conflict) {
                if (!conflict.key().equals(Once.IN_FLIGHT) || wait >= WAITS) {
                    throw conflict;
                }
                pause(conflict);
            }
        }
    }

    private static @Nullable String key(Map<String, String[]> fields) {
        String[] given = fields.get(FIELD);
        if (given == null || given.length != 1 || given[0].isBlank() || given[0].length() > LONGEST) {
            return null;
        }
        return given[0];
    }

    private static String hash(Map<String, String[]> fields) {
        MessageDigest digest = sha256();
        new TreeMap<>(fields).forEach((name, values) -> {
            if (!NOT_COMPARED.contains(name)) {
                Arrays.stream(values).forEach(value -> {
                    digest.update((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
                });
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Conflict conflict) {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
