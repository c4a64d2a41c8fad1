package org.phigiay.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// Keeps files and gives them back. An id is a private handle: the caller shows it to those who may see the file, and
/// asks whether they may before opening it.
@Component
public class Files {
    private final BlobStore blobs;
    private final FileStore store;
    private final Transactions transactions;
    private final long largest;

    /// @param largest most bytes of a file handed in
    @Autowired
    Files(
            BlobStore blobs,
            FileStore store,
            Transactions transactions,
            @Value("${phigiay.largest-file:10MB}") DataSize largest) {
        this.blobs = blobs;
        this.store = store;
        this.transactions = transactions;
        this.largest = largest.toBytes();
    }

    /// A file that passed the gate and lies in the blob store, but belongs to nobody yet.
    public record Taken(String sha256, String name, String mediaType, long size) {}

    /// Takes a file from a person: [#take] and [#record] in one, in a transaction of its own. Not inside a transaction:
    /// it writes to the disk.
    ///
    /// @throws Invalid on field `file` when it is empty, too large, not PDF, JPEG or PNG, damaged, locked or active
    /// @throws StorageFull when there is no room
    public StoredFile keep(PersonId owner, String name, InputStream in) {
        Taken taken = take(name, in);
        return transactions.reserve(Actor.citizen(owner, ""), () -> record(owner, taken));
    }

    /// Checks a file and keeps its bytes. The sender's word on its type is not asked for.
    ///
    /// @param name as the sender calls it; corrected where it does not fit
    public Taken take(String name, InputStream in) {
        try {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largest + 1));
            if (bytes.length > largest) {
                throw Invalid.of("file", "files.too-large", largest / (1024 * 1024));
            }
            Intake.Accepted accepted = Intake.accept(name, bytes);
            return put(accepted.name(), accepted.type().value, accepted.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The file did not arrive whole", e);
        }
    }

    /// Gives a taken file its owner and its id, in the transaction under way.
    public StoredFile record(PersonId owner, Taken taken) {
        StoredFile file =
                new StoredFile(FileId.next(), taken.sha256(), taken.name(), taken.mediaType(), taken.size(), owner);
        store.insert(file);
        return file;
    }

    /// Binds several stored files of a person into one PDF that is theirs too. Not inside a transaction.
    ///
    /// @param name the new file's name comes from it, with `.pdf` at its end
    /// @throws Invalid on field `file` when a part cannot be bound, or the whole is too large
    /// @throws NotFound when one of them is not this person's
    public StoredFile bind(PersonId owner, String name, List<FileId> parts) {
        List<PageBinder.Part> pages = parts.stream()
                .map(id -> find(id).filter(file -> file.owner().equals(owner)).orElseThrow(NotFound::new))
                .map(file -> PageBinder.Part.of(read(file.id())))
                .toList();
        byte[] bound = PageBinder.bind(pages);
        return keep(owner, name.replaceFirst("\\.[A-Za-z]{3,4}$", "") + ".pdf", new ByteArrayInputStream(bound));
    }

    /// Keeps a PDF that the program issued.
    public StoredFile keepGenerated(String name, byte[] pdf) {
        return keepGenerated(name, MediaType.PDF.value, pdf);
    }

    /// Keeps what the program made itself; it is not checked again.
    public StoredFile keepGenerated(String name, String mediaType, byte[] bytes) {
        try {
            Taken taken = put(name, mediaType, bytes);
            return transactions.reserve(Actor.SYSTEM, () -> record(PersonId.SYSTEM, taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken put(String name, String mediaType, byte[] bytes) throws IOException {
        BlobStore.Blob blob = blobs.put(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        return new Taken(blob.sha256(), name, mediaType, blob.size());
    }

    public Optional<StoredFile> find(FileId id) {
        return store.find(id);
    }

    /// The stored bytes; the caller closes the stream.
    ///
    /// @throws NotFound when there is no such file
    public InputStream open(FileId id) {
        return open(find(id).orElseThrow(NotFound::new));
    }

    public InputStream open(StoredFile file) {
        try {
            return blobs.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of a file are missing from the store", e);
        }
    }

    /// The stored bytes at once, for what is as small as an issued document.
    public byte[] read(FileId id) {
        try (InputStream in = open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
