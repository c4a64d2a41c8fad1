package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.guidance.LifeEvents;
import org.phigiay.identity.PublicPaths;
import org.phigiay.organisation.Agency;
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
    private final LifeEvents lifeEvents;

    HomePages(HomeAgency home, TodayNumbers numbers, LifeEvents lifeEvents) {
        this.home = home;
        this.numbers = numbers;
        this.lifeEvents = lifeEvents;
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
        model.addAttribute("view", new HomeView(place, events(language), today));
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

    /// The first six moments of life.
    private List<Choice> events(String language) {
        return lifeEvents.all().stream()
                .limit(6)
                .map(event -> new Choice(
                        event.title().in(language),
                        "/viec-doi/" + event.name(),
                        event.line().in(language)))
                .toList();
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
