package org.phigiay.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.journal.NodeReaders;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.Page;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Service;

/// Tìm thủ tục: finds procedures by a person's own words, in Vietnamese with marks or without, or in English.
@Service
public class Search {

    private static final int SUGGESTIONS = 7;
    private static final int LONGEST = 10_000;

    private final Indexing indexing;
    private final NodeReaders readers;
    private final Catalogue catalogue;

    Search(Indexing indexing, NodeReaders readers, Catalogue catalogue) {
        this.indexing = indexing;
        this.readers = readers;
        this.catalogue = catalogue;
    }

    /// What answers a question, 20 at a time. An empty question lists everything by code; one of signs alone finds
    /// nothing.
    ///
    /// @param after the `next` of the page before, null for the first
    /// @throws Invalid on field `after` when it is not a `next` of ours
    public SearchAnswer search(String question, Filters filters, @Nullable String after) {
        int from = after == null || after.isEmpty() ? 0 : place(after);
        String asked = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        SearchIndex index = indexing.index();
        if (Syllables.of(asked).isEmpty()) {
            List<ProcedureHead> all = catalogue.heads().stream()
                    .filter(head -> filters.let(head(head)))
                    .toList();
            // Signs without a word ask for nothing that exists; an empty field asks for everything.
            return question.isBlank() ? answer(all, true, from) : answer(List.of(), false, from);
        }
        SearchIndex.Answer found = index.search(asked, filters.equals(Filters.NONE) ? SearchIndex.ALL : filters::let);
        return answer(heads(found.hits(), found.hits().size()), found.fits(), from);
    }

    /// Procedures that somebody who has typed this much may mean, at most seven.
    public List<ProcedureHead> suggest(String typed) {
        String asked = typed.length() > 100 ? typed.substring(0, 100) : typed;
        if (asked.strip().length() < 2) {
            return List.of();
        }
        SearchIndex.Answer found = indexing.index().typing(asked);
        // Variants of one name, such as the levels that perform it, are one suggestion.
        var titles = new HashSet<String>();
        return heads(found.hits(), 30).stream()
                .filter(head -> titles.add(
                        head.plainTitle().vi().replaceAll("\\(.*", "").strip()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /// What a question finds now, and what it would find with an entry more or in place of another.
    Compared compare(String question, List<VocabularyEntry> others) {
        SearchIndex index = indexing.index();
        return new Compared(
                heads(index.search(question, SearchIndex.ALL).hits(), 10),
                heads(
                        index.search(question, SearchIndex.ALL, new Vocabulary(others))
                                .hits(),
                        10));
    }

    /// @param now best first
    /// @param then with the change, best first
    public record Compared(List<ProcedureHead> now, List<ProcedureHead> then) {}

    /// Waits until this node finds everything that was committed before this call.
    ///
    /// @return false when it does not yet after the given time
    public boolean fresh(Duration atMost) {
        return readers.caughtUp(indexing, atMost);
    }

    private SearchAnswer answer(List<ProcedureHead> all, boolean fits, int from) {
        List<ProcedureHead> rest = all.subList(Math.min(from, all.size()), Math.min(from + Page.SIZE + 1, all.size()));
        return new SearchAnswer(Page.of(rest, Page.SIZE, last -> next(from + Page.SIZE)), fits, all.size());
    }

    private List<ProcedureHead> heads(List<SearchIndex.Hit> hits, int most) {
        var heads = new ArrayList<ProcedureHead>();
        for (SearchIndex.Hit hit : hits) {
            if (heads.size() == most) {
                break;
            }
            catalogue.head(new ProcedureCode(hit.entry().document().code())).ifPresent(heads::add);
        }
        return heads;
    }

    private static SearchDocument head(ProcedureHead head) {
        return new SearchDocument(
                head.code().value(),
                "",
                "",
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                "",
                "",
                head.levels().stream().map(Enum::name).toList(),
                head.agencies().stream().map(agency -> agency.value()).toList(),
                "",
                List.of(),
                head.online(),
                head.fileable());
    }

    private static String next(int place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after " + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int place(String after) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            int place = Integer.parseInt(text.substring("after ".length()));
            if (text.startsWith("after ") && place >= 0) {
                return place;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Below.
        }
        throw Invalid.of("after", "search.after");
    }
}
