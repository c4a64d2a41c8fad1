package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedServerTest {

    private static final Path PROGRAM = Path.of("target/postgres");

    /// One folder for all: making a cluster takes longer than all that is tried with it.
    @TempDir
    static Path data;

    @Test
    void what_was_committed_is_there_after_a_restart_on_the_same_port() throws SQLException {
        DatabaseAccess first;
        try (var server = EmbeddedServer.start(data, PROGRAM)) {
            first = server.access();
            keep(first, "Mai");
        }
        try (var server = EmbeddedServer.start(data, PROGRAM)) {
            assertThat(server.access()).isEqualTo(first);
            assertThat(kept(server.access())).contains("Mai");
        }
    }

    @Test
    void passwords_are_private_and_nothing_runs_after_closing() throws Exception {
        ProcessHandle process;
        try (var server = EmbeddedServer.start(data, PROGRAM)) {
            process = server.process().orElseThrow();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("postgres.properties"))))
                    .isEqualTo("rw-------");
            assertThat(data.resolve("run/password")).doesNotExist();
        }
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_second_program_is_told_that_the_folder_is_in_use() {
        try (var _ = EmbeddedServer.start(data, PROGRAM)) {
            assertThatThrownBy(() -> EmbeddedServer.start(data, PROGRAM))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("already running");
        }
    }

    /// The whole program is killed: its server stays, and the next start takes it over.
    @Test
    void a_server_left_by_a_killed_program_is_taken_over() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Abandoned.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = program.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("committed");
        }
        program.destroyForcibly().waitFor();
        long left = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(left)).get().matches(ProcessHandle::isAlive);
        try (var server = EmbeddedServer.start(data, PROGRAM)) {
            assertThat(server.process()).get().extracting(ProcessHandle::pid).isNotEqualTo(left);
            assertThat(kept(server.access())).contains("Hoa");
        }
    }

    @Test
    void a_number_given_to_another_process_since_is_not_taken_for_the_server() throws Exception {
        try (var server = EmbeddedServer.start(data, PROGRAM)) {
            keep(server.access(), "Hùng");
        }
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postgres/postmaster.pid"), other.pid() + "\n");
            try (var server = EmbeddedServer.start(data, PROGRAM)) {
                assertThat(kept(server.access())).contains("Hùng");
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_server_that_is_killed_under_the_program_comes_back_by_itself() throws Exception {
        try (var server = EmbeddedServer.start(data, PROGRAM);
                var pool = server.access().appPool(4)) {
            var jdbc = JdbcClient.create(pool);
            assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
            ProcessHandle killed = server.process().orElseThrow();
            assertThat(killed.destroyForcibly()).isTrue();
            killed.onExit().get(5, TimeUnit.SECONDS);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (true) {
                try {
                    assertThat(jdbc.sql("select 1").query(Integer.class).single())
                            .isEqualTo(1);
                    return;
                } catch (RuntimeException away) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    Thread.sleep(100);
                }
            }
        }
    }

    @Test
    void a_port_taken_by_somebody_else_is_exchanged_for_a_free_one() throws Exception {
        int port;
        try (var _ = EmbeddedServer.start(data, PROGRAM)) {
            port = Cluster.in(data).port();
        }
        try (var _ = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
                var server = EmbeddedServer.start(data, PROGRAM)) {
            assertThat(server.access().url()).doesNotContain(":" + port + "/");
            assertThat(Cluster.in(data).port()).isNotEqualTo(port);
        }
    }

    @Test
    void two_copies_that_start_at_once_migrate_once() throws Exception {
        try (var server = EmbeddedServer.start(data, PROGRAM);
                var one = server.access().ownerPool();
                var two = server.access().ownerPool()) {
            String app = server.access().app().user();
            var first = CompletableFuture.supplyAsync(() -> new Migrations(one, app).run());
            var second = CompletableFuture.supplyAsync(() -> new Migrations(two, app).run());
            assertThat(first.get()).isNotEqualTo(second.get());
            byte[] secret = new Secrets(one).get("shared-by-copies");
            assertThat(new Secrets(two).get("shared-by-copies")).isEqualTo(secret);
        }
    }

    /// A program that never ends well.
    static final class Abandoned {
        public static void main(String[] args) throws Exception {
            var server = EmbeddedServer.start(Path.of(args[0]), PROGRAM);
            keep(server.access(), "Hoa");
            System.out.println("committed");
            System.out.flush();
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private static void keep(DatabaseAccess access, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (name text)");
            statement.execute("insert into kept values ('" + name + "')");
        }
    }

    private static List<String> kept(DatabaseAccess access) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from kept")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
