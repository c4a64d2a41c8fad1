import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Makes the two files that every page loads, one stylesheet and one module, and writes them beside the classes.
///
/// The components' rules and behaviour come from the webjar of GOV.UK Frontend (MIT licence). Its font, its crest and its
/// source maps may not travel with this program: they are taken out, and the build fails if one remains. Rules of
/// components that no template names are left out, so that a first page stays small on a slow line.
///
/// Arguments: the webjar, the folder of our own assets, the folder of the templates and classes, the folder to write.
class Assets {

    private static final String NOTICE =
            "/*! Parts: GOV.UK Frontend, MIT Licence, Copyright (c) 2017 Crown Copyright (Government Digital Service) */\n";
    private static final List<String> FORBIDDEN = List.of(
            "GDS Transport", "@font-face", "crest", "sourceMappingURL", "/assets/fonts", ".woff", "@import", "url(http");
    private static final Pattern NAMED = Pattern.compile("govuk-[!\\w-]*\\w");

    public static void main(String[] arguments) throws Exception {
        Path webjar = Path.of(arguments[0]);
        Path ours = Path.of(arguments[1]);
        Path sources = Path.of(arguments[2]);
        Path target = Path.of(arguments[3]);
        try (FileSystem jar = FileSystems.newFileSystem(webjar)) {
            Path dist = distribution(jar);
            var blocks = new TreeSet<String>();
            blocks.addAll(named(ours));
            blocks.addAll(named(sources));
            String css = Stylesheet.trimmed(Files.readString(dist.resolve("govuk-frontend.min.css")), blocks)
                    + Stylesheet.compact(Files.readString(ours.resolve("theme.css")));
            String js = Modules.joined(ours.resolve("main.mjs"), dist);
            var names = new TreeMap<String, String>();
            names.put("css", write(target, "phigiay", "css", NOTICE + css));
            names.put("js", write(target, "phigiay", "js", NOTICE + js));
            try (Stream<Path> pictures = Files.list(ours)) {
                for (Path picture : pictures.filter(file -> file.toString().endsWith(".svg")).sorted().toList()) {
                    String name = picture.getFileName().toString().replace(".svg", "");
                    names.put(name, write(target, name, "svg", Files.readString(picture).strip()));
                }
            }
            var lines = new StringBuilder();
            names.forEach((kind, name) -> lines.append(kind).append('=').append(name).append('\n'));
            Files.writeString(target.resolve("names.properties"), lines);
        }
    }

    private static Path distribution(FileSystem jar) throws IOException {
        try (Stream<Path> versions = Files.list(jar.getPath("META-INF/resources/webjars/govuk-frontend"))) {
            return versions.findFirst().orElseThrow().resolve("dist/govuk");
        }
    }

    /// The blocks (the part of a class name before `__` or `--`) that some source names.
    private static TreeSet<String> named(Path folder) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(jte|java|css|mjs)")).forEach(file -> {
                try {
                    var matcher = NAMED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        found.add(Stylesheet.block(matcher.group()));
                    }
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }
        return found;
    }

    private static String write(Path target, String name, String kind, String text) throws Exception {
        for (String word : FORBIDDEN) {
            if (text.contains(word)) {
                throw new IllegalStateException("'" + word + "' would travel in " + name + "." + kind);
            }
        }
        Files.createDirectories(target);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 12);
        String hashed = name + "-" + hash + "." + kind;
        try (Stream<Path> old = Files.list(target)) {
            for (Path file : old.filter(f -> f.getFileName().toString().matches(name + "-.*\\." + kind + "(\\.gz)?")).toList()) {
                Files.delete(file);
            }
        }
        Files.write(target.resolve(hashed), bytes);
        Files.write(target.resolve(hashed + ".gz"), gzip(bytes));
        return hashed;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Assets() {}
}
