package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// The real browser of the journeys: Debian's Chromium, one for all tests of a run, a fresh context (no cookies) for
/// each visitor.
///
/// Where there is no Chromium the journeys are skipped, and say so. The driver and its Node come inside a jar of the
/// test
/// class path, so that nothing but Maven has to be able to fetch; only Chromium itself is the machine's.
public final class Browser {
    public static final int PHONE = 360;
    public static final int DESK = 1280;

    private static final Path SHOTS = Path.of("target/screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static com.microsoft.playwright.@Nullable Browser running;

    /// Where Chromium is: PHIGIAY_CHROMIUM, or the usual places.
    public static Optional<Path> chromium() {
        String named = System.getenv("PHIGIAY_CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A visitor with a screen of this width in CSS pixels, JavaScript on.
    public static Page visitor(int width) {
        return visitor(width, true);
    }

    /// A visitor with a screen of this width. Close its context when done: `page.context().close()`.
    public static Page visitor(int width, boolean javascript) {
        BrowserContext context = running()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, width < 700 ? 740 : 800)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setIsMobile(width < 700)
                        .setHasTouch(width < 700)
                        .setJavaScriptEnabled(javascript));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /// Keeps what the page looks like, from top to bottom, as `target/screenshots/name.png`.
    public static Path shot(Page page, String name) {
        Path file = SHOTS.resolve(name + ".png");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(30_000));
        return file;
    }

    /// The page has no violation that axe can find (WCAG 2.2 A and AA, and best practice), and does not scroll
    /// sideways.
    public static void accessible(Page page) {
        AxeResults results = new AxeBuilder(page).withTags(RULES).analyze();
        assertThat(results.getViolations().stream()
                        .map(v -> v.getId() + ": " + v.getHelp() + "\n  "
                                + String.join(
                                        "\n  ",
                                        v.getNodes().stream()
                                                .map(n -> n.getHtml() + " | " + n.getFailureSummary())
                                                .toList()))
                        .toList())
                .as("axe on %s", page.url())
                .isEmpty();
        fits(page);
    }

    /// The page does not scroll sideways.
    public static void fits(Page page) {
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits its width", page.url())
                .isTrue();
    }

    private static synchronized com.microsoft.playwright.Browser running() {
        if (running == null) {
            Path chromium = chromium().orElse(null);
            if (chromium == null) {
                System.err.println(
                        "JOURNEYS SKIPPED: no Chromium on this machine (PHIGIAY_CHROMIUM or /usr/bin/chromium)");
            }
            Assumptions.assumeTrue(chromium != null, "needs Chromium");
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(ARGUMENTS));
        }
        return running;
    }

    private Browser() {}
}
