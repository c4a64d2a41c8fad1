package org.phigiay.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.imports.Batch.BatchId;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Nhập thủ tục: a file of national texts is read in, compared with what is in force, shown, and published by a second
/// person. Reading changes nothing in the catalogue; publishing changes all of it at once or nothing.
@Component
public class Imports {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int TOGETHER = 200;

    private final ImportStore store;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final Access access;
    private final Journal journal;
    private final JsonMapper json;

    Imports(
            ImportStore store,
            Catalogue catalogue,
            Transactions transactions,
            Access access,
            Journal journal,
            JsonMapper json) {
        this.store = store;
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.access = access;
        this.journal = journal;
        this.json = json;
    }

    /// Reads a file in. The same file, while it waits to be published, is not read a second time.
    ///
    /// @param fileName as the person knows it
    /// @throws org.phigiay.shared.Invalid on field `file` when it cannot be read as a whole; nothing of it is kept
    public Batch prepare(Actor actor, String fileName, InputStream file) {
        require(actor, Right.CATALOGUE_PREPARE);
        try {
            BatchId id = read(actor, fileName, file);
            return store.find(id).orElseThrow();
        } catch (FileRefused e) {
            throw e.invalid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts everything new and changed in force from today on.
    ///
    /// @return how many procedures have a new version
    /// @throws NotFound when there is no such import
    /// @throws Forbidden when it is the person who read it in
    /// @throws Conflict when it is published or discarded already, or a procedure has changed since then
    public int publish(Actor actor, BatchId id) {
        require(actor, Right.CATALOGUE_PUBLISH);
        return transactions.write(actor, () -> {
            Batch batch = find(id);
            if (actor.via() != Actor.Via.SYSTEM && batch.preparedBy().equals(actor.person())) {
                throw new Forbidden("imports.second-person");
            }
            int published = 0;
            for (int after = 0; ; ) {
                List<ImportRow> rows = store.lines(id, null, null, after, TOGETHER, true);
                if (rows.isEmpty()) {
                    break;
                }
                published += publish(actor, rows);
                after = rows.getLast().line();
            }
            if (!store.publish(id, actor.person())) {
                throw new Conflict("imports.closed");
            }
            journal.append(Draft.of("imports.published", id.value(), null, actor)
                    .with("file", batch.sha256())
                    .with("new", batch.added())
                    .with("changed", batch.changed()));
            return published;
        });
    }

    /// Lays an import aside; the catalogue stays as it is.
    ///
    /// @throws Conflict when it is published already
    public void discard(Actor actor, BatchId id) {
        require(actor, Right.CATALOGUE_PREPARE);
        boolean _ = transactions.write(actor, () -> {
            find(id);
            if (!store.discard(id)) {
                throw new Conflict("imports.closed");
            }
            journal.append(Draft.of("imports.discarded", id.value(), null, actor));
            return true;
        });
    }

    /// One import.
    ///
    /// @throws NotFound when there is none
    public Batch find(Actor actor, BatchId id) {
        require(actor, Right.CATALOGUE_PREPARE);
        return find(id);
    }

    /// The latest imports, the newest first.
    public List<Batch> latest(Actor actor) {
        require(actor, Right.CATALOGUE_PREPARE);
        return store.latest(50);
    }

    /// Lines of an import, in the order of the file, without their texts.
    ///
    /// @param outcome null for all
    /// @param kind null for all
    /// @param after number of the line after which to go on, 0 for the first
    public List<ImportRow> lines(
            Actor actor, BatchId id, @Nullable RowOutcome outcome, @Nullable FindingKind kind, int after, int most) {
        find(actor, id);
        return store.lines(id, outcome, kind, after, most, false);
    }

    /// One line with its text, while it has one.
    ///
    /// @throws NotFound when there is none
    public ImportRow line(Actor actor, BatchId id, int number) {
        find(actor, id);
        return store.line(id, number).orElseThrow(NotFound::new);
    }

    /// How many lines have each finding, the most frequent first.
    public Map<FindingKind, Integer> kinds(Actor actor, BatchId id) {
        find(actor, id);
        return store.kinds(id);
    }

    private Batch find(BatchId id) {
        return store.find(id)
                .filter(batch -> batch.state() != Batch.State.READING)
                .orElseThrow(NotFound::new);
    }

    private int publish(Actor actor, List<ImportRow> rows) {
        List<ImportRow> open = rows.stream().filter(row -> row.text() != null).toList();
        Map<ProcedureCode, ProcedureVersion> newest = catalogue.newest(
                open.stream().map(row -> new ProcedureCode(row.code())).toList());
        LocalDate day = journal.now().atZone(ZONE).toLocalDate();
        var versions = new ArrayList<ProcedureVersion>();
        for (ImportRow row : open) {
            ProcedureVersion now = newest.get(new ProcedureCode(row.code()));
            int base = now == null ? 0 : now.version();
            if (base != row.base()) {
                throw new Conflict("imports.changed-meanwhile", row.code());
            }
            versions.add(Objects.requireNonNull(row.text()).as(base + 1, day));
        }
        return catalogue.publish(actor, versions);
    }

    private BatchId read(Actor actor, String fileName, InputStream file) throws IOException, FileRefused {
        BatchId id = transactions.write(actor, () -> store.begin(name(fileName), actor.person()));
        boolean done = false;
        try {
            var digest = new DigestInputStream(file, sha256());
            var reading = new Reading(actor, id);
            NationalFile.read(digest, reading::take);
            reading.end();
            String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            BatchId same = transactions.read(actor, () -> store.waiting(hash)).orElse(null);
            if (same != null) {
                return same;
            }
            boolean _ = transactions.write(actor, () -> {
                store.prepared(id, hash);
                journal.append(
                        Draft.of("imports.prepared", id.value(), null, actor).with("file", hash));
                return true;
            });
            done = true;
            return id;
        } catch (EOFException e) {
            throw new FileRefused("imports.file.cut-off");
        } finally {
            if (!done) {
                boolean _ = transactions.write(actor, () -> {
                    store.remove(id);
                    return true;
                });
            }
        }
    }

    /// A file being read: rows are compared and kept by the hundred, so that a large file needs no more memory than a
    /// small one.
    private final class Reading {

        private final Actor actor;
        private final BatchId batch;
        private final LocalDate day = LocalDate.now(ZONE);
        private final List<ImportRow> waiting = new ArrayList<>();
        private final Map<String, Integer> lineOfCode = new HashMap<>();
        private final Map<String, Repeat> lineOfText = new HashMap<>();
        private NationalFile.@Nullable Line last;

        /// @param told whether the first line with this text knows that it is repeated
        private record Repeat(int line, String code, boolean told) {}

        Reading(Actor actor, BatchId batch) {
            this.actor = actor;
            this.batch = batch;
        }

        void take(NationalFile.Line line) {
            last = line;
            String text = line.text();
            RowReader.Read read = text == null
                    ? new RowReader.Read("", "", null, List.of(Finding.of(Objects.requireNonNull(line.why()))))
                    : RowReader.read(json, text, day);
            waiting.add(row(line.number(), read));
            if (waiting.size() >= TOGETHER) {
                flush();
            }
        }

        /// @throws FileRefused when the file ends in the middle of a row, or had none
        void end() throws FileRefused {
            flush();
            NationalFile.Line end = last;
            if (end == null) {
                throw new FileRefused("imports.file.empty");
            }
            boolean broken = store.line(batch, end.number())
                    .filter(row -> row.findings().stream().anyMatch(each -> each.kind() == FindingKind.BROKEN_JSON))
                    .isPresent();
            if (end.lastWithoutEnd() && broken) {
                throw new FileRefused("imports.file.cut-off-at", end.number());
            }
        }

        private ImportRow row(int line, RowReader.Read read) {
            ProcedureVersion text = read.text();
            if (text == null) {
                return new ImportRow(line, read.code(), read.title(), RowOutcome.REFUSED, read.findings(), 0, null);
            }
            Integer earlier = lineOfCode.putIfAbsent(read.code(), line);
            if (earlier != null) {
                Finding twice = new Finding(FindingKind.DUPLICATE, String.valueOf(earlier));
                return new ImportRow(line, read.code(), read.title(), RowOutcome.REFUSED, List.of(twice), 0, null);
            }
            return new ImportRow(
                    line,
                    read.code(),
                    read.title(),
                    RowOutcome.NEW,
                    repeats(line, read.code(), text, read.findings()),
                    0,
                    text);
        }

        /// Names rows that say the same under another code: the crawler's copies of one page look like that.
        private List<Finding> repeats(int line, String code, ProcedureVersion text, List<Finding> findings) {
            String said = hash(text);
            Repeat first = lineOfText.get(said);
            if (first == null) {
                lineOfText.put(said, new Repeat(line, code, false));
                return findings;
            }
            if (!first.told) {
                lineOfText.put(said, new Repeat(first.line, first.code, true));
                tell(first.line, new Finding(FindingKind.REPEATED_TEXT, code));
            }
            var all = new ArrayList<>(findings);
            all.add(new Finding(FindingKind.REPEATED_TEXT, first.code));
            return all;
        }

        private void tell(int line, Finding finding) {
            for (int i = 0; i < waiting.size(); i++) {
                ImportRow row = waiting.get(i);
                if (row.line() == line) {
                    var all = new ArrayList<>(row.findings());
                    all.add(finding);
                    waiting.set(
                            i,
                            new ImportRow(line, row.code(), row.title(), row.outcome(), all, row.base(), row.text()));
                    return;
                }
            }
            boolean _ = transactions.write(actor, () -> {
                store.add(batch, line, finding);
                return true;
            });
        }

        private void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            boolean _ = transactions.write(actor, () -> {
                store.insert(batch, Comparison.with(catalogue, waiting));
                return true;
            });
            waiting.clear();
        }
    }

    private static String hash(ProcedureVersion text) {
        String said = text.title().vi() + "\n" + text.steps() + "\n" + text.cases() + "\n" + text.channels();
        return HexFormat.of().formatHex(sha256().digest(said.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String name(String fileName) {
        String plain = fileName.replaceAll("\\p{Cntrl}", " ").strip();
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.length() > 200 ? last.substring(0, 200) : last;
    }

    private void require(Actor actor, Right right) {
        if (actor.via() != Actor.Via.SYSTEM) {
            access.require(actor, right, Target.general());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
