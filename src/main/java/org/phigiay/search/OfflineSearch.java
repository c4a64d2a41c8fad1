package org.phigiay.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/// The search without the program around it: for measuring, and for trying the shipped vocabulary.
public final class OfflineSearch implements AutoCloseable {

    private final SearchIndex index = new SearchIndex(new Vocabulary(VocabularyFiles.read()));

    /// An index over these procedures with the vocabulary that is shipped.
    public OfflineSearch(Collection<SearchDocument> documents) {
        index.change(documents, List.of());
    }

    /// Codes of the procedures found.
    ///
    /// @param codes best first
    /// @param fits false when nothing fits and these are merely the nearest
    public record Found(List<String> codes, boolean fits) {}

    /// What answers a question, at most `depth`.
    public Found search(String question, int depth) {
        SearchIndex.Answer answer = index.search(question, SearchIndex.ALL);
        return new Found(
                answer.hits().stream()
                        .limit(depth)
                        .map(hit -> hit.entry().document().code())
                        .toList(),
                answer.fits());
    }

    /// How the question was understood, in words, for whoever works on the vocabulary.
    public String explain(String question) {
        Question read = index.search(question, SearchIndex.ALL).question();
        var text = new StringBuilder();
        read.read()
                .forEach(word -> text.append(word.key())
                        .append(word.others().isEmpty() ? "" : word.others().toString())
                        .append(' '));
        read.meanings()
                .forEach(meaning -> text.append("\n    %.2f %s  <= %s"
                        .formatted(
                                meaning.weight(),
                                meaning.target().text(),
                                meaning.said().phrase())));
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
