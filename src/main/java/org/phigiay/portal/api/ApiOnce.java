package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.Once;
import org.phigiay.shared.Transactions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// Gives the answer to a POST, once for each `Idempotency-Key`: the answer is remembered in the verb's own transaction.
@Component
class ApiOnce {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST = 255;

    private final Transactions transactions;
    private final JsonMapper json;

    ApiOnce(Transactions transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /// Does the verb and answers it, or repeats the answer an equal request was given.
    ///
    /// @param bodyHash SHA-256 of what was sent, asked for only when there is a key
    /// @param status of a success
    /// @param verb has one writing transaction that finishes it
    /// @param body what is answered, from what that transaction yields; asked inside it
    ResponseEntity<byte[]> post(
            Actor actor,
            HttpServletRequest request,
            Supplier<String> bodyHash,
            HttpStatus status,
            Supplier<?> verb,
            Function<Object, ?> body) {
        String path = request.getRequestURI();
        String key = key(request);
        if (key == null) {
            return answer(path, status, json.writeValueAsString(body.apply(verb.get())), false);
        }
        String[] given = new String[1];
        Once.Request once = new Once.Request(path, key, bodyHash.get(), result -> {
            given[0] = json.writeValueAsString(body.apply(result));
            return given[0];
        });
        Once.Remembered earlier = transactions.remembered(actor, once);
        if (earlier != null) {
            return answer(path, status, earlier.answer(), true);
        }
        try {
            Object result = Once.during(once, verb);
            String text = given[0] == null ? json.writeValueAsString(body.apply(result)) : given[0];
            return answer(path, status, text, false);
        } catch (Once.Already already) {
            return answer(path, status, already.remembered().answer(), true);
        } catch (Conflict | NotAllowedNow | Invalid refused) {
            // An equal request may have finished while this one was being refused.
            Once.Remembered meanwhile = transactions.remembered(actor, once);
            if (meanwhile != null) {
                return answer(path, status, meanwhile.answer(), true);
            }
            throw refused;
        }
    }

    private ResponseEntity<byte[]> answer(String path, HttpStatus status, String text, boolean replayed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            answer.header(REPLAYED, "true");
        }
        if (status == HttpStatus.CREATED) {
            answer.header(
                    "Location", path + "/" + json.readTree(text).path("id").asString());
        }
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The key the client chose; null when it sent none.
    ///
    /// @throws Invalid when it is no key
    private static @Nullable String key(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        if (headers.isEmpty()) {
            return null;
        }
        String key = utf8(headers.getFirst()).strip();
        boolean printable = key.codePoints()
                .noneMatch(sign -> Character.isISOControl(sign)
                        || Character.getType(sign) == Character.UNASSIGNED
                        || Character.getType(sign) == Character.FORMAT);
        if (headers.size() > 1 || key.isEmpty() || key.codePointCount(0, key.length()) > LONGEST || !printable) {
            throw Invalid.of(HEADER, "portal.api.error.key", LONGEST);
        }
        return key;
    }

    /// A header arrives as ISO 8859-1; what is UTF-8 in it is read as that.
    private static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    static String hash(byte[] body) {
        return HexFormat.of().formatHex(sha256().digest(body));
    }

    /// Compares what the parts hold, not how they were packed.
    static String hash(Collection<MultipartFile> parts) {
        MessageDigest whole = sha256();
        for (MultipartFile part : parts) {
            MessageDigest digest = sha256();
            try (InputStream in = part.getInputStream()) {
                byte[] buffer = new byte[64 * 1024];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            whole.update((part.getName() + "\0" + part.getOriginalFilename() + "\0").getBytes(StandardCharsets.UTF_8));
            whole.update(digest.digest());
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
