package org.phigiay.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Từ ngữ tìm kiếm: the vocabulary as officers see and change it. A change is in force at once, on every node.
@Service
public class Words {

    private static final int LONGEST = 2_000;

    private final SearchStore store;
    private final Indexing indexing;
    private final Search search;
    private final Transactions transactions;
    private final Access access;
    private final Journal journal;

    Words(
            SearchStore store,
            Indexing indexing,
            Search search,
            Transactions transactions,
            Access access,
            Journal journal) {
        this.store = store;
        this.indexing = indexing;
        this.search = search;
        this.transactions = transactions;
        this.access = access;
        this.journal = journal;
    }

    /// An entry as it stands.
    ///
    /// @param shipped the meaning that comes with the program, null for an entry of our own
    /// @param removed whether it is switched off
    /// @param version 0 while nobody here has changed it
    public record Standing(
            VocabularyEntry entry,
            @org.jspecify.annotations.Nullable String shipped,
            boolean removed,
            int version) {}

    /// What became of a change.
    public sealed interface Outcome {}

    /// It is in force.
    public record Done() implements Outcome {}

    /// Somebody else changed the same entry meanwhile; nothing was written.
    ///
    /// @param theirs as it stands now
    public record Meanwhile(Standing theirs) implements Outcome {}

    /// Every entry, own ones first, whose phrase or meaning holds this text.
    ///
    /// @param part may be empty
    public List<Standing> all(Actor actor, String part) {
        require(actor);
        List<String> wanted = Syllables.folded(Syllables.of(part));
        var standing = new ArrayList<Standing>();
        List<OwnWord> own = store.words();
        own.forEach(word -> standing.add(standing(word)));
        indexing.shipped().stream()
                .filter(entry ->
                        own.stream().noneMatch(word -> word.entry().name().equals(entry.name())))
                .forEach(entry -> standing.add(new Standing(entry, entry.meaning(), false, 0)));
        return standing.stream()
                .filter(each -> holds(each.entry(), wanted))
                .sorted(Comparator.comparingInt((Standing each) -> each.version() > 0 ? 0 : 1))
                .toList();
    }

    /// One entry; empty when there is none.
    public Optional<Standing> one(Actor actor, VocabularyKind kind, String phrase) {
        require(actor);
        Optional<Standing> own = store.word(kind, phrase).map(this::standing);
        return own.isPresent()
                ? own
                : shipped(kind, phrase).map(entry -> new Standing(entry, entry.meaning(), false, 0));
    }

    /// Adds an entry, changes its meaning or switches it off.
    ///
    /// @param before the version it was changed from, 0 for one that nobody here has touched
    /// @throws Invalid on `phrase` or `meaning` when it cannot be read
    public Outcome put(Actor actor, VocabularyEntry entry, boolean removed, int before) {
        require(actor);
        check(entry);
        boolean done = transactions.write(actor, () -> {
            var subject = store.put(entry, removed, before);
            subject.ifPresent(id -> journal.append(Draft.of("search.word-changed", id, null, actor)
                    .with("kind", entry.kind().name())
                    .with("phrase", entry.phrase())
                    .with("meaning", entry.meaning())
                    .with("removed", removed)
                    .with("version", before + 1)));
            return subject.isPresent();
        });
        return done
                ? new Done()
                : new Meanwhile(one(actor, entry.kind(), entry.phrase()).orElseThrow());
    }

    /// What a question finds now and what it would find after a change that nobody has made yet.
    public Search.Compared trial(Actor actor, String question, VocabularyEntry entry, boolean removed) {
        require(actor);
        check(entry);
        var own = new ArrayList<>(store.words());
        own.removeIf(word -> word.entry().name().equals(entry.name()));
        own.add(new OwnWord(entry, removed, 1));
        return search.compare(question, indexing.merged(own));
    }

    private void check(VocabularyEntry entry) {
        if (entry.phrase().isBlank() || entry.phrase().length() > LONGEST) {
            throw Invalid.of("phrase", "search.words.phrase-missing");
        }
        try {
            Pattern.read(entry.phrase());
        } catch (IllegalArgumentException e) {
            throw Invalid.of("phrase", "search.words.phrase-wrong");
        }
        if (entry.kind() == VocabularyKind.FILLER) {
            return;
        }
        if (entry.meaning().isBlank() || entry.meaning().length() > LONGEST) {
            throw Invalid.of("meaning", "search.words.meaning-missing");
        }
        try {
            OfficialWords.read(entry.meaning());
        } catch (IllegalArgumentException e) {
            throw Invalid.of("meaning", "search.words.meaning-wrong");
        }
    }

    private Standing standing(OwnWord word) {
        return new Standing(
                word.entry(),
                shipped(word.entry().kind(), word.entry().phrase())
                        .map(VocabularyEntry::meaning)
                        .orElse(null),
                word.removed(),
                word.version());
    }

    private Optional<VocabularyEntry> shipped(VocabularyKind kind, String phrase) {
        return indexing.shipped().stream()
                .filter(entry -> entry.kind() == kind && entry.phrase().equals(phrase))
                .findFirst();
    }

    private static boolean holds(VocabularyEntry entry, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        String text =
                " " + String.join(" ", Syllables.folded(Syllables.of(entry.phrase() + " " + entry.meaning()))) + " ";
        return text.contains(" " + String.join(" ", wanted) + " ");
    }

    private void require(Actor actor) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
    }
}
