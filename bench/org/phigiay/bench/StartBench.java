package org.phigiay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Start-up as a user sees it: `./phigiay up` on fresh data, then again: seconds from the command to the first page that
/// answers 200, and the memory (proportional set size) of program and PostgreSQL together when idle.
final class StartBench {
    private static final int TIMES = Integer.getInteger("times", 5);
    private static final int PORT = Integer.getInteger("port", 18080);

    private StartBench() {}

    static void run() throws Exception {
        Path data = Program.home().resolve("target/bench-data/start");
        Program.delete(data);
        double first = once(data, true).seconds;
        List<Double> later = new ArrayList<>();
        double memory = 0;
        for (int i = 0; i < TIMES; i++) {
            Started started = once(data, false);
            later.add(started.seconds);
            memory = started.megabytes;
        }
        later.sort(Double::compare);
        System.out.printf("%s%nfirst start on fresh data %.1f s; later starts %s s, median %.1f s; idle %.0f MB (program and PostgreSQL)%n",
                Program.machine(), first, later, later.get(TIMES / 2), memory);
        System.out.printf("{\"bench\":\"start\",\"first\":%.2f,\"later\":%.2f,\"idleMegabytes\":%.0f}%n", first, later.get(TIMES / 2), memory);
    }

    private record Started(double seconds, double megabytes) {}

    private static Started once(Path data, boolean fresh) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder("./phigiay", "up", "--port", String.valueOf(PORT), "--data", data.toString())
                .directory(Program.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Program.home().resolve("target/bench-start.log").toFile())
                .start();
        try {
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(180)) {
                    throw new IllegalStateException("It did not start; see target/bench-start.log");
                }
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            // After the first start the start-up cache is made in the background.
            Thread.sleep(fresh ? 60_000 : 20_000);
            return new Started(seconds, memory(process, data));
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private static boolean answers() {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/")).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// PSS of the process and all its descendants, and of the postmaster named in the data folder with its children.
    private static double memory(Process process, Path data) throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().trim());
        return Stream.of(process.toHandle(), ProcessHandle.of(postmaster).orElseThrow())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .mapToDouble(handle -> pss(handle.pid())).sum();
    }

    private static double pss(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
