package org.phigiay.search;

import java.util.ArrayList;
import java.util.List;

/// Official words that an everyday phrase stands for.
///
/// @param text as written
/// @param whole its syllables
/// @param weight how sure it is, 1 when it is what the phrase means
record OfficialWords(String text, Part whole, double weight) {

    List<String> keys() {
        return whole.keys();
    }

    /// Reads the meaning of an entry: `a; b *0.5`. What follows the first counts less by itself.
    ///
    /// @throws IllegalArgumentException when a weight is no number between 0 and 2
    static List<OfficialWords> read(String meaning) {
        var targets = new ArrayList<OfficialWords>();
        double usual = 1;
        for (String part : meaning.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int star = part.lastIndexOf('*');
            String text = (star < 0 ? part : part.substring(0, star)).strip();
            double weight = star < 0
                    ? usual
                    : Double.parseDouble(part.substring(star + 1).strip());
            List<String> keys = Syllables.official(text);
            if (keys.isEmpty() || !(weight > 0 && weight <= 2)) {
                throw new IllegalArgumentException("no meaning: " + part);
            }
            targets.add(new OfficialWords(text, Part.of(keys), weight));
            usual = Math.max(0.4, usual * 0.7);
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no meaning");
        }
        return targets;
    }
}
