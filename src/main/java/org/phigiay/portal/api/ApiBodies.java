package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads bodies of requests, with limits: two megabytes of JSON, strings of one megabyte, thirty-two levels deep, no
/// name twice, nothing after the end.
@Component
class ApiBodies {
    static final int LARGEST_JSON = 2 * 1024 * 1024;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int DEEPEST = 32;

    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LARGEST_JSON)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /// The bytes of a body.
    ///
    /// @throws ApiTrouble when there are more than `most`
    byte[] bytes(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) {
            throw new ApiTrouble(ProblemKind.TOO_LARGE, "portal.api.problem.too-large.detail");
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new ApiTrouble(ProblemKind.TOO_LARGE, "portal.api.problem.too-large.detail");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JSON object that stands in a body.
    ///
    /// @throws ApiTrouble when it is none
    /// @throws Invalid when a text holds signs that are none
    JsonNode object(byte[] body) {
        JsonNode read;
        try {
            read = strict.readTree(body);
        } catch (StreamConstraintsException tooMuch) {
            throw new ApiTrouble(ProblemKind.TOO_LARGE, "portal.api.problem.too-large.json");
        } catch (JacksonException junk) {
            boolean twice = String.valueOf(junk.getOriginalMessage()).contains("uplicate");
            throw new ApiTrouble(
                    ProblemKind.MALFORMED,
                    twice ? "portal.api.problem.malformed.twice" : "portal.api.problem.malformed.detail");
        }
        if (read == null || !read.isObject()) {
            throw new ApiTrouble(ProblemKind.MALFORMED, "portal.api.problem.malformed.object");
        }
        List<FieldError> errors = new ArrayList<>();
        look("", read, errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return read;
    }

    /// No text may hold the sign zero or half a sign: the database could not keep it.
    private static void look(String path, JsonNode node, List<FieldError> errors) {
        if (node.isString() && unreadable(node.asString())) {
            errors.add(FieldError.of(path, "portal.api.error.signs"));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                if (unreadable(field.getKey())) {
                    errors.add(FieldError.of(path, "portal.api.error.signs"));
                } else {
                    look(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), errors);
                }
            });
        } else if (node.isArray()) {
            int place = 0;
            for (JsonNode item : node) {
                look(path + "." + place++, item, errors);
            }
        }
    }

    private static boolean unreadable(String text) {
        return text.codePoints().anyMatch(sign -> sign == 0 || (sign >= 0xD800 && sign <= 0xDFFF));
    }
}
