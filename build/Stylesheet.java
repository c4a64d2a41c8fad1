import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a minified stylesheet, keeps the rules of the components in use, and turns its font and colours into ours.
class Stylesheet {

    private static final Pattern CLASS = Pattern.compile("\\.(govuk-(?:\\\\!|[\\w-])+)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern OLD_BROWSERS =
            Pattern.compile("-ms-high-contrast|-moz-document|\\\\0|@supports not \\(caret-color");

    static final String FONT = "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif";

    /// The other design's colours, and what they are here (look.md: tokens with measured contrast).
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("#0b0c0c", "#1c1b1a"),
            Map.entry("#fd0", "#ffc42e"),
            Map.entry("#1d70b8", "#0b4f8a"),
            Map.entry("#003078", "#083a66"),
            Map.entry("#4c2c92", "#0b4f8a"),
            Map.entry("#505a5f", "#55524d"),
            Map.entry("#b1b4b6", "#d8d2c6"),
            Map.entry("#f3f2f1", "#efeae0"),
            Map.entry("#d4351c", "#b3261e"),
            Map.entry("#00703c", "#0e5a45"),
            Map.entry("#005a30", "#0a4635"),
            Map.entry("#002d18", "#0a4635"),
            Map.entry("#dbdad9", "#e3ddd0"),
            Map.entry("#929191", "#8a857b"));

    static String trimmed(String source, Set<String> blocks) {
        String text = COMMENT.matcher(source).replaceAll("").replace("@charset \"UTF-8\";", "");
        var out = new StringBuilder();
        rules(text, blocks, out);
        String css = out.toString().replace("GDS Transport,arial,sans-serif", FONT);
        return Pattern.compile("#[0-9a-f]{3,6}\\b")
                .matcher(css)
                .replaceAll(colour -> COLOURS.getOrDefault(colour.group(), colour.group()));
    }

    static String compact(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll("([{;][\\w-]+): ", "$1:")
                .replace(";}", "}")
                .strip();
    }

    static String block(String name) {
        int element = name.indexOf("__");
        int modifier = name.indexOf("--");
        int end = Math.min(element < 0 ? name.length() : element, modifier < 0 ? name.length() : modifier);
        return name.substring(0, end);
    }

    private static void rules(String text, Set<String> blocks, StringBuilder out) {
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                return;
            }
            int close = end(text, open);
            String prelude = text.substring(at, open).strip();
            String body = text.substring(open + 1, close);
            at = close + 1;
            if (OLD_BROWSERS.matcher(prelude).find() || prelude.startsWith("@font-face")) {
                continue;
            }
            if (prelude.startsWith("@supports not (-ms-ime-align")) {
                rules(body, blocks, out); // true in every browser but one of the past
                continue;
            }
            if (prelude.startsWith("@media") || prelude.startsWith("@supports")) {
                var inner = new StringBuilder();
                rules(body, blocks, inner);
                if (!inner.isEmpty()) {
                    out.append(prelude).append('{').append(inner).append('}');
                }
                continue;
            }
            String kept = selectors(prelude, blocks);
            if (!kept.isEmpty() && !body.contains("crest")) {
                out.append(kept).append('{').append(body).append('}');
            }
        }
    }

    private static String selectors(String prelude, Set<String> blocks) {
        if (prelude.startsWith("@")) {
            return prelude;
        }
        List<String> kept = new ArrayList<>();
        for (String selector : prelude.split(",(?![^(]*\\))", -1)) {
            Matcher matcher = CLASS.matcher(selector);
            boolean inUse = true;
            while (matcher.find()) {
                inUse &= blocks.contains(block(matcher.group(1).replace("\\", "")));
            }
            if (inUse && !OLD_BROWSERS.matcher(selector).find()) {
                kept.add(selector);
            }
        }
        return String.join(",", kept);
    }

    private static int end(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a rule without its end: " + text.substring(open, Math.min(open + 60, text.length())));
    }

    private Stylesheet() {}
}
