package org.phigiay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Procedure pages of the whole catalogue of the running program at `-Daddress=` (http://localhost:8080 unless told): at
/// `-Drate=` requests a second (200) for `-Dseconds=` (30), each request sent at its planned moment whatever the earlier
/// ones do and timed from that moment, the codes by chance. Then what a first visit fetches: the page and the files it names.
final class ProceduresBench {
    private static final String ADDRESS = System.getProperty("address", "http://localhost:8080");
    private static final int RATE = Integer.getInteger("rate", 200);
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    private static final int WARM_SECONDS = Integer.getInteger("warm", 20);
    private static final int VISITS = 200;
    private static final Pattern FILES = Pattern.compile(
            "<(?:link[^>]*rel=\"(?:stylesheet|icon|manifest|modulepreload)\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<link[^>]*>");

    private ProceduresBench() {}

    static void run() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(pool)
                        .build()) {
            List<String> codes = codes(client);
            if (codes.isEmpty()) {
                System.out.println("No procedures at " + ADDRESS);
                System.exit(1);
            }
            int[] warm = load(client, codes, WARM_SECONDS, 1).failed;
            Figures figures = load(client, codes, SECONDS, 2);
            System.out.printf("%d procedures, %d requests/s over %d s, codes by chance%n", codes.size(), RATE, SECONDS);
            System.out.printf("%8s %8s %8s %8s %7s%n", "p50 ms", "p90 ms", "p99 ms", "max ms", "failed");
            System.out.printf("%8.2f %8.2f %8.2f %8.2f %7d%n", figures.at(50), figures.at(90), figures.at(99),
                    figures.at(100), figures.failed[0]);
            Visits visits = visits(client, codes);
            System.out.printf("first visit, compressed bodies, %d pages: median %d, largest %d bytes (%s); at most %d requests%n",
                    VISITS, visits.median, visits.most, visits.mostCode, visits.requests);
            System.out.printf("{\"bench\":\"procedures\",\"procedures\":%d,\"rate\":%d,\"p50\":%s,\"p99\":%s,\"max\":%s,"
                            + "\"failed\":%d,\"warmFailed\":%d,\"firstVisitMedianBytes\":%d,\"firstVisitMostBytes\":%d,"
                            + "\"firstVisitRequests\":%d}%n",
                    codes.size(), RATE, round(figures.at(50)), round(figures.at(99)), round(figures.at(100)),
                    figures.failed[0], warm[0], visits.median, visits.most, visits.requests);
        }
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private record Figures(double[] sorted, int[] failed) {
        double at(int percent) {
            return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
        }
    }

    private record Visits(int median, int most, String mostCode, int requests) {}

    /// Every code the API lists.
    private static List<String> codes(HttpClient client) throws IOException, InterruptedException {
        var json = new JsonMapper();
        var codes = new LinkedHashSet<String>();
        String after = "";
        do {
            String query = after.isEmpty() ? "" : "?after=" + java.net.URLEncoder.encode(after, java.nio.charset.StandardCharsets.UTF_8);
            JsonNode page = json.readTree(client.send(
                            HttpRequest.newBuilder(URI.create(ADDRESS + "/api/v1/procedures" + query)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            int before = codes.size();
            page.path("items").forEach(item -> codes.add(item.path("code").asString("")));
            after = codes.size() == before ? "" : page.path("next").asString("");
        } while (!after.isEmpty());
        codes.remove("");
        return List.copyOf(codes);
    }

    private static HttpRequest page(String path) {
        return HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Accept-Encoding", "gzip")
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private static Figures load(HttpClient client, List<String> codes, int seconds, int seed) throws InterruptedException {
        int requests = RATE * seconds;
        double[] millis = new double[requests];
        AtomicInteger failed = new AtomicInteger();
        Random random = new Random(seed);
        Semaphore done = new Semaphore(0);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        for (int i = 0; i < requests; i++) {
            HttpRequest request = page("/thu-tuc/" + codes.get(random.nextInt(codes.size())));
            long planned = start + i * 1_000_000_000L / RATE;
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
        return new Figures(millis, new int[] {failed.get()});
    }

    private static Visits visits(HttpClient client, List<String> codes) throws IOException, InterruptedException {
        Random random = new Random(3);
        var sizes = new ArrayList<Integer>();
        int most = 0;
        int requests = 0;
        String mostCode = "";
        for (int i = 0; i < VISITS; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            byte[] packed = client.send(page("/thu-tuc/" + code), HttpResponse.BodyHandlers.ofByteArray()).body();
            Set<String> files = files(plain(packed));
            int bytes = packed.length;
            for (String file : files) {
                bytes += client.send(page(file), HttpResponse.BodyHandlers.ofByteArray()).body().length;
            }
            sizes.add(bytes);
            requests = Math.max(requests, 1 + files.size());
            if (bytes > most) {
                most = bytes;
                mostCode = code;
            }
        }
        sizes.sort(null);
        return new Visits(sizes.get(sizes.size() / 2), most, mostCode, requests);
    }

    /// The files a browser fetches by itself.
    private static Set<String> files(String html) {
        var files = new LinkedHashSet<String>();
        Matcher file = FILES.matcher(html);
        while (file.find()) {
            files.add(file.group(1));
        }
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            Matcher href = Pattern.compile("href=\"([^\"]+)\"").matcher(link.group());
            if (link.group().matches(".*rel=\"(stylesheet|icon|manifest|modulepreload)\".*") && href.find()) {
                files.add(href.group(1));
            }
        }
        files.removeIf(each -> !each.startsWith("/"));
        return files;
    }

    private static String plain(byte[] body) throws IOException {
        if (body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b) {
            try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
