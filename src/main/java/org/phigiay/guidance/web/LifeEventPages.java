package org.phigiay.guidance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.guidance.LifeEvent;
import org.phigiay.guidance.LifeEvents;
import org.phigiay.guidance.PlainScores;
import org.phigiay.identity.PublicPaths;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Choice;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/viec-doi`: the moments of life, step by step over several agencies.
@Controller
class LifeEventPages {
    private final LifeEvents events;
    private final Catalogue catalogue;
    private final PlainScores scores;

    LifeEventPages(LifeEvents events, Catalogue catalogue, PlainScores scores) {
        this.events = events;
        this.catalogue = catalogue;
        this.scores = scores;
    }

    @Bean
    static PublicPaths guidanceForEverybody() {
        return PublicPaths.of("/viec-doi/**", "/ngon-ngu-de-hieu");
    }

    @GetMapping("/viec-doi")
    String list(HttpServletRequest request, Model model) {
        String lang = Languages.of(request).code();
        List<Choice> choices = events.all().stream()
                .map(event -> new Choice(
                        event.title().in(lang),
                        "/viec-doi/" + event.name(),
                        event.line().in(lang)))
                .toList();
        model.addAttribute("events", choices);
        return "guidance/web/events";
    }

    @GetMapping("/viec-doi/{name}")
    String show(@PathVariable("name") String name, HttpServletRequest request, Model model) {
        LifeEvent event = events.find(name).orElseThrow(() -> new NotFound("guidance.event.not-found", name));
        Texts texts = Texts.in(Languages.of(request));
        model.addAttribute("view", LifeEventViews.show(event, catalogue, scores.of(event), texts));
        return "guidance/web/event";
    }
}
