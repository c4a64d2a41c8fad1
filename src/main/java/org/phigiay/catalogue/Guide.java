package org.phigiay.catalogue;

import java.util.List;
import java.util.Map;
import org.phigiay.shared.Bilingual;

/// What people read before they begin, in everyday words.
///
/// @param who who can do it, in one line
/// @param papers what is needed, in one line
/// @param declaration name of the declaration that the form replaces
/// @param steps what happens, one short paragraph a step
/// @param counter what to bring when going to the counter
/// @param notes what is worth knowing beforehand
/// @param phrases everyday ways to ask for it, for the search
/// @param eligibility asked before one begins, in order
/// @param mistakes what others got wrong
/// @param examples by the code of a component
public record Guide(
        Bilingual who,
        Bilingual papers,
        Bilingual declaration,
        List<Bilingual> steps,
        List<Bilingual> counter,
        List<Bilingual> notes,
        List<String> phrases,
        List<Eligibility> eligibility,
        List<Mistake> mistakes,
        Map<String, Examples> examples) {

    public Guide {
        steps = List.copyOf(steps);
        counter = List.copyOf(counter);
        notes = List.copyOf(notes);
        phrases = List.copyOf(phrases);
        eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        mistakes = mistakes == null ? List.of() : List.copyOf(mistakes);
        examples = examples == null ? Map.of() : Map.copyOf(examples);
    }
}
