package org.phigiay.signing;

import java.util.List;

/// One thing that speaks against a file, as a message key with what the message speaks of.
///
/// @param key `signing.reason.…`
public record Reason(String key, List<Object> args) {
    static Reason of(String key, Object... args) {
        return new Reason("signing.reason." + key, List.of(args));
    }
}
