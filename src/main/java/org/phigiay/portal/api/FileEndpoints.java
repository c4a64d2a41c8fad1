package org.phigiay.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Transactions;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// A person's own files before they are filed: kept under a private handle, read by nobody else.
@RestController
@RequestMapping("/api/v1/files")
class FileEndpoints {
    private static final String PART = "file";

    private final Files files;
    private final Access access;
    private final ApiOnce once;
    private final Transactions transactions;

    FileEndpoints(Files files, Access access, ApiOnce once, Transactions transactions) {
        this.files = files;
        this.access = access;
        this.once = once;
        this.transactions = transactions;
    }

    record FileAnswer(String id, String name, String mediaType, long size) {
        static FileAnswer of(StoredFile file) {
            return new FileAnswer(file.id().value().toString(), file.name(), file.mediaType(), file.size());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> keep(Actor actor, MultipartHttpServletRequest request) {
        access.require(actor, Right.FILE_UPLOAD, Target.general());
        List<MultipartFile> sent = request.getFiles(PART);
        if (sent.size() != 1) {
            throw Invalid.of(PART, sent.isEmpty() ? "portal.api.error.no-part" : "portal.api.error.parts");
        }
        Collection<MultipartFile> parts = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .toList();
        return once.post(
                actor,
                request,
                () -> ApiOnce.hash(parts),
                HttpStatus.CREATED,
                () -> keep(actor, sent.getFirst()),
                kept -> FileAnswer.of((StoredFile) kept));
    }

    /// The bytes go to the disk first; the file and the answer to remember are then committed together.
    private StoredFile keep(Actor actor, MultipartFile part) {
        try (InputStream in = part.getInputStream()) {
            Files.Taken taken = files.take(name(part), in);
            return transactions.write(actor, () -> files.record(actor.person(), taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile part) {
        String name = part.getOriginalFilename();
        return name == null || name.isBlank() ? PART : name;
    }

    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> read(Actor actor, @PathVariable String id) {
        StoredFile file = files.find(id(id))
                .filter(found -> found.owner().equals(actor.person()))
                .orElseThrow(NotFound::new);
        return download(files, file);
    }

    /// A handle as it stands in an address; what is none names no file.
    static FileId id(String text) {
        try {
            return new FileId(UUID.fromString(text));
        } catch (IllegalArgumentException noHandle) {
            throw new NotFound();
        }
    }

    /// Always saved, never shown inline.
    static ResponseEntity<InputStreamResource> download(Files files, StoredFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(() -> files.open(file)));
    }
}
