package org.phigiay.launch;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// One thing that can be imported from files: `./phigiay import <name> FILE…`. A bean of this type is found by itself.
///
/// Importing from the command line is the operator's own act: whoever may read the control file may do it, and the
/// journal says that it was done so.
public interface ImportKind {

    /// The word after `import`, such as `units`.
    String name();

    /// Imports one file.
    ///
    /// @param file absolute; it exists and can be read, and may be a folder
    /// @param out what the person at the terminal sees: the counts, each refused entry with its reason; UTF-8
    /// @return the exit status: 0 when everything it had to do was done (also when nothing was new), 1 otherwise
    int run(Path file, PrintStream out);

    /// Imports several files, in the order given unless the kind knows a better one. The first that fails ends it.
    ///
    /// @param files at least one; each absolute, there and readable
    /// @return the exit status, as of [#run]
    default int runAll(List<Path> files, PrintStream out) {
        for (Path file : files) {
            int status = run(file, out);
            if (status != 0) {
                return status;
            }
        }
        return 0;
    }
}
