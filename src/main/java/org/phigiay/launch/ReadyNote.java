package org.phigiay.launch;

import java.util.List;

/// Lines that a module wants printed once the program is ready, such as who can sign in to the demo. A bean of this
/// type is found by itself; `@Order` orders several.
public interface ReadyNote {

    /// The lines, plain text, at most 100 characters each; empty for none.
    List<String> lines();
}
