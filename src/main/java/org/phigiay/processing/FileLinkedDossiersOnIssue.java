package org.phigiay.processing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Chains;
import org.phigiay.dossiers.DossierId;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.ResultLine;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Follower;
import org.phigiay.journal.Numbered;
import org.springframework.stereotype.Component;

/// Files the further parts of a filing as soon as the first dossier has its result, with that result as a paper; stops
/// them when there will be none. A part is filed once, also after a replay: what became a dossier waits no more.
@Component
class FileLinkedDossiersOnIssue implements Follower {
    static final String NAME = "file-linked-dossiers-on-issue";

    private final Chains chains;
    private final Results results;
    private final Files files;

    FileLinkedDossiersOnIssue(Chains chains, Results results, Files files) {
        this.chains = chains;
        this.results = results;
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void follow(List<Numbered> batch) {
        for (Numbered one : batch) {
            Entry entry = one.entry();
            DossierId dossier = new DossierId(entry.subject());
            switch (entry.type()) {
                case "dossier.issued" -> file(dossier);
                case "dossier.refused" -> chains.stopAll(dossier, "dossiers.chain.refused");
                case "dossier.withdrawn" -> chains.stopAll(dossier, "dossiers.chain.withdrawn");
                default -> {}
            }
        }
    }

    private void file(DossierId dossier) {
        if (chains.of(dossier).isEmpty()) {
            return;
        }
        Optional<ResultDocument> result = results.of(dossier);
        Map<String, String> lines = result.map(ResultDocument::fields).orElse(List.of()).stream()
                .collect(Collectors.toMap(ResultLine::id, ResultLine::text, (first, second) -> first));
        @Nullable FileId issued = result.map(ResultDocument::issuedFile).orElse(null);
        @Nullable
        StoredFile document = issued == null ? null : files.find(issued).orElse(null);
        chains.fileAll(dossier, lines, document);
    }

    /// Dossiers that were filed are not rows that a replay builds again.
    @Override
    public void forget() {}
}
