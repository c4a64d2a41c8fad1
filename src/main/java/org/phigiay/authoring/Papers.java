package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.VietnameseText;

/// The papers a form may ask for. What is not on the published list may not be asked for (Decree 118/2025/NĐ-CP).
public final class Papers {

    private static final List<String> DECLARATIONS =
            List.of("to khai", "don ", "phieu ", "giay de nghi", "van ban de nghi", "mau ");

    /// The general form's place for whatever somebody wants to add: no announcement lists it.
    private static final String OTHER = "OTHER";

    /// The papers of our guidance; where there is none, those of the announcement, numbered as they stand.
    public static List<Component> of(Procedure procedure) {
        List<Component> ours = procedure.components().stream()
                .filter(paper -> !(procedure.generally() && paper.code().equals(OTHER)))
                .toList();
        return ours.isEmpty() ? announced(procedure) : ours;
    }

    /// Whether a paper is the declaration that the form replaces, by its name.
    static boolean declaration(Component paper) {
        String name = VietnameseText.folded(paper.title()).strip();
        return DECLARATIONS.stream().anyMatch(name::startsWith);
    }

    private Papers() {}

    private static List<Component> announced(Procedure procedure) {
        Set<String> names = new LinkedHashSet<>();
        var all = new ArrayList<Component>();
        var cases = procedure.national().cases();
        cases.forEach(each -> each.papers().stream()
                .filter(paper -> !paper.note() && !paper.name().isBlank())
                .filter(paper -> names.add(paper.name()))
                .forEach(paper -> all.add(component(all.size() + 1, paper, cases.size() == 1))));
        return all;
    }

    private static Component component(int number, Paper paper, boolean required) {
        return new Component(
                "TP%02d".formatted(number),
                new Bilingual(paper.name(), paper.name()),
                required,
                Math.max(0, paper.originals()),
                Math.max(0, paper.certified()),
                Math.max(0, paper.copies()),
                null,
                null);
    }
}
