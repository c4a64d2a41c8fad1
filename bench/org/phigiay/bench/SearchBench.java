package org.phigiay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.phigiay.search.OfflineSearch;
import org.phigiay.search.SearchDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./phigiay bench search [FILE]`: how well and how fast procedures are found, over the national catalogue in
/// `../shared/data/procedures`, with labelled questions (`../shared/data/search-queries/dev.jsonl` or FILE). The
/// measures are those of the scorer beside the questions; the ranking is written to `target/search-run.jsonl` for it.
final class SearchBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DATA = Path.of("../shared/data");
    private static final int DEPTH = 100;
    private static final int ROUNDS = 40;
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("all", "all scored");
        KINDS.put("a", "everyday words");
        KINDS.put("b", "no tone marks");
        KINDS.put("c", "typos, telex, abbreviations");
        KINDS.put("d", "partly official");
        KINDS.put("e", "long and messy");
        KINDS.put("f", "English");
    }

    private SearchBench() {}

    private record Question(String id, String kind, String text, Map<String, Integer> labels) {}

    private record Score(String kind, double ndcg, double recall, double rank) {}

    static void run(String file) throws IOException {
        Path catalogue = Program.home().resolve(DATA).resolve("procedures/procedures.jsonl.gz");
        Path asked = file.isEmpty()
                ? Program.home().resolve(DATA).resolve("search-queries/dev.jsonl")
                : Path.of(file);
        if (!Files.exists(catalogue) || !Files.exists(asked)) {
            System.out.println("SKIPPED: not there: " + (Files.exists(catalogue) ? asked : catalogue));
            System.out.println("{\"bench\":\"search\",\"skipped\":true}");
            return;
        }
        List<SearchDocument> documents = documents(catalogue);
        long began = System.nanoTime();
        try (OfflineSearch search = new OfflineSearch(documents)) {
            long indexed = (System.nanoTime() - began) / 1_000_000;
            measure(search, questions(asked), documents.size(), indexed);
        }
    }

    private static void measure(OfflineSearch search, List<Question> questions, int size, long indexed)
            throws IOException {
        var scores = new ArrayList<Score>();
        var run = new ArrayList<String>();
        int saidNothing = 0;
        int nothing = 0;
        for (Question question : questions) {
            OfflineSearch.Found found = search.search(question.text(), DEPTH);
            run.add(JSON.writeValueAsString(Map.of("id", question.id(), "ranked", found.codes())));
            if (question.labels().isEmpty()) {
                nothing++;
                saidNothing += found.fits() ? 0 : 1;
            } else {
                scores.add(new Score(
                        question.kind(),
                        ndcg(found.codes(), question.labels()),
                        recall(found.codes(), question.labels()),
                        reciprocal(found.codes(), question.labels())));
            }
        }
        Path out = Program.home().resolve("target/search-run.jsonl");
        Files.createDirectories(out.getParent());
        Files.write(out, run);
        long[] times = times(search, questions);
        System.out.printf(
                Locale.ROOT,
                "%d procedures indexed in %d ms; %d questions; %s%n%n",
                size,
                indexed,
                questions.size(),
                Program.machine());
        System.out.printf("%-32s %4s  %-18s %-9s %s%n", "", "n", "nDCG@10", "recall@5", "MRR");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "search");
        json.put("procedures", size);
        json.put("indexMillis", indexed);
        for (var kind : KINDS.entrySet()) {
            List<Score> of = scores.stream()
                    .filter(score -> kind.getKey().equals("all") || score.kind().equals(kind.getKey()))
                    .toList();
            if (!of.isEmpty()) {
                double mean = of.stream().mapToDouble(Score::ndcg).average().orElse(0);
                System.out.printf(
                        Locale.ROOT,
                        "%-32s %4d  %.3f (±%.3f)     %.3f     %.3f%n",
                        kind.getKey().equals("all") ? kind.getValue() : kind.getKey() + " " + kind.getValue(),
                        of.size(),
                        mean,
                        1.96 * deviation(of, mean) / Math.sqrt(of.size()),
                        of.stream().mapToDouble(Score::recall).average().orElse(0),
                        of.stream().mapToDouble(Score::rank).average().orElse(0));
                json.put(kind.getKey().equals("all") ? "ndcg10" : "ndcg10-" + kind.getKey(), round(mean));
            }
        }
        System.out.printf(Locale.ROOT, "%n%-32s %4d  %d said to have no answer%n", "g nothing right", nothing, saidNothing);
        double p50 = times[times.length / 2] / 1e6;
        double p99 = times[(int) (times.length * 0.99)] / 1e6;
        System.out.printf(Locale.ROOT, "one search: p50 %.2f ms, p99 %.2f ms (%d searches)%n", p50, p99, times.length);
        System.out.println("ranking: " + out.normalize());
        json.put("nothing", nothing);
        json.put("saidNothing", saidNothing);
        json.put("p50Millis", round(p50));
        json.put("p99Millis", round(p99));
        System.out.println(JSON.writeValueAsString(json));
    }

    /// Every question again and again, after the first rounds, which warm up.
    private static long[] times(OfflineSearch search, List<Question> questions) {
        var times = new long[questions.size() * ROUNDS];
        int at = 0;
        for (int round = -5; round < ROUNDS; round++) {
            for (Question question : questions) {
                long began = System.nanoTime();
                OfflineSearch.Found found = search.search(question.text(), 20);
                long took = System.nanoTime() - began;
                if (round >= 0 && found != null) {
                    times[at++] = took;
                }
            }
        }
        Arrays.sort(times);
        return times;
    }

    static double ndcg(List<String> ranked, Map<String, Integer> labels) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, ranked.size()); i++) {
            sum += gain(labels.getOrDefault(ranked.get(i), 0), i);
        }
        List<Integer> best = labels.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += gain(best.get(i), i);
        }
        return sum / ideal;
    }

    private static double gain(int grade, int place) {
        return ((1 << grade) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    static double recall(List<String> ranked, Map<String, Integer> labels) {
        long good = labels.values().stream().filter(grade -> grade == 2).count();
        long found = ranked.stream()
                .limit(5)
                .filter(code -> labels.getOrDefault(code, 0) == 2)
                .count();
        return (double) found / Math.min(5, good);
    }

    static double reciprocal(List<String> ranked, Map<String, Integer> labels) {
        for (int i = 0; i < ranked.size(); i++) {
            if (labels.getOrDefault(ranked.get(i), 0) == 2) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double deviation(List<Score> scores, double mean) {
        double sum = scores.stream()
                .mapToDouble(score -> (score.ndcg() - mean) * (score.ndcg() - mean))
                .sum();
        return Math.sqrt(sum / Math.max(1, scores.size() - 1));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static List<Question> questions(Path file) throws IOException {
        var questions = new ArrayList<Question>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode row = JSON.readTree(line);
                var labels = new LinkedHashMap<String, Integer>();
                row.path("labels")
                        .propertyStream()
                        .forEach(label -> labels.put(label.getKey(), label.getValue().asInt()));
                questions.add(new Question(
                        row.path("id").asString(), row.path("kind").asString(), row.path("query").asString(), labels));
            }
        }
        return questions;
    }

    private static List<SearchDocument> documents(Path file) throws IOException {
        var documents = new ArrayList<SearchDocument>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                documents.add(document(JSON.readTree(line)));
            }
        }
        return documents;
    }

    private static SearchDocument document(JsonNode row) {
        return new SearchDocument(
                row.path("code").asString(""),
                row.path("title").asString(""),
                row.path("title").asString(""),
                List.of(),
                row.path("field").asString(""),
                row.path("keywords").asString(""),
                names(row.path("results")),
                names(row.path("documents")),
                row.path("requirements").asString(""),
                row.path("steps").asString(""),
                row.path("levels").valueStream().map(SearchBench::level).toList(),
                List.of(),
                row.path("audience_raw").asString(""),
                List.of(),
                row.path("channels")
                        .valueStream()
                        .anyMatch(channel -> channel.path("channel").asString("").contains("tuyến")),
                false);
    }

    private static List<String> names(JsonNode rows) {
        return rows.valueStream().map(row -> row.path("name").asString("")).toList();
    }

    private static String level(JsonNode level) {
        return switch (level.asString("")) {
            case "Cấp xã" -> "COMMUNE";
            case "Cấp tỉnh" -> "PROVINCE";
            case "Cấp bộ" -> "MINISTRY";
            default -> "OTHER";
        };
    }
}
