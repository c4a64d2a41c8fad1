package org.phigiay.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Serves the stylesheet, the module and the mark that the build made, from memory and ready compressed. Their names
/// carry a hash of
/// their content, so a browser asks for each only once.
@Controller
class Assets {
    static final String PATH = "/assets/";
    private static final Properties NAMES = names();
    private static final CacheControl FOREVER =
            CacheControl.maxAge(java.time.Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, byte[]> plain = new HashMap<>();
    private final Map<String, byte[]> zipped = new HashMap<>();

    Assets() {
        for (String kind : NAMES.stringPropertyNames()) {
            String name = NAMES.getProperty(kind);
            plain.put(name, bytes(name));
            zipped.put(name, bytes(name + ".gz"));
        }
    }

    /// The path of an asset: `css`, `js`, or the name of a picture.
    static String path(String kind) {
        return PATH + NAMES.getProperty(kind);
    }

    @GetMapping(PATH + "{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name, HttpServletRequest request) {
        byte[] body = plain.get(name);
        byte[] small = zipped.get(name);
        if (body == null || small == null) {
            return ResponseEntity.notFound().build();
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        var answer = ResponseEntity.ok()
                .cacheControl(FOREVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .contentType(type(name));
        return accepted != null && accepted.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(small)
                : answer.body(body);
    }

    private static MediaType type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> MediaType.parseMediaType("text/css;charset=UTF-8");
            case "js" -> MediaType.parseMediaType("text/javascript;charset=UTF-8");
            default -> MediaType.parseMediaType("image/svg+xml");
        };
    }

    private static Properties names() {
        Properties names = new Properties();
        try (InputStream in = stream("names.properties")) {
            names.load(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return names;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static InputStream stream(String name) {
        InputStream in = Assets.class.getResourceAsStream(PATH + name);
        if (in == null) {
            throw new IllegalStateException("the build did not make " + PATH + name);
        }
        return in;
    }
}
