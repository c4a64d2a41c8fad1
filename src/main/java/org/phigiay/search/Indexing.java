package org.phigiay.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.journal.NodeReader;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.ProcedureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Keeps this node's index in step with the catalogue and with the officers' words: built in the background at the
/// start, then following the journal. The first search waits until the index is there.
@Component
class Indexing implements NodeReader, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int TOGETHER = 200;
    private static final int ONE_BY_ONE = 40;
    private static final long FIRST_SEARCH_WAITS = 90;

    private final Catalogue catalogue;
    private final SearchStore store;
    private final List<VocabularyEntry> shipped = VocabularyFiles.read();
    private final SearchIndex index = new SearchIndex(new Vocabulary(List.of()));
    private final CountDownLatch built = new CountDownLatch(1);
    private final Map<String, Integer> editions = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private boolean otherWords;

    Indexing(Catalogue catalogue, SearchStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /// The index, once it has been built.
    ///
    /// @throws IllegalStateException when that takes longer than a minute and a half
    SearchIndex index() {
        try {
            if (built.await(FIRST_SEARCH_WAITS, TimeUnit.SECONDS)) {
                return index;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The search index is not built yet");
    }

    List<VocabularyEntry> shipped() {
        return shipped;
    }

    @Override
    public synchronized void begin() {
        long began = System.nanoTime();
        words();
        everything();
        built.countDown();
        LOG.info("Search index: {} procedures in {} ms", index.size(), (System.nanoTime() - began) / 1_000_000);
    }

    @Override
    public synchronized void read(List<Numbered> batch) {
        for (Numbered numbered : batch) {
            String type = numbered.entry().type();
            if (type.startsWith("catalogue.")) {
                numbered.entry().text("procedure").ifPresent(changed::add);
            } else if (type.startsWith("search.")) {
                otherWords = true;
            }
        }
    }

    @Override
    public synchronized void rest() {
        if (otherWords) {
            words();
            otherWords = false;
        }
        if (changed.isEmpty()) {
            return;
        }
        catalogue.lookAgain();
        if (changed.size() > ONE_BY_ONE) {
            everything();
        } else {
            some(List.copyOf(changed));
        }
        changed.clear();
    }

    /// A new day may bring other editions into force, which no entry tells.
    synchronized void turnDay() {
        var other = new HashSet<>(editions.keySet());
        for (ProcedureHead head : catalogue.heads()) {
            String code = head.code().value();
            if (Integer.valueOf(head.version()).equals(editions.get(code))) {
                other.remove(code);
            } else {
                other.add(code);
            }
        }
        if (other.size() > ONE_BY_ONE) {
            everything();
        } else if (!other.isEmpty()) {
            some(List.copyOf(other));
        }
    }

    /// The shipped words with the officers' laid over them.
    List<VocabularyEntry> merged(List<OwnWord> own) {
        var words = new LinkedHashMap<String, VocabularyEntry>();
        shipped.forEach(entry -> words.put(entry.name(), entry));
        for (OwnWord each : own) {
            if (each.removed()) {
                words.remove(each.entry().name());
            } else {
                words.put(each.entry().name(), each.entry());
            }
        }
        return List.copyOf(words.values());
    }

    private void words() {
        index.use(new Vocabulary(merged(store.words())));
    }

    private void everything() {
        var gone = new HashSet<>(editions.keySet());
        var some = new ArrayList<SearchDocument>();
        catalogue.texts(procedure -> {
            gone.remove(procedure.code().value());
            note(procedure, some);
            if (some.size() == TOGETHER) {
                index.change(some, List.of());
                some.clear();
            }
        });
        index.change(some, gone);
        editions.keySet().removeAll(gone);
    }

    private void some(List<String> codes) {
        var put = new ArrayList<SearchDocument>();
        var gone = new ArrayList<String>();
        for (String code : codes) {
            catalogue.find(new ProcedureCode(code)).ifPresentOrElse(procedure -> note(procedure, put), () -> {
                gone.add(code);
                editions.remove(code);
            });
        }
        index.change(put, gone);
    }

    private void note(Procedure procedure, List<SearchDocument> documents) {
        documents.add(Documents.of(procedure));
        editions.put(procedure.code().value(), procedure.version());
    }

    @Override
    public void destroy() throws Exception {
        index.close();
    }
}
