package org.phigiay.files.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with a stored file so that a browser can do no harm with it: never guessed to be something else, never run,
/// kept in no shared cache. The controller has asked whether the person may see it.
@Component
public class Downloads {
    private final Files files;

    public Downloads(Files files) {
        this.files = files;
    }

    /// To be saved.
    public ResponseEntity<Resource> attachment(StoredFile file) {
        return answer(file, ContentDisposition.attachment());
    }

    /// To be looked at in the page: pictures (cleaned when they came in) and what the program issued itself. Any other
    /// file is sent to be saved.
    public ResponseEntity<Resource> inline(StoredFile file) {
        boolean safe = file.picture() || file.generated();
        return answer(file, safe ? ContentDisposition.inline() : ContentDisposition.attachment());
    }

    private ResponseEntity<Resource> answer(StoredFile file, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().noTransform())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .body(new InputStreamResource(() -> files.open(file)));
    }
}
