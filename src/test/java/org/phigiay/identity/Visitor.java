package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.phigiay.identity.demo.Cast;

/// A browser without a screen: keeps cookies, follows links and redirects step by step, fills the forms of a page.
/// Signs
/// in as one of the cast through the demo's provider, as a person would.
public final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String root;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> cookieLines = new ArrayList<>();
    private HttpResponse<String> last;

    public Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    /// A visitor who has signed in.
    public static Visitor signedIn(int port, Cast who) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(who, "/");
        return visitor;
    }

    public Visitor signIn(Cast who, String back) {
        get("/dang-nhap?tiep=" + encode(back));
        get(link("/dang-nhap/di/"));
        follow();
        agree(who);
        return this;
    }

    /// From the provider's first page back to the program.
    public Visitor agree(Cast who) {
        if (body().contains("name=\"nguoi\"")) {
            choose(who);
        }
        submit("/dinh-danh-mau/dong-y", Map.of("pin", who.pin()));
        follow();
        return this;
    }

    /// On the provider's list of people.
    public Visitor choose(Cast who) {
        Matcher carried = Pattern.compile("name=\"yeu-cau\" value=\"([^\"]*)\"").matcher(body());
        assertThat(carried.find()).isTrue();
        return get("/dinh-danh-mau/dong-y?yeu-cau=" + carried.group(1) + "&nguoi=" + who.token());
    }

    public Visitor get(String path) {
        return send(request(path).GET());
    }

    /// Follows redirects until a page stands.
    public Visitor follow() {
        for (int i = 0; i < 8 && status() >= 300 && status() < 400; i++) {
            get(location());
        }
        return this;
    }

    /// Sends a form of the page that stands: its hidden fields, and what is filled in.
    public Visitor submit(String action, Map<String, String> filled) {
        return submit(action, filled, Map.of());
    }

    public Visitor submit(String action, Map<String, String> filled, Map<String, String> headers) {
        String page = body();
        int at = page.indexOf("action=\"" + action);
        assertThat(at).as("a form to " + action + " in:\n" + page).isNotNegative();
        String whole = plain(page.substring(at + 8, page.indexOf('"', at + 8)));
        String form = page.substring(at, page.indexOf("</form>", at));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
                .matcher(form);
        while (hidden.find()) {
            fields.put(plain(hidden.group(1)), plain(hidden.group(2)));
        }
        fields.putAll(filled);
        return post(whole, fields, headers);
    }

    public Visitor post(String path, Map<String, String> fields) {
        return post(path, fields, Map.of());
    }

    public Visitor post(String path, Map<String, String> fields, Map<String, String> headers) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request);
    }

    /// The path of the page that stands.
    public String path() {
        return last.uri().getRawPath();
    }

    /// The form secret of the page that stands.
    public String secret() {
        Matcher secret = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(body());
        assertThat(secret.find()).as("a form secret in:\n" + body()).isTrue();
        return plain(secret.group(1));
    }

    public int status() {
        return last.statusCode();
    }

    public String body() {
        return last.body();
    }

    public String header(String name) {
        return last.headers().firstValue(name).orElse("");
    }

    /// Where the answer leads, as a path of this site, or as it stands when it leads elsewhere.
    public String location() {
        String location = header("Location");
        return location.startsWith(root) ? location.substring(root.length()) : location;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /// All `Set-Cookie` lines so far.
    public List<String> cookieLines() {
        return cookieLines;
    }

    /// The first link of the page that begins so.
    public String link(String start) {
        Matcher link =
                Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*)\"").matcher(body());
        assertThat(link.find()).as("a link to " + start + " in:\n" + body()).isTrue();
        return plain(link.group(1));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? root + path : path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Visitor send(HttpRequest.Builder request) {
        try {
            last = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        last.headers().allValues("Set-Cookie").forEach(this::keep);
        return this;
    }

    private void keep(String line) {
        cookieLines.add(line);
        String pair = line.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || Arrays.stream(line.split(";")).anyMatch(" Max-Age=0"::equals)) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
