package org.phigiay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Portal pages over HTTP at a steady rate: the running program at `-Daddress=` (http://localhost:8080 unless told),
/// compressed, each request sent at its planned moment, its time counted from that moment (no omission of slow ones).
final class PagesBench {
    private static final String ADDRESS = System.getProperty("address", "http://localhost:8080");
    private static final int RATE = Integer.getInteger("rate", 1000);
    private static final int SECONDS = Integer.getInteger("seconds", 20);

    private PagesBench() {}

    static void run() throws Exception {
        List<String> pages = List.of("/", "/thu-tuc/1.004873");
        StringBuilder json = new StringBuilder("{\"bench\":\"pages\",\"rate\":" + RATE);
        System.out.printf("%-22s %8s %8s %8s %8s %9s %7s%n", "page", "p50 ms", "p90 ms", "p99 ms", "max ms", "bytes gz", "failed");
        for (String page : pages) {
            Figures warm = load(page, RATE, 8);
            Figures figures = load(page, RATE, SECONDS);
            System.out.printf("%-22s %8.2f %8.2f %8.2f %8.2f %9d %7d%n", page, figures.at(50), figures.at(90), figures.at(99),
                    figures.at(100), figures.bytes, figures.failed);
            json.append(",\"").append(page).append("\":{\"p50\":").append(round(figures.at(50))).append(",\"p99\":")
                    .append(round(figures.at(99))).append(",\"bytes\":").append(figures.bytes).append(",\"failed\":")
                    .append(figures.failed).append(",\"warmFailed\":").append(warm.failed).append('}');
        }
        System.out.println(json.append('}'));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private record Figures(double[] sorted, int bytes, int failed) {
        double at(int percent) {
            return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
        }
    }

    private static Figures load(String page, int rate, int seconds) throws IOException, InterruptedException {
        int requests = rate * seconds;
        double[] millis = new double[requests];
        AtomicInteger failed = new AtomicInteger();
        HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + page))
                .header("Accept-Encoding", "gzip")
                .timeout(Duration.ofSeconds(10))
                .build();
        Semaphore done = new Semaphore(0);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(pool).build()) {
            int bytes = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
            long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            for (int i = 0; i < requests; i++) {
                long planned = start + i * 1_000_000_000L / rate;
                long wait = planned - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                int index = i;
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, error) -> {
                    millis[index] = (System.nanoTime() - planned) / 1e6;
                    if (error != null || answer.statusCode() != 200) {
                        failed.incrementAndGet();
                    }
                    done.release();
                });
            }
            done.acquire(requests);
            Arrays.sort(millis);
            return new Figures(millis, bytes, failed.get());
        }
    }
}
