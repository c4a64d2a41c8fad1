package org.phigiay.forms;

import java.util.Optional;

/// Makes forms that nobody has written. What it makes is stored as soon as somebody begins to fill it in, so that a
/// running draft keeps its own, whatever a later program would make.
public interface FormSource {

    /// The definition in JSON; empty when this is not a form of the source, or when it would make another one today.
    Optional<String> body(FormRef ref);
}
