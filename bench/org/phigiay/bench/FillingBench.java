package org.phigiay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Many people filling in a form at once: `-Dpeople=` (1,000) visitors, each with a draft of their own, answer every
/// question of `-Dform=` (1.004873) with `-Dthink=` seconds (9) between two pages. In the middle the program is killed
/// without warning and started again (`-Dkill=false` leaves that out). At the end everybody's check page must show every
/// answer that was ever acknowledged. The time of a save counts from sending the page to its answer.
final class FillingBench {
    private static final int PEOPLE = Integer.getInteger("people", 1000);
    private static final double THINK = Double.parseDouble(System.getProperty("think", "9"));
    /// Within how many seconds all have come.
    static final int ARRIVE = Integer.getInteger("arrive", 60);
    private static final boolean KILL = Boolean.parseBoolean(System.getProperty("kill", "true"));
    private static final int PORT = Integer.getInteger("port", 18081);
    private static final String FORM = System.getProperty("form", "1.004873");
    /// People come from several addresses; one address may begin a few dozen drafts an hour.
    private static final int PEOPLE_OF_AN_ADDRESS = 40;

    private FillingBench() {}

    /// One save: when it was sent, how long it took.
    record Save(long at, double millis) {}

    static final class Counts {
        final Queue<Save> saves = new ConcurrentLinkedQueue<>();
        final Queue<String> errors = new ConcurrentLinkedQueue<>();
        final Queue<String> lost = new ConcurrentLinkedQueue<>();
        final AtomicInteger retried = new AtomicInteger();
        final AtomicInteger acknowledged = new AtomicInteger();
    }

    static void run() throws Exception {
        Path data = Program.home().resolve("target/bench-data/filling");
        Program.delete(data);
        start(data);
        try {
            String root = "http://127.0.0.1:" + PORT;
            String example = get(root + "/api/v1/procedures/" + FORM + "/form");
            // The first start makes the start-up cache beside its work.
            Thread.sleep(40_000);
            warm(root, example);
            Counts counts = new Counts();
            CountDownLatch half = new CountDownLatch(PEOPLE / 4);
            int pages = Person.pages(example);
            long began = System.nanoTime();
            long killedAt = 0;
            double down = 0;
            List<HttpClient> clients = clients();
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                CountDownLatch done = new CountDownLatch(PEOPLE);
                for (int i = 0; i < PEOPLE; i++) {
                    Person person = new Person(i, root, FORM, clients.get(i / PEOPLE_OF_AN_ADDRESS), example, THINK, counts, half, pages);
                    pool.submit(() -> {
                        try {
                            person.fill();
                        } catch (Exception e) {
                            counts.errors.add(e.toString());
                        } finally {
                            done.countDown();
                        }
                    });
                }
                if (KILL) {
                    half.await();
                    killedAt = System.nanoTime();
                    kill(data);
                    start(data);
                    down = (System.nanoTime() - killedAt) / 1e9;
                }
                done.await();
            }
            clients.forEach(HttpClient::close);
            report(counts, began, killedAt, down);
        } finally {
            kill(data);
        }
    }

    private static void report(Counts counts, long began, long killedAt, double down) {
        double whole = (System.nanoTime() - began) / 1e9;
        long back = killedAt + (long) (down * 1e9);
        // Beside the outage: what was sent while nothing answered, and the first seconds of a program that just started.
        List<Save> calm = counts.saves.stream()
                .filter(save -> killedAt == 0 || save.at() + save.millis() * 1e6 < killedAt || save.at() > back + 15e9)
                .toList();
        double[] millis = calm.stream().mapToDouble(Save::millis).sorted().toArray();
        System.out.printf("%s%n%d people, %d saves in %.0f s (%.0f a second), %d acknowledged answers%n", Program.machine(), PEOPLE,
                counts.saves.size(), whole, counts.saves.size() / whole, counts.acknowledged.get());
        System.out.printf("save of a page: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n", at(millis, 50), at(millis, 90),
                at(millis, 99), at(millis, 100));
        System.out.printf("killed and started again: %s, %.1f s without an answer, %d pages sent again by people%n",
                killedAt != 0 ? "yes" : "no", down, counts.retried.get());
        System.out.printf("errors %d, answers lost %d%n", counts.errors.size(), counts.lost.size());
        counts.errors.stream().limit(10).forEach(error -> System.out.println("  error: " + error));
        counts.lost.stream().limit(10).forEach(lost -> System.out.println("  lost: " + lost));
        System.out.printf("{\"bench\":\"filling\",\"people\":%d,\"perSecond\":%.1f,\"p50\":%.2f,\"p99\":%.2f,\"killed\":%b,\"down\":%.1f,\"retried\":%d,\"errors\":%d,\"lost\":%d}%n",
                PEOPLE, counts.saves.size() / whole, at(millis, 50), at(millis, 99), killedAt != 0, down, counts.retried.get(),
                counts.errors.size(), counts.lost.size());
        if (!counts.errors.isEmpty() || !counts.lost.isEmpty()) {
            System.exit(1);
        }
    }

    private static double at(double[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private static List<HttpClient> clients() {
        List<HttpClient> clients = new ArrayList<>();
        for (int i = 0; i <= PEOPLE / PEOPLE_OF_AN_ADDRESS; i++) {
            clients.add(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(address(i))
                    .connectTimeout(Duration.ofSeconds(5))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build());
        }
        return clients;
    }

    private static java.net.InetAddress address(int number) {
        try {
            return java.net.InetAddress.getByAddress(new byte[] {127, (byte) (number + 1), 1, 1});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Twenty people without a pause, so that the figures are those of a program that has worked for a while.
    private static void warm(String root, String example) throws Exception {
        Counts unused = new Counts();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(address(200))
                        .build();
                var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                Person person = new Person(100_000 + i, root, FORM, client, example, 0, unused, new CountDownLatch(1), 1);
                pool.submit(() -> {
                    person.fill();
                    return null;
                });
            }
            pool.shutdown();
            pool.awaitTermination(2, TimeUnit.MINUTES);
        }
        if (!unused.errors.isEmpty()) {
            throw new IllegalStateException("The warm-up failed: " + unused.errors.peek());
        }
    }

    private static void start(Path data) throws Exception {
        Process process = new ProcessBuilder("./phigiay", "up", "--port", String.valueOf(PORT), "--data", data.toString())
                .directory(Program.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Program.home().resolve("target/bench-filling.log").toFile()))
                .start();
        long start = System.nanoTime();
        while (true) {
            try {
                get("http://127.0.0.1:" + PORT + "/");
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(180)) {
                    throw new IllegalStateException("It did not start; see target/bench-filling.log", e);
                }
                Thread.sleep(50);
            }
        }
    }

    /// As a power cut would: program and PostgreSQL end without farewell. They are known by their data folder.
    private static void kill(Path data) throws Exception {
        for (String what : new String[] {"phigiay.jar", "postgres"}) {
            for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
                String line = commandLine(process.pid());
                if (line.contains(what) && line.contains(data.toString())) {
                    process.destroyForcibly();
                    process.onExit().get(20, TimeUnit.SECONDS);
                }
            }
        }
    }

    private static String commandLine(long pid) {
        try {
            return java.nio.file.Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    static String get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answers " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
