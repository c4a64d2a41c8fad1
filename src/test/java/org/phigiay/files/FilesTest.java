package org.phigiay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phigiay.files.web.Downloads;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.TestDatabase;
import org.phigiay.shared.Transactions;
import org.phigiay.signing.PdfRenderer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

class FilesTest {
    private static final byte[] PDF = new PdfRenderer()
            .render("<html lang=\"vi\"><head><title>Đơn</title></head><body><p>Đơn xin</p></body></html>");
    private final PersonId mai = PersonId.next();

    @TempDir
    Path dir;

    private Files files() {
        TestDatabase database = TestDatabase.shared();
        var spring = new AnnotationConfigApplicationContext();
        spring.registerBean(JdbcClient.class, database::jdbc);
        spring.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.app()));
        spring.register(Transactions.class);
        spring.refresh();
        return new Files(
                new DiskBlobStore(dir),
                new FileStore(database.jdbc()),
                spring.getBean(Transactions.class),
                DataSize.ofMegabytes(1));
    }

    @Test
    void a_kept_file_is_found_by_its_handle_and_is_whole() throws Exception {
        Files files = files();
        StoredFile kept = files.keep(mai, "Đơn xin.pdf", new ByteArrayInputStream(PDF));
        assertThat(files.find(kept.id())).contains(kept);
        assertThat(files.read(kept.id())).isEqualTo(PDF);
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.owner()).isEqualTo(mai);
    }

    @Test
    void two_who_hand_in_the_same_paper_hold_two_handles_that_tell_nothing() {
        Files files = files();
        StoredFile first = files.keep(mai, "a.pdf", new ByteArrayInputStream(PDF));
        StoredFile second = files.keep(PersonId.next(), "b.pdf", new ByteArrayInputStream(PDF));
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(first.id().value().version()).isEqualTo(4);
    }

    @Test
    void a_file_over_the_limit_is_refused_without_being_read_to_its_end() {
        Files files = files();
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[5_000_000]);
        assertThatThrownBy(() -> files.keep(mai, "a.pdf", endless))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.errors().getFirst().message()).isEqualTo("files.too-large"));
        assertThat(endless.available()).isGreaterThan(3_000_000);
    }

    @Test
    void a_handle_nobody_gave_out_is_not_found() {
        assertThatThrownBy(() -> files().open(FileId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_browser_is_told_to_save_and_never_to_guess() {
        Files files = files();
        Downloads downloads = new Downloads(files);
        StoredFile handedIn = files.keep(mai, "Đơn \"xin\".pdf", new ByteArrayInputStream(PDF));
        HttpHeaders headers = downloads.inline(handedIn).getHeaders();
        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%C4%90%C6%A1n");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox;");
        StoredFile issued = files.keepGenerated("ket-qua.pdf", PDF);
        assertThat(downloads.inline(issued).getHeaders().getFirst("Content-Disposition"))
                .startsWith("inline;");
        assertThat(downloads.attachment(issued).getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;");
        assertThat(new String(files.read(issued.id()), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
