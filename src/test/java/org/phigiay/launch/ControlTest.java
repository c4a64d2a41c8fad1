package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    @TempDir
    Path data;

    private final ControlCommand greet = new ControlCommand() {
        @Override
        public String name() {
            return "greet";
        }

        @Override
        public int run(List<String> args, PrintStream out) {
            if (args.isEmpty()) {
                throw new IllegalStateException("nobody to greet");
            }
            out.println("Chào " + String.join(" ", args));
            return 7;
        }
    };

    @Test
    void the_running_program_answers_the_launcher() throws IOException {
        try (var _ = ControlSocket.open(data, "http://localhost:1", List.of(greet))) {
            assertThat(call("greet", "Mai", "và Hùng")).isEqualTo("7 Chào Mai và Hùng\n");
            assertThat(call("greet")).isEqualTo("1 The command failed: nobody to greet\n");
            assertThat(call("dance")).startsWith("2 Unknown command: dance. Known: greet");
        }
    }

    @Test
    void nobody_but_the_own_account_can_read_the_secret() throws IOException {
        try (var _ = ControlSocket.open(data, "http://localhost:1", List.of(greet))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlFile.path(data))))
                    .isEqualTo("rw-------");
        }
        assertThat(ControlFile.path(data)).doesNotExist();
    }

    @Test
    void a_caller_without_the_secret_hears_nothing() throws IOException {
        try (var _ = ControlSocket.open(data, "http://localhost:1", List.of(greet));
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        ControlFile.read(data).orElseThrow().port())) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(5);
            out.write("wrong".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(new DataInputStream(socket.getInputStream()).read()).isEqualTo(-1);
        }
    }

    @Test
    void without_a_running_program_the_launcher_says_so() throws IOException {
        assertThat(call("greet", "Mai")).isEqualTo("3 ");
        new ControlFile(1, "left by a killed program", "http://localhost:1").write(data);
        assertThat(call("greet", "Mai")).isEqualTo("3 ");
    }

    private String call(String... words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int status = Control.call(data, List.of(words), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return status + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
