package org.phigiay.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.phigiay.shared.Invalid;

/// Makes the name under which a file is shown; it is never used as a path.
final class FileNames {
    private static final int LONGEST = 180;
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}:*?\"<>|]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /// Endings that make a browser or a computer run a file.
    private static final Set<String> RUNS = Set.of(
            "html", "htm", "xhtml", "shtml", "mhtml", "svg", "xml", "js", "mjs", "exe", "bat", "cmd", "com", "msi",
            "scr", "vbs", "ps1", "sh", "jar", "php", "hta", "lnk", "docm", "xlsm", "pptm", "apk", "dll");

    private FileNames() {}

    /// @param given as sent by the browser
    /// @param endings endings that fit the content, the usual one first
    /// @throws Invalid when there is no name, or its ending says that the file is a program
    static String shown(String given, Set<String> endings, String usual) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNFIT.matcher(name).replaceAll("");
        name = trimmed(SPACES.matcher(name).replaceAll(" "));
        if (name.isEmpty()) {
            throw Invalid.of("file", "files.name");
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (RUNS.contains(ending)) {
            throw Invalid.of("file", "files.name-misleading", ending);
        }
        String base = endings.contains(ending) ? trimmed(name.substring(0, dot)) : name;
        String end = endings.contains(ending) ? ending : usual;
        if (base.isEmpty() || DEVICE.matcher(base).matches()) {
            base = "tep-" + base;
        }
        return shortened(base, LONGEST - 1 - end.length()) + "." + end;
    }

    /// Without dots, spaces and hyphens at the ends, where systems give them a meaning.
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && ".- ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ". ".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    private static String shortened(String base, int bytes) {
        int length = 0;
        for (int at = 0; at < base.length(); ) {
            int letter = base.codePointAt(at);
            length += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                return base.substring(0, at);
            }
            at += Character.charCount(letter);
        }
        return base;
    }
}
