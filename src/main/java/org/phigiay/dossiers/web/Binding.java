package org.phigiay.dossiers.web;

import java.util.List;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.forms.Drafts;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.springframework.stereotype.Component;

/// Ghép các trang: makes one file of the pictures sent for one paper, so that the officer turns pages instead of
/// opening pictures.
@Component
class Binding {
    private final Files files;
    private final Drafts drafts;

    Binding(Files files, Drafts drafts) {
        this.files = files;
        this.drafts = drafts;
    }

    /// Binds what is attached for a component, in the order it came; nothing happens when it is one file already.
    ///
    /// @throws NotFound when the draft has nothing for that component
    Draft bind(Actor actor, Draft draft, String component) {
        List<Attached> pages = draft.files().stream()
                .filter(file -> file.component().equals(component))
                .toList();
        if (pages.isEmpty()) {
            throw new NotFound();
        }
        if (pages.size() == 1) {
            return draft;
        }
        List<FileId> ids = pages.stream().map(Attached::file).toList();
        StoredFile bound = files.bind(actor.person(), pages.getFirst().name(), ids);
        Draft now = draft;
        for (FileId id : ids) {
            now = drafts.detach(actor, draft.id(), id);
        }
        return now.files().stream().anyMatch(file -> file.file().equals(bound.id()))
                ? now
                : drafts.attach(actor, draft.id(), component, bound.id(), bound.name());
    }
}
