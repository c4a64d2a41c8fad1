package org.phigiay.authoring;

import java.util.regex.Pattern;
import org.phigiay.shared.Invalid;

/// Lý do: one line in which an officer says why.
final class Reason {

    private static final int LONGEST = 500;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Reason() {}

    /// The reason on one line, cut where nobody reads on.
    ///
    /// @param field of the form
    /// @param missing key of the message when there is none
    /// @throws Invalid on that field when nothing is said
    static String required(String field, String reason, String missing) {
        String why = SPACE.matcher(FormTree.text(reason)).replaceAll(" ").strip();
        if (why.isEmpty()) {
            throw Invalid.of(field, missing);
        }
        return why.length() > LONGEST ? why.substring(0, LONGEST) : why;
    }
}
