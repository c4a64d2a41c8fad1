package org.phigiay.catalogue;

import java.util.List;
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
public record Guide(
        Bilingual who,
        Bilingual papers,
        Bilingual declaration,
        List<Bilingual> steps,
        List<Bilingual> counter,
        List<Bilingual> notes,
        List<String> phrases) {

    public Guide {
        steps = List.copyOf(steps);
        counter = List.copyOf(counter);
        notes = List.copyOf(notes);
        phrases = List.copyOf(phrases);
    }
}
