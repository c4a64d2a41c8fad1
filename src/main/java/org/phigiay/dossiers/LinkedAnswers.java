package org.phigiay.dossiers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Answers;
import org.phigiay.forms.ChainLink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one filing hands on to the next: answers by their paths, lines of the result, and papers. In a link, the name
/// `files.<component>` means a paper of the other procedure: `{"value": "result"}` is the document that was issued,
/// `{"value": "TP02"}` what was handed in as that component.
///
/// @param answers of the other form
/// @param papers of the other procedure
record LinkedAnswers(ObjectNode answers, List<AttachedFile> papers) {
    private static final String FILES = "files.";

    /// @param given the answers of this dossier as they stand
    /// @param handedIn its papers
    /// @param lines what its result prints, by line
    /// @param issued the issued document, null for a matter that yields none
    static LinkedAnswers of(
            ChainLink link,
            JsonNode given,
            List<Paper> handedIn,
            Map<String, String> lines,
            @Nullable StoredFile issued) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        List<AttachedFile> papers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        link.answers().forEach((path, from) -> {
            if (path.startsWith(FILES)) {
                String component = path.substring(FILES.length());
                String source = from.path("value").asString("");
                if (source.equals("result") && issued != null) {
                    papers.add(new AttachedFile(component, issued.id()));
                }
                handedIn.stream()
                        .filter(paper -> paper.component().equals(source) && seen.add(path + paper.file()))
                        .forEach(paper -> papers.add(new AttachedFile(component, paper.file())));
            } else if (from.isString()) {
                JsonNode answer = Answers.at(given, from.asString());
                if (!answer.isMissingNode() && !answer.isNull()) {
                    Answers.set(answers, path, answer.deepCopy());
                }
            } else if (from.has("result")) {
                String line = lines.get(from.path("result").asString());
                if (line != null) {
                    Answers.set(answers, path, JsonNodeFactory.instance.stringNode(line));
                }
            } else if (from.has("value")) {
                Answers.set(answers, path, from.path("value").deepCopy());
            }
        });
        handedIn.stream()
                .filter(paper -> paper.component().equals(Paper.AUTHORITY))
                .forEach(paper -> papers.add(new AttachedFile(Paper.AUTHORITY, paper.file())));
        return new LinkedAnswers(answers, papers);
    }
}
