package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormPage;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/// Takes the files sent with a page: each is checked and kept by itself, so that one bad photo loses no good one.
@Component
public class Uploads {
    private final Files files;
    private final Drafts drafts;
    private final Access access;

    Uploads(Files files, Drafts drafts, Access access) {
        this.files = files;
        this.drafts = drafts;
        this.access = access;
    }

    /// @param added how many new files the draft has now
    /// @param errors on `files.<component>`
    record Taken(Draft draft, int added, List<FieldError> errors) {}

    /// What came in for one component.
    ///
    /// @param errors on `files.<component>`
    public record Kept(List<StoredFile> files, List<FieldError> errors) {}

    /// Keeps the files sent as `files.<component>`.
    public Kept keep(Actor actor, String component, HttpServletRequest request) {
        access.require(actor, Right.FILE_UPLOAD, Target.general());
        List<StoredFile> kept = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        String field = "files." + component;
        if (request instanceof MultipartRequest parts) {
            for (MultipartFile part : parts.getFiles(field)) {
                String name = part.getOriginalFilename();
                if (name == null || name.isBlank()) {
                    continue;
                }
                try (InputStream in = part.getInputStream()) {
                    kept.add(files.keep(actor.person(), name, in));
                } catch (Invalid wrong) {
                    wrong.errors().forEach(error -> errors.add(new FieldError(field, error.message(), error.args())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Kept(kept, errors);
    }

    /// Puts the files sent with a page to the draft. The same picture sent twice is there once.
    Taken take(Actor actor, Draft draft, FormPage page, HttpServletRequest request) {
        if (actor.guest()) {
            // A guest is not offered to send any; what is sent all the same is not taken.
            return new Taken(draft, 0, List.of());
        }
        Draft now = draft;
        int before = draft.files().size();
        List<FieldError> errors = new ArrayList<>();
        for (Field field : page.fields()) {
            String component = field.component();
            if (component == null) {
                continue;
            }
            Kept kept = keep(actor, component, request);
            errors.addAll(kept.errors());
            for (StoredFile file : kept.files()) {
                if (!there(now, component, file)) {
                    try {
                        now = drafts.attach(actor, draft.id(), component, file.id(), file.name());
                    } catch (Invalid tooMany) {
                        errors.addAll(tooMany.errors());
                    }
                }
            }
        }
        return new Taken(now, now.files().size() - before, errors);
    }

    private boolean there(Draft draft, String component, StoredFile file) {
        return draft.files().stream()
                .filter(attached -> attached.component().equals(component))
                .map(attached -> files.find(attached.file()).orElse(null))
                .filter(Objects::nonNull)
                .anyMatch(known -> known.sha256().equals(file.sha256()));
    }
}
