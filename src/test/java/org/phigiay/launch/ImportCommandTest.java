package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ImportCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_word_after_import_chooses_who_reads_the_files() throws Exception {
        Path file = Files.writeString(folder.resolve("tên có dấu cách.json"), "[]");

        assertThat(run("words", file.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("read " + file + "\n");
    }

    @Test
    void an_unknown_kind_or_a_file_that_is_not_there_is_named() {
        assertThat(run("nothing", "x")).isEqualTo(2);
        assertThat(run("words")).isEqualTo(2);
        assertThat(run("words", folder + "/none.json")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("one of: words", folder + "/none.json");
    }

    private int run(String... words) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("words", new ImportKind() {
            @Override
            public String name() {
                return "words";
            }

            @Override
            public int run(Path file, PrintStream out) {
                out.println("read " + file);
                return 0;
            }
        });
        return new ImportCommand(beans.getBeanProvider(ImportKind.class))
                .run(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
