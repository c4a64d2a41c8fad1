package org.phigiay.launch;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./phigiay import KIND FILE…`: hands the files to the [ImportKind] of that name. The launcher has made the paths
/// absolute, so that they mean what they meant where the person stood.
@Component
class ImportCommand implements ControlCommand {

    private final ObjectProvider<ImportKind> kinds;

    ImportCommand(ObjectProvider<ImportKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        Map<String, ImportKind> known = new TreeMap<>();
        kinds.forEach(kind -> known.put(kind.name(), kind));
        ImportKind kind = args.isEmpty() ? null : known.get(args.getFirst());
        if (kind == null || args.size() < 2) {
            out.println("Usage: import KIND FILE…, where KIND is one of: " + String.join(", ", known.keySet()));
            return 2;
        }
        var files = new ArrayList<Path>();
        for (String word : args.subList(1, args.size())) {
            Path file = path(word);
            if (file == null || !Files.exists(file)) {
                out.println("There is no file or folder " + word);
                return 2;
            }
            if (!Files.isReadable(file)) {
                out.println("The program may not read " + word);
                return 2;
            }
            files.add(file);
        }
        return kind.runAll(List.copyOf(files), out);
    }

    private static @Nullable Path path(String word) {
        try {
            return Path.of(word).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
