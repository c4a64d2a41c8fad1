package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.identity.PublicPaths;
import org.phigiay.organisation.Agency;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.transparency.DayCount;
import org.phigiay.ui.Choice;
import org.phigiay.ui.Figure;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Trang chủ, with the pages that explain: drawn from memory, without SQL.
@Controller
class HomePages {
    private final HomeAgency home;
    private final TodayNumbers numbers;
    private final Catalogue catalogue;

    HomePages(HomeAgency home, TodayNumbers numbers, Catalogue catalogue) {
        this.home = home;
        this.numbers = numbers;
        this.catalogue = catalogue;
    }

    @Bean
    static PublicPaths explaining() {
        return PublicPaths.of("/tro-giup", "/ngon-ngu");
    }

    /// @param place name of the agency, empty when there is none yet
    record HomeView(String place, List<Choice> events, List<Figure> today) {}

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        Texts texts = Texts.in(Languages.of(request));
        String language = texts.language().code();
        String place = home.get().map((Agency agency) -> agency.name(language)).orElse("");
        List<Figure> today = numbers.get().map(count -> figures(count, texts)).orElse(List.of());
        model.addAttribute("view", new HomeView(place, events(texts), today));
        return "portal/web/home";
    }

    @GetMapping("/tro-giup")
    String help() {
        return "portal/web/help";
    }

    @GetMapping("/ngon-ngu")
    String languages() {
        return "portal/web/languages";
    }

    /// Six moments of life. A way that leads to a procedure is shown only where the procedure exists.
    private List<Choice> events(Texts texts) {
        List<Choice> events = new ArrayList<>();
        event(events, texts, "birth", "1.001193");
        event(events, texts, "marriage", "1.004873");
        event(events, texts, "shop", "1.001612");
        event(events, texts, "house", "1.004873");
        event(events, texts, "abroad", "1.004873");
        events.add(new Choice(
                texts.get("portal.event-of-life.paper"), "/xac-minh", texts.get("portal.event-of-life.paper.line")));
        return events;
    }

    private void event(List<Choice> events, Texts texts, String name, String procedure) {
        if (catalogue.find(new ProcedureCode(procedure)).isPresent()) {
            events.add(new Choice(
                    texts.get("portal.event-of-life." + name),
                    "/thu-tuc/" + procedure,
                    texts.get("portal.event-of-life." + name + ".line")));
        }
    }

    private static List<Figure> figures(DayCount count, Texts texts) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(count.received(), "received", texts));
        figures.add(figure(count.onTime(), "on-time", texts));
        figures.add(figure(count.late(), "late", texts));
        if (count.waitedTooLong() > 0) {
            figures.add(figure(count.waitedTooLong(), "waited", texts));
        }
        return figures;
    }

    private static Figure figure(int number, String name, Texts texts) {
        return Figure.of(texts.get("portal.number", number), texts.get("portal.today." + name));
    }
}
