package org.phigiay.forms;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.areas.Area;
import org.phigiay.areas.Areas;
import org.phigiay.areas.PlaceMeant;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;

/// An address as its template draws it.
///
/// @param provinces those of today, the chosen one marked; the first is none
/// @param formerProvinces those that are no more, each standing for the one of today
/// @param choices communes to choose from when the name alone does not tell; empty otherwise
/// @param list the choices are all communes of a province, many, without a name typed
public record AddressView(
        Typed typed, List<Option> provinces, List<Option> formerProvinces, List<Option> choices, boolean list) {

    /// @param line house, street, hamlet; the whole address when it lies elsewhere
    /// @param name of the commune
    /// @param province its code, or empty
    /// @param commune its code once it is certain, or empty
    /// @param elsewhere it is abroad or not in the list
    public record Typed(String line, String name, String province, String commune, boolean elsewhere) {}

    public AddressView {
        provinces = List.copyOf(provinces);
        formerProvinces = List.copyOf(formerProvinces);
        choices = List.copyOf(choices);
    }

    static AddressView of(Areas areas, Typed typed, PlaceMeant meant, String language) {
        Texts texts = Texts.in(Language.of(language));
        var provinces = new ArrayList<Option>();
        provinces.add(Option.of(
                "", texts.get("forms.address.noProvince"), typed.province().isEmpty()));
        for (Area province : areas.provinces()) {
            provinces.add(
                    Option.of(province.code(), province.name(), province.code().equals(typed.province())));
        }
        List<Option> former = areas.formerProvinces().stream()
                .flatMap(match -> match.now().stream()
                        .map(PlaceMeant::areaOf)
                        .flatMap(java.util.Optional::stream)
                        .map(area -> Option.of(
                                area.code(),
                                texts.get("forms.address.formerProvince", match.name(), area.name()),
                                false)))
                .toList();
        boolean undecided = typed.commune().isEmpty() && !typed.elsewhere();
        boolean list = undecided && typed.name().isEmpty() && !typed.province().isEmpty();
        return new AddressView(typed, provinces, former, choices(areas, typed, meant, list, texts), list);
    }

    private static List<Option> choices(Areas areas, Typed typed, PlaceMeant meant, boolean list, Texts texts) {
        var options = new ArrayList<Option>();
        if (list) {
            options.add(Option.of("", texts.get("forms.question.choose"), true));
            areas.communes(typed.province()).forEach(area -> options.add(Option.of(area.code(), area.name(), false)));
        } else if (meant instanceof PlaceMeant.Ask ask) {
            for (PlaceMeant.Choice choice : ask.choices()) {
                String hint = choice.formerName() == null
                        ? null
                        : texts.get(
                                choice.part() ? "forms.address.partOf" : "forms.address.wholeOf", choice.formerName());
                options.add(Option.of(choice.area().code(), choice.area().line(), hint, ask.moved()));
            }
        }
        return options;
    }
}
