package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {

    private record Ended(int status, String output) {}

    @Test
    void help_names_every_command() throws Exception {
        assertThat(phigiay("C.UTF-8", "help"))
                .isEqualTo(phigiay("C.UTF-8", "--port", "1", "help"))
                .matches(ended -> ended.status() == 0)
                .extracting(Ended::output)
                .asString()
                .contains("up ", "check ", "bench ", "token ", "import ", "replay ", "help ");
    }

    @Test
    void a_word_it_does_not_know_is_named_with_the_way_on() throws Exception {
        assertThat(phigiay("C.UTF-8", "up", "--fast"))
                .isEqualTo(new Ended(2, "There is no option --fast. See: ./phigiay help\n"));
        assertThat(phigiay("vi_VN.UTF-8", "up", "--fast"))
                .isEqualTo(new Ended(2, "Không có tùy chọn --fast. Xem: ./phigiay help\n"));
        assertThat(phigiay("C.UTF-8", "up", "--port", "http"))
                .isEqualTo(new Ended(2, "The port must be a number: http\n"));
        assertThat(phigiay("C.UTF-8", "up", "--data")).isEqualTo(new Ended(2, "--data needs a value.\n"));
        assertThat(phigiay("C.UTF-8", "token").status()).isEqualTo(2);
    }

    @Test
    void an_import_without_a_file_says_what_it_needs() throws Exception {
        assertThat(phigiay("C.UTF-8", "import"))
                .isEqualTo(phigiay("C.UTF-8", "import", "units"))
                .isEqualTo(new Ended(2, "Import what, from which file? For example: ./phigiay import units FOLDER\n"));
    }

    private static Ended phigiay(String language, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./phigiay"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", language);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
