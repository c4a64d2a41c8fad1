package org.phigiay.authoring.web;

import org.phigiay.authoring.Place;
import org.phigiay.shared.ProcedureCode;

/// The addresses of these pages.
final class Ways {

    static final String HOME = "/can-bo/danh-muc/bieu-mau";

    private Ways() {}

    static String form(ProcedureCode code) {
        return HOME + "/" + code;
    }

    /// Where a place is edited.
    static String to(ProcedureCode code, Place place) {
        String form = form(code);
        if (!place.page().isEmpty()) {
            String page = form + "/trang/" + place.page();
            return place.field().isEmpty() ? page : page + "/o/" + place.field();
        }
        if (place.steps().isEmpty()) {
            return form + "/chung";
        }
        return switch (place.steps().getFirst()) {
            case "result" -> form + "/ket-qua";
            case "offer" -> form + "/hen";
            case "rules" -> place.steps().size() > 1 ? form + "/quy-tac/" + place.last() : form + "#quy-tac";
            default -> form;
        };
    }

    static String preview(ProcedureCode code, String page) {
        return form(code) + "/xem-truoc/" + page;
    }
}
