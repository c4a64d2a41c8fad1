package org.phigiay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest {
    @TempDir
    Path dir;

    @Test
    void what_was_put_comes_back_under_its_hash() throws IOException {
        DiskBlobStore store = new DiskBlobStore(dir);
        BlobStore.Blob blob = store.put(abc(), 10);
        assertThat(blob.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(blob.size()).isEqualTo(3);
        assertThat(store.exists(blob.sha256())).isTrue();
        try (InputStream in = store.open(blob.sha256())) {
            assertThat(in.readAllBytes()).asString().isEqualTo("abc");
        }
    }

    @Test
    void the_same_bytes_are_kept_once() throws IOException {
        DiskBlobStore store = new DiskBlobStore(dir);
        store.put(abc(), 10);
        new DiskBlobStore(dir).put(abc(), 10);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_stream_that_breaks_or_is_too_long_leaves_nothing() {
        DiskBlobStore store = new DiskBlobStore(dir);
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is gone");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> store.put(breaking, 1_000_000)).hasMessage("The line is gone");
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOf(BlobStore.TooLarge.class);
        assertThat(kept()).isZero();
    }

    @Test
    void nothing_but_a_hash_is_looked_up() {
        DiskBlobStore store = new DiskBlobStore(dir);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open("0".repeat(64))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_full_disk_is_said_and_leaves_nothing() throws Exception {
        Path small = Files.createDirectory(dir.resolve("small"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), () -> {
            System.err.println("SKIPPED: a small disk cannot be mounted here");
            return "no small disk";
        });
        try {
            DiskBlobStore store = new DiskBlobStore(small);
            byte[] large = new byte[2_000_000];
            new Random(1).nextBytes(large);
            assertThatThrownBy(() -> store.put(new ByteArrayInputStream(large), 10_000_000))
                    .isInstanceOf(StorageFull.class);
            assertThat(kept()).isZero();
            assertThat(store.put(abc(), 10).size()).isEqualTo(3);
        } finally {
            run("umount", small.toString());
        }
    }

    private static InputStream abc() {
        return new ByteArrayInputStream(new byte[] {'a', 'b', 'c'});
    }

    private long kept() {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
