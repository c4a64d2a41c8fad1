package org.phigiay.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON that comes with the program.
final class ApiFiles {
    private ApiFiles() {}

    static JsonNode read(JsonMapper json, String path) {
        try (InputStream in = ApiFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + path);
            }
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
