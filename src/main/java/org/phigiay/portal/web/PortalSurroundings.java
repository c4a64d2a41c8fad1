package org.phigiay.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.organisation.Agency;
import org.phigiay.ui.Surroundings;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Viewer;
import org.phigiay.ui.Way;
import org.springframework.stereotype.Component;

/// What stands around every page: whose portal it is, the ways from the top, and where a person helps.
@Component
class PortalSurroundings implements Surroundings {
    private final HomeAgency home;

    PortalSurroundings(HomeAgency home) {
        this.home = home;
    }

    @Override
    public String place(Texts texts) {
        return home.get().map(agency -> agency.name(code(texts))).orElse("");
    }

    @Override
    public List<Way> ways(@Nullable Viewer viewer, Texts texts) {
        if (viewer != null && viewer.office()) {
            return List.of(
                    new Way(texts.get("portal.way.work"), "/can-bo"),
                    new Way(texts.get("portal.way.agency-dossiers"), "/can-bo/ho-so"),
                    new Way(texts.get("portal.way.questions"), "/can-bo/cau-hoi"),
                    new Way(texts.get("portal.way.procedures"), "/thu-tuc"),
                    new Way(texts.get("portal.way.mine"), "/ho-so"));
        }
        if (viewer != null) {
            return List.of(
                    new Way(texts.get("portal.way.procedures"), "/thu-tuc"),
                    new Way(texts.get("portal.way.mine.short"), "/ho-so"),
                    new Way(texts.get("portal.way.notices"), "/thong-bao"),
                    new Way(texts.get("portal.way.results.short"), "/ket-qua"));
        }
        return List.of(
                new Way(texts.get("portal.way.procedures"), "/thu-tuc"),
                new Way(texts.get("portal.way.track"), "/tra-cuu"),
                new Way(texts.get("portal.way.verify"), "/xac-minh"));
    }

    @Override
    public Help help(Texts texts) {
        return home.get().map(agency -> help(agency, texts)).orElse(new Help("", "", ""));
    }

    private static Help help(Agency agency, Texts texts) {
        String language = code(texts);
        return new Help(
                texts.get("portal.help.place", agency.name(language), agency.address()),
                agency.hours().in(language),
                agency.phone());
    }

    private static String code(Texts texts) {
        return texts.language().code();
    }
}
