package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.List;

/// Chỗ: where something stands in a form in the making. Steps lead from the definition downwards: the name of a part,
/// then the id (or the number, from 0) of one of its entries: `pages`, `lien-he`, `fields`, `phone`.
///
/// @param steps none for the form as a whole
public record Place(List<String> steps) {

    public static final Place FORM = new Place(List.of());
    public static final Place RESULT = new Place(List.of("result"));
    public static final Place OFFER = new Place(List.of("offer"));
    public static final Place PAGES = new Place(List.of("pages"));
    public static final Place RULES = new Place(List.of("rules"));

    public Place {
        steps = List.copyOf(steps);
    }

    public static Place page(String id) {
        return PAGES.to(id);
    }

    /// A field of a page; a field of a repeated question is named by both, `members.name`.
    public static Place field(String page, String path) {
        Place place = page(page);
        for (String id : path.split("\\.", -1)) {
            place = place.to("fields").to(id);
        }
        return place;
    }

    public static Place rule(int number) {
        return RULES.to(String.valueOf(number));
    }

    public Place to(String step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Place(more);
    }

    /// The list that holds it.
    public Place list() {
        return new Place(steps.subList(0, Math.max(0, steps.size() - 1)));
    }

    public String last() {
        return steps.isEmpty() ? "" : steps.getLast();
    }

    /// Id of the page it belongs to, empty when it stands on none.
    public String page() {
        return steps.size() > 1 && steps.getFirst().equals("pages") ? steps.get(1) : "";
    }

    /// Path of the field it belongs to, empty when it is none.
    public String field() {
        var ids = new ArrayList<String>();
        for (int i = 2; i + 1 < steps.size() && !page().isEmpty(); i += 2) {
            ids.add(steps.get(i + 1));
        }
        return String.join(".", ids);
    }
}
