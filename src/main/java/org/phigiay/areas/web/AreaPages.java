package org.phigiay.areas.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.phigiay.areas.Area;
import org.phigiay.areas.Areas;
import org.phigiay.areas.Match;
import org.phigiay.areas.PlaceMeant;
import org.phigiay.identity.PublicPaths;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Xã cũ nay thuộc xã nào: anybody may ask.
@Controller
class AreaPages {

    private static final String ROOT = "/dia-danh";
    private static final int MOST = 30;
    private static final int LONGEST = 200;

    private final Areas areas;

    AreaPages(Areas areas) {
        this.areas = areas;
    }

    @Bean
    static PublicPaths publicAreaPaths() {
        return PublicPaths.of(ROOT, ROOT + "/**");
    }

    @GetMapping(ROOT)
    String show(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        String asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        boolean any = !asked.isBlank();
        List<Match> matches = any ? areas.search(asked, MOST) : List.of();
        Texts texts = Texts.in(Languages.of(request));
        model.addAttribute(
                "view",
                new AreaView(
                        asked,
                        any,
                        areas.known(),
                        areas.asOf(),
                        matches.stream().map(match -> found(match, texts)).toList(),
                        matches.size() == MOST));
        return "areas/web/show";
    }

    private AreaView.Found found(Match match, Texts texts) {
        List<String> now = match.now().stream()
                .map(each -> {
                    Area area = each.area();
                    String name = area == null ? each.name() : area.line();
                    String part = each.part() ? texts.get("areas.page.part", name) : name;
                    return each.statedCode() == null
                            ? part
                            : texts.get("areas.page.otherCode", part, each.statedCode());
                })
                .toList();
        List<String> madeOf = match.era() == Match.Era.NOW && match.code().length() == 5
                ? areas.madeOf(match.code()).stream().map(Match::name).toList()
                : List.of();
        String name = match.era() == Match.Era.NOW ? match.name() : texts.get("areas.page.former", match.name());
        String title = match.province().isEmpty() ? name : name + ", " + match.province();
        return new AreaView.Found(match, title, now, madeOf);
    }

    /// What is suggested in a box: at most twelve communes of today.
    @GetMapping(path = ROOT + "/goi-y", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Suggestion>> suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tinh,
            HttpServletRequest request) {
        Texts texts = Texts.in(Languages.of(request));
        List<PlaceMeant.Choice> choices = q.isBlank() || q.length() > LONGEST
                ? List.of()
                : switch (areas.meant(q, tinh)) {
                    case PlaceMeant.One(Area commune) -> List.of(new PlaceMeant.Choice(commune, null, false));
                    case PlaceMeant.Ask ask -> ask.choices();
                    case PlaceMeant.Unknown _ -> List.of();
                };
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(choices.stream()
                        .flatMap(choice -> suggestion(choice, texts).stream())
                        .toList());
    }

    /// @param note where it lies, and by which former name it was found
    record Suggestion(String commune, String province, String name, String note) {}

    private static Optional<Suggestion> suggestion(PlaceMeant.Choice choice, Texts texts) {
        Area province = choice.area().province();
        if (province == null) {
            return Optional.empty();
        }
        String former = choice.formerName();
        String note = former == null
                ? province.name()
                : texts.get(
                        choice.part() ? "areas.suggestion.part" : "areas.suggestion.whole", province.name(), former);
        return Optional.of(new Suggestion(
                choice.area().code(), province.code(), choice.area().name(), note));
    }
}
