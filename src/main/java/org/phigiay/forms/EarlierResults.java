package org.phigiay.forms;

import java.util.Map;
import java.util.Optional;
import org.phigiay.shared.Actor;

/// Kết quả đã cấp: what the results given to a person say, so that a form need not ask it again. A higher module knows
/// them.
public interface EarlierResults {

    /// The newest result in force of that kind that the person who acts holds.
    ///
    /// @param kind as the [ResultSheet] names it
    Optional<Earlier> newest(Actor actor, String kind);

    /// @param title of the paper with its number, e.g. "Giấy khai sinh số 12/GKS-UBND"
    /// @param lines what it prints, by the id of the line
    record Earlier(String title, Map<String, String> lines) {
        public Earlier {
            lines = Map.copyOf(lines);
        }
    }
}
