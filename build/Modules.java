import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins ES modules into one, each after those it imports, and drops comments and indents.
///
/// It knows only the two forms used here: `import { a, b } from 'path';` and `export { a, b };` at the start of a line. Names at
/// the top of a module must differ between modules; a name met twice stops the build.
class Modules {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import(?: \\{[^}]*} from)? '([^']+)';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export \\{[^}]*};$");
    private static final Pattern TOP = Pattern.compile("(?m)^(?:const|let|class|function|async function) ([\\w$]+)");
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?ms)^\\s*/\\*.*?\\*/\\s*$");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    private final Path dist;
    private final Map<Path, String> joined = new LinkedHashMap<>();
    private final Map<String, Path> names = new LinkedHashMap<>();

    static String joined(Path first, Path dist) throws IOException {
        var modules = new Modules(dist);
        modules.add(first);
        return String.join("\n", modules.joined.values());
    }

    private Modules(Path dist) {
        this.dist = dist;
    }

    private void add(Path file) throws IOException {
        if (joined.containsKey(file)) {
            return;
        }
        String text = Files.readString(file);
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            String path = imports.group(1);
            add(path.startsWith("govuk/")
                    ? dist.resolve(path.substring("govuk/".length())).normalize()
                    : file.resolveSibling(path).normalize());
        }
        text = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
        text = LINE_COMMENT.matcher(BLOCK_COMMENT.matcher(text).replaceAll("")).replaceAll("");
        Matcher tops = TOP.matcher(text);
        while (tops.find()) {
            Path before = names.putIfAbsent(tops.group(1), file);
            if (before != null) {
                throw new IllegalStateException(tops.group(1) + " stands in " + before + " and in " + file);
            }
        }
        joined.putIfAbsent(file, text.replaceAll("(?m)^\\s+", "").strip());
    }
}
