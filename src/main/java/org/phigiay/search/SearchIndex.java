package org.phigiay.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/// The index in memory: Lucene finds, [Rules] and priors order. Safe for many readers and one writer.
final class SearchIndex implements AutoCloseable {

    /// Lets everything through.
    static final Predicate<SearchDocument> ALL = document -> true;

    static final String CODE = "code";
    private static final BM25Similarity SIMILARITY = new BM25Similarity(0.6f, 0.35f);
    private static final int DEPTH = 200;
    private static final int WHOLE = 3_000;
    private static final int LONG_TEXT = 260;
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Rules rules = new Rules();
    private volatile Map<String, Entry> entries = Map.of();
    private volatile Spelling spelling = new Spelling();
    private volatile Frequencies frequencies = new Frequencies(List.of());
    private volatile Vocabulary vocabulary;

    /// A procedure found.
    ///
    /// @param score the higher the better
    record Hit(Entry entry, double score) {}

    /// @param hits best first
    /// @param fits whether the first is a real answer and not merely the nearest
    record Answer(List<Hit> hits, boolean fits, Question question) {}

    SearchIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        try {
            IndexWriterConfig config = new IndexWriterConfig();
            config.setSimilarity(SIMILARITY);
            config.setRAMBufferSizeMB(16);
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
            writer.commit();
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads questions with these words from now on.
    void use(Vocabulary other) {
        vocabulary = other;
    }

    int size() {
        return entries.size();
    }

    /// All entries in force, by code.
    List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(entry -> entry.document().code()))
                .toList();
    }

    /// Takes procedures in, in place of what was there under their codes, and lets others go.
    synchronized void change(Collection<SearchDocument> put, Collection<String> removed) {
        try {
            var next = new HashMap<>(entries);
            for (String code : removed) {
                writer.deleteDocuments(new Term(CODE, code));
                next.remove(code);
            }
            for (SearchDocument document : put) {
                writer.updateDocument(new Term(CODE, document.code()), indexed(document));
                next.put(document.code(), entry(document));
            }
            writer.flush();
            searchers.maybeRefreshBlocking();
            var learned = new Spelling();
            next.values().forEach(entry -> learned.learn(entry.title()));
            spelling = learned;
            frequencies = new Frequencies(next.values());
            entries = Map.copyOf(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The procedures that answer a question, best first, at most 200, of a narrowed search all.
    Answer search(String text, Predicate<SearchDocument> filter) {
        return search(text, filter, vocabulary);
    }

    /// The same while somebody is still typing: the last word may be only begun.
    Answer typing(String text) {
        return search(text, ALL, vocabulary, true);
    }

    /// Whether a question holds nothing but words that stand side by side in titles or in the vocabulary: then it
    /// cannot
    /// speak of a person.
    boolean ordinary(String question) {
        return Question.read(question, vocabulary, spelling).ordinary(vocabulary, spelling);
    }

    /// The same with other words, to see what they would change.
    Answer search(String text, Predicate<SearchDocument> filter, Vocabulary words) {
        return search(text, filter, words, false);
    }

    private Answer search(String text, Predicate<SearchDocument> filter, Vocabulary words, boolean typing) {
        Map<String, Entry> known = entries;
        Entry exact = known.get(text.strip());
        if (exact != null && filter.test(exact.document())) {
            return new Answer(List.of(new Hit(exact, 1000)), true, new Question(List.of(), List.of(), List.of()));
        }
        Question question = typing ? Question.typed(text, words, spelling) : Question.read(text, words, spelling);
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                searcher.setSimilarity(SIMILARITY);
                return answer(question, searcher, known, filter, filter != ALL);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(
            Question question,
            IndexSearcher searcher,
            Map<String, Entry> known,
            Predicate<SearchDocument> filter,
            boolean narrowed)
            throws IOException {
        var query = new Asking(question, frequencies);
        Set<String> acts = rules.actsAsked(question);
        Set<Integer> stated = rules.conditionsAsked(question);
        var hits = new ArrayList<Hit>();
        ScoreDoc[] found = searcher.search(query.query(), narrowed ? WHOLE : DEPTH).scoreDocs;
        // Codes are read in the order in which they lie.
        Arrays.sort(found, Comparator.comparingInt(doc -> doc.doc));
        BinaryDocValues codes = MultiDocValues.getBinaryValues(searcher.getIndexReader(), CODE);
        for (ScoreDoc doc : found) {
            Entry entry = codes != null && codes.advanceExact(doc.doc)
                    ? known.get(codes.binaryValue().utf8ToString())
                    : null;
            if (entry != null && filter.test(entry.document())) {
                double score =
                        doc.score * entry.prior() * rules.fit(entry, acts, stated) * (0.8 + 0.2 * query.told(entry));
                hits.add(new Hit(entry, score));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.entry().document().code()));
        boolean fits = !hits.isEmpty() && query.fits(hits.getFirst().entry());
        return new Answer(List.copyOf(hits), fits, question);
    }

    private static Document indexed(SearchDocument from) {
        var document = new Document();
        document.add(new StringField(CODE, from.code(), Field.Store.NO));
        document.add(new BinaryDocValuesField(CODE, new BytesRef(from.code())));
        List<String> title = Syllables.official(from.title());
        add(document, "t", Syllables.folded(title));
        add(document, "tm", title);
        add(document, "t2", Syllables.pairs(Syllables.folded(title)));
        add(document, "t2m", Syllables.pairs(title));
        var said = new ArrayList<String>();
        var saidPairs = new ArrayList<String>();
        for (String phrase : said(from)) {
            List<String> keys = Syllables.folded(Syllables.official(phrase));
            said.addAll(keys);
            saidPairs.addAll(Syllables.pairs(keys));
        }
        add(document, "p", said);
        add(document, "p2", saidPairs);
        var beside = new ArrayList<String>();
        var besidePairs = new ArrayList<String>();
        for (String text : beside(from)) {
            List<String> keys = Syllables.folded(Syllables.official(text));
            beside.addAll(keys);
            besidePairs.addAll(Syllables.pairs(keys));
        }
        add(document, "s", beside);
        add(document, "s2", besidePairs);
        var body = new ArrayList<String>();
        from.papers().stream().limit(40).forEach(paper -> body.addAll(pairsOf(paper, 40)));
        body.addAll(pairsOf(from.requirements(), LONG_TEXT));
        body.addAll(pairsOf(from.steps(), LONG_TEXT));
        add(document, "b2", body);
        return document;
    }

    static List<String> said(SearchDocument from) {
        var said = new ArrayList<>(from.phrases());
        if (!from.plainTitle().equals(from.title())) {
            said.add(from.plainTitle());
        }
        said.addAll(from.english());
        return said;
    }

    private static List<String> beside(SearchDocument from) {
        var beside = new ArrayList<>(from.results());
        beside.add(from.field());
        beside.add(from.keywords());
        return beside;
    }

    private static List<String> pairsOf(String text, int most) {
        List<String> keys =
                Syllables.folded(Syllables.official(text.length() > most * 8 ? text.substring(0, most * 8) : text));
        return Syllables.pairs(keys.size() > most ? keys.subList(0, most) : keys);
    }

    private static void add(Document document, String field, List<String> keys) {
        if (!keys.isEmpty()) {
            document.add(new Field(field, new Keys(keys), TERMS));
        }
    }

    private Entry entry(SearchDocument document) {
        List<String> title = Syllables.official(document.title());
        return new Entry(
                light(document),
                title,
                Set.copyOf(rules.actsIn(title)),
                List.copyOf(rules.conditionsIn(title)),
                prior(document));
    }

    /// Nearer to people first: what a commune does for citizens is asked a thousand times more often than what a
    /// ministry does for an office.
    private static double prior(SearchDocument document) {
        double prior = 1;
        List<String> levels = document.levels();
        if (!levels.contains("COMMUNE") && !levels.contains("PROVINCE")) {
            prior *= 0.92;
        } else if (levels.contains("COMMUNE")) {
            prior *= 1.04;
        }
        String audience = Syllables.folded(document.audience());
        if (audience.contains("cong dan")) {
            prior *= 1.04;
        } else if (audience.startsWith("can bo, cong chuc") && !audience.contains("doanh nghiep")) {
            prior *= 0.75;
        }
        return document.fileable() ? prior * 1.05 : prior;
    }

    private static SearchDocument light(SearchDocument full) {
        return new SearchDocument(
                full.code(),
                full.title(),
                full.plainTitle(),
                full.phrases(),
                full.field(),
                "",
                List.of(),
                List.of(),
                "",
                "",
                full.levels(),
                full.agencies(),
                full.audience(),
                full.english(),
                full.online(),
                full.fileable());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
