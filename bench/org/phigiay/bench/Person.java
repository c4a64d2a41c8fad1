package org.phigiay.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person who fills in a form in a browser without script: reads a page, thinks, answers from the form's own example
/// with texts that nobody else writes, and sends the page again when the line broke.
final class Person {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b[^>]*\\bname=\"([^\"]*)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern KIND = Pattern.compile("\\btype=\"([^\"]*)\"");
    private static final Pattern LATER = Pattern.compile("<a (?=[^>]*govuk-button--secondary)[^>]*href=\"(/ho-so-nhap/[^\"]*)\"");
    private static final long PATIENCE_NANOS = 240_000_000_000L;

    private final int number;
    private final String root;
    private final String form;
    private final HttpClient client;
    private final JsonNode example;
    private final double think;
    private final FillingBench.Counts counts;
    private final CountDownLatch half;
    private final int pages;
    private final Random random;
    private final Map<String, String> cookies = new HashMap<>();
    private final Set<String> papers = new LinkedHashSet<>();
    private final Set<String> written = new LinkedHashSet<>();
    private String path = "";
    private String page = "";

    Person(int number, String root, String form, HttpClient client, String schema, double think, FillingBench.Counts counts,
            CountDownLatch half, int pages) {
        this.number = number;
        this.root = root;
        this.form = form;
        this.client = client;
        this.example = JSON.readTree(schema).at("/examples/0");
        this.think = think;
        this.counts = counts;
        this.half = half;
        this.pages = pages;
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
    }

    static int pages(String schema) {
        return Math.max(4, JSON.readTree(schema).at("/examples/0").size());
    }

    void fill() throws IOException, InterruptedException {
        if (think > 0) {
            Thread.sleep((long) (random.nextDouble() * FillingBench.ARRIVE * 1000));
        }
        get("/thu-tuc/" + form + "/nop");
        send("/thu-tuc/" + form + "/nop", Map.of("agency", "H99.01"));
        int answered = 0;
        for (int i = 0; i < 60 && !path.endsWith("/kiem-tra"); i++) {
            pause(-Math.log(1 - random.nextDouble()));
            String action = path;
            Matcher later = LATER.matcher(page);
            if (!page.contains("action=\"" + action) && later.find()) {
                // Papers are taken from people who have signed in; the others leave them for later.
                papers.add(action.substring(action.lastIndexOf('/')));
                get(later.group(1));
                continue;
            }
            Map<String, String> answers = answers();
            send(action, answers);
            if (path.equals(action)) {
                throw new IOException("Does not go on from " + action + ": " + problem());
            }
            counts.acknowledged.addAndGet(answers.size());
            answers.forEach((name, value) -> {
                if (value.contains("thử " + number)) {
                    written.add(value);
                }
            });
            if (++answered == Math.max(2, pages / 3) && number % 2 == 0) {
                half.countDown();
            }
        }
        for (String text : written) {
            if (!page.contains(text)) {
                counts.lost.add("person " + number + ": " + text);
            }
        }
        Matcher missing = Pattern.compile("govuk-error-summary__list(?s:.*?)</ul>").matcher(page);
        if (missing.find()) {
            Matcher href = Pattern.compile("href=\"([^\"]*)\"").matcher(missing.group());
            while (href.find()) {
                if (papers.stream().noneMatch(href.group(1)::endsWith)) {
                    counts.lost.add("person " + number + ": an answer is missing: " + problem());
                }
            }
        }
    }

    private String problem() {
        Matcher list = Pattern.compile("(?s)govuk-error-summary__list.*?</ul>").matcher(page);
        return list.find() ? list.group().replaceAll("(?s)<[^>]*>|govuk[^>]*>", " ").replaceAll("\\s+", " ").strip() : page.substring(0, Math.min(200, page.length()));
    }

    private void pause(double times) throws InterruptedException {
        if (think > 0) {
            Thread.sleep((long) (think * times * 1000));
        }
    }

    /// What to write into the fields of the page.
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            String tag = field.group();
            String name = field.group(2);
            String kind = kind(tag);
            if (kind.equals("hidden") || kind.equals("submit") || name.equals("later") || name.startsWith("files.")) {
                continue;
            }
            String known = known(name);
            if (known != null) {
                answers.put(name, known);
            } else if (kind.equals("radio")) {
                Matcher value = VALUE.matcher(tag);
                if (value.find()) {
                    answers.putIfAbsent(name, name.equals("more") ? "false" : value.group(1));
                }
            }
        }
        return answers;
    }

    private static String kind(String tag) {
        Matcher kind = KIND.matcher(tag);
        return kind.find() ? kind.group(1) : "text";
    }

    private String known(String name) {
        for (String part : new String[] {".day", ".month", ".year"}) {
            if (name.endsWith(part)) {
                String date = at(name.substring(0, name.length() - part.length())).asString("");
                return date.length() != 10 ? null
                        : part.equals(".day") ? date.substring(8) : part.equals(".month") ? date.substring(5, 7) : date.substring(0, 4);
            }
        }
        JsonNode answer = at(name);
        if (answer.isMissingNode()) {
            return null;
        }
        String text = answer.isArray() ? answer.path(0).asString("") : answer.asString("");
        boolean prose = answer.isString() && text.contains(" ");
        return prose ? text + " thử " + number + " " + name : text;
    }

    private JsonNode at(String name) {
        JsonNode at = example;
        for (String part : name.split("\\.")) {
            at = at.isArray() && part.matches("\\d+") ? at.path(Integer.parseInt(part)) : at.path(part);
        }
        return at;
    }

    private void get(String where) throws IOException, InterruptedException {
        take(exchange(request(where).GET().build(), false));
        for (int i = 0; i < 8 && path.isEmpty(); i++) {
            throw new IOException("Nothing at " + where);
        }
    }

    /// Sends the form of the page that stands, as often as it takes to hear an answer.
    private void send(String action, Map<String, String> answers) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = page.indexOf("action=\"" + action);
        if (at < 0) {
            throw new IOException("No form to " + action + " at " + path);
        }
        String body = page.substring(at, page.indexOf("</form>", at));
        Matcher hidden = HIDDEN.matcher(body);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        fields.putAll(answers);
        StringBuilder encoded = new StringBuilder();
        fields.forEach((name, value) -> encoded.append(encoded.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest post = request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded.toString()))
                .build();
        take(exchange(post, true));
    }

    private HttpRequest.Builder request(String where) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + where)).timeout(Duration.ofSeconds(30));
        if (!cookies.isEmpty()) {
            StringBuilder line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ").append(name).append('=').append(value));
            request.header("Cookie", line.toString());
        }
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest request, boolean save) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long at = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (save) {
                    counts.saves.add(new FillingBench.Save(at, (System.nanoTime() - at) / 1e6));
                }
                return answer;
            } catch (IOException e) {
                // The line broke: a person waits a little and presses the button again.
                if (System.nanoTime() - began > PATIENCE_NANOS) {
                    throw e;
                }
                counts.retried.incrementAndGet();
                Thread.sleep(300 + random.nextInt(400));
            }
        }
    }

    private void take(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int i = 0; i < 8; i++) {
            answer.headers().allValues("set-cookie").forEach(line -> {
                String pair = line.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            });
            int status = answer.statusCode();
            if (status < 300 || status >= 400) {
                if (status != 200) {
                    counts.errors.add("person " + number + ": " + answer.uri().getPath() + " answers " + status);
                }
                path = answer.uri().getPath();
                page = answer.body();
                return;
            }
            URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = exchange(request(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery())).GET().build(), false);
        }
        throw new IOException("Round and round at " + answer.uri());
    }
}
