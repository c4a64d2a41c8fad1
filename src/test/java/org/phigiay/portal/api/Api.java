package org.phigiay.portal.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A program that speaks to the API as one of the cast.
final class Api {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final Tokens tokens;
    private final Map<Cast, String> known = new EnumMap<>(Cast.class);

    Api(int port, Tokens tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /// What came back.
    record Answer(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + (header("Content-Type").contains("json") ? text() : header("Content-Type"));
        }
    }

    synchronized String token(Cast who) {
        return known.computeIfAbsent(who, one -> tokens.make(one.id(), "test", true, Duration.ofHours(1)));
    }

    /// @param headers name, value, name, value …
    Answer get(Cast who, String path, String... headers) {
        return send(request(who, path, headers).GET());
    }

    Answer post(Cast who, String path, JsonNode body, String... headers) {
        return post(who, path, body.toString(), headers);
    }

    Answer post(Cast who, String path, String body, String... headers) {
        return send(request(who, path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer postBytes(Cast who, String path, String type, byte[] body, String... headers) {
        return send(request(who, path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer upload(Cast who, String boundary, String name, byte[] file, String... headers) {
        return postBytes(
                who,
                "/api/v1/files",
                "multipart/form-data; boundary=" + boundary,
                multipart(boundary, name, file),
                headers);
    }

    static byte[] multipart(String boundary, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    HttpRequest.Builder request(Cast who, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (who != null) {
            request.header("Authorization", "Bearer " + token(who));
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A filing of the procedure's own example.
    ObjectNode filing(String procedure) {
        JsonNode form = get(null, "/api/v1/procedures/" + procedure + "/form").json();
        JsonNode told = get(null, "/api/v1/procedures/" + procedure).json();
        ObjectNode filing = JSON.createObjectNode();
        filing.put("procedure", procedure);
        filing.put("agency", told.requiredAt("/agencies/0/code").asString());
        filing.set("answers", form.requiredAt("/examples/0"));
        return filing;
    }

    /// Files the example of the procedure for single status.
    String filed(Cast who) {
        Answer answer = post(who, "/api/v1/dossiers", filing("1.004873"));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().required("id").asString();
    }

    static String dossier(String id) {
        return "/api/v1/dossiers/" + id;
    }

    /// What the person may do, by name, with its example.
    ObjectNode actions(Cast who, String id) {
        Answer answer = get(who, dossier(id) + "/actions");
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        ObjectNode byName = JSON.createObjectNode();
        answer.json()
                .required("items")
                .forEach(item -> byName.set(item.required("name").asString(), item));
        return byName;
    }

    /// Posts the example of an action just as it is offered.
    Answer act(Cast who, String id, String action) {
        JsonNode offer = actions(who, id).get(action);
        if (offer == null) {
            throw new AssertionError(who + " is not offered " + action + " but " + actions(who, id));
        }
        ObjectNode body = offer.required("example").deepCopy().asObject();
        body.put("action", action);
        return post(who, dossier(id) + "/actions", body);
    }
}
