package org.phigiay.launch;

import java.io.PrintStream;
import java.util.List;

/// A command of the launcher that the running program carries out: `./phigiay <name> <args…>`. A bean of this type is
/// found by itself.
///
/// Who may call it: whoever can read `<data>/run/control`, that is the account the program runs under.
public interface ControlCommand {

    /// The word on the command line, such as `token`.
    String name();

    /// Does it.
    ///
    /// @param args the words after the name
    /// @param out what the person at the terminal sees; UTF-8
    /// @return the exit status: 0 when it was done, 2 when the arguments were wrong, 1 otherwise
    int run(List<String> args, PrintStream out);
}
