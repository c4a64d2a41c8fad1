package org.phigiay.portal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API as its readable page shows it.
///
/// @param token how to get a token
public record Reference(String title, String intro, String token, List<Group> groups, List<Kind> kinds) {

    /// What belongs together.
    public record Group(String id, String title, List<Operation> operations) {}

    /// One method of one address.
    ///
    /// @param body example of what is sent, null when nothing is
    /// @param answer example of the answer, null when it is no JSON
    public record Operation(
            String id,
            String method,
            String path,
            String title,
            @Nullable String more,
            boolean open,
            List<Parameter> parameters,
            @Nullable String body,
            @Nullable String answer,
            List<Status> statuses) {}

    public record Parameter(String name, String where, boolean required, String meaning) {}

    public record Status(String code, String meaning) {}

    /// A kind of problem.
    public record Kind(String type, int status, String title, String detail) {}

    static Reference of(ObjectNode document, Texts texts) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : document.required("tags")) {
            String name = tag.required("name").asString();
            List<Operation> operations = new ArrayList<>();
            document.required("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(method -> {
                        if (method.getValue().requiredAt("/tags/0").asString().equals(name)) {
                            operations.add(operation(document, path.getKey(), method, texts));
                        }
                    }));
            groups.add(new Group(name, tag.required("description").asString(), operations));
        }
        List<Kind> kinds = java.util.Arrays.stream(ProblemKind.values())
                .map(kind -> new Kind(kind.type(), kind.status(), kind.title(texts), kind.detail(texts)))
                .toList();
        return new Reference(
                document.requiredAt("/info/title").asString(),
                document.requiredAt("/info/description").asString(),
                document.requiredAt("/components/securitySchemes/bearer/description")
                        .asString(),
                groups,
                kinds);
    }

    private static Operation operation(
            ObjectNode document, String path, Map.Entry<String, JsonNode> method, Texts texts) {
        JsonNode told = method.getValue();
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : told.required("parameters")) {
            JsonNode named = resolved(document, parameter);
            parameters.add(new Parameter(
                    named.required("name").asString(),
                    texts.get(
                            "portal.api.doc.page.where." + named.required("in").asString()),
                    named.required("required").asBoolean(),
                    named.required("description").asString()));
        }
        List<Status> statuses = new ArrayList<>();
        String answer = null;
        for (Map.Entry<String, JsonNode> response : told.required("responses").properties()) {
            JsonNode named = resolved(document, response.getValue());
            statuses.add(
                    new Status(response.getKey(), named.required("description").asString()));
            if (response.getKey().startsWith("2")) {
                answer = example(named.path("content"));
            }
        }
        return new Operation(
                told.required("operationId").asString(),
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                told.required("summary").asString(),
                told.has("description") ? told.required("description").asString() : null,
                told.has("security"),
                parameters,
                example(told.path("requestBody").path("content")),
                answer,
                statuses);
    }

    private static @Nullable String example(JsonNode content) {
        JsonNode json = content.path("application/json");
        if (json.has("example")) {
            return json.required("example").toPrettyString();
        }
        if (json.has("examples")) {
            return json.required("examples").properties().stream()
                    .map(one -> one.getValue().required("value").toPrettyString())
                    .collect(java.util.stream.Collectors.joining("\n"));
        }
        return null;
    }

    private static JsonNode resolved(ObjectNode document, JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null
                ? node
                : document.requiredAt(reference.asString().substring(1));
    }
}
