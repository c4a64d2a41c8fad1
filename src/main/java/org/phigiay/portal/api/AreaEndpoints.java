package org.phigiay.portal.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.Area;
import org.phigiay.areas.Areas;
import org.phigiay.areas.Match;
import org.phigiay.identity.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Provinces and communes by name, of today and of earlier, with what the old ones have become: public.
@RestController
@RequestMapping(path = "/api/v1/areas", produces = MediaType.APPLICATION_JSON_VALUE)
class AreaEndpoints {
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private final Areas areas;

    AreaEndpoints(Areas areas) {
        this.areas = areas;
    }

    @Bean
    static PublicPaths publicAreaAnswers() {
        return PublicPaths.of("/api/v1/areas");
    }

    /// @param asOf the day of the list in force; null when none was imported
    record AreasAnswer(@Nullable String asOf, List<AreaAnswer> items) {}

    /// @param when `now`, `renamed` or `old`
    /// @param until the first day without the name, where it is known
    record AreaAnswer(
            String when,
            String code,
            String name,
            String province,
            @Nullable String until,
            List<NowAnswer> now) {}

    /// @param code null when the list in force has no such unit
    /// @param part only a part of the old unit is there
    record NowAnswer(
            @Nullable String code, String name, @Nullable String province, boolean part) {}

    @GetMapping
    AreasAnswer search(@RequestParam(defaultValue = "") String q) {
        String asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        var asOf = areas.asOf();
        return new AreasAnswer(
                asOf == null ? null : asOf.toString(),
                areas.search(asked, MOST).stream().map(AreaEndpoints::answer).toList());
    }

    private static AreaAnswer answer(Match match) {
        return new AreaAnswer(
                match.era().name().toLowerCase(Locale.ROOT),
                match.code(),
                match.name(),
                match.province(),
                match.until() == null ? null : match.until().toString(),
                match.now().stream().map(AreaEndpoints::now).toList());
    }

    private static NowAnswer now(Match.Successor each) {
        Area area = each.area();
        Area province = area == null ? null : area.province();
        return new NowAnswer(
                area == null ? null : area.code(), each.name(), province == null ? null : province.name(), each.part());
    }
}
