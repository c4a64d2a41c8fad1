package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Sealer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a verb says after its redirect travels in a sealed cookie, so that it needs no session in the program's memory
/// and any copy of the program can say it. Texts only.
@Component("flashMapManager")
class FlashCookies extends AbstractFlashMapManager {
    private static final Duration LASTS = Duration.ofMinutes(3);
    private static final int LONGEST = 3000;
    private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};

    private final Sealer sealer;
    private final JsonMapper json;

    record Kept(Map<String, String> texts, @Nullable String path, Map<String, List<String>> params, long until) {}

    FlashCookies(Sealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        String sealed = Cookies.read(request, Cookies.FLASH).orElse(null);
        if (sealed == null) {
            return null;
        }
        try {
            List<FlashMap> found = new ArrayList<>();
            sealer.open("flash", sealed)
                    .map(text -> json.readValue(text, KEPT))
                    .ifPresent(all -> all.forEach(kept -> found.add(flash(kept))));
            return found;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        List<Kept> kept = new ArrayList<>();
        flashMaps.forEach(flash -> kept.add(kept(flash)));
        String sealed = kept.isEmpty() ? "" : sealer.seal("flash", json.writeValueAsString(kept));
        if (sealed.isEmpty() || sealed.length() > LONGEST) {
            Cookies.remove(request, response, Cookies.FLASH);
        } else {
            Cookies.set(request, response, Cookies.FLASH, sealed, LASTS);
        }
    }

    private static Kept kept(FlashMap flash) {
        Map<String, String> texts = new java.util.HashMap<>();
        flash.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return new Kept(
                texts,
                flash.getTargetRequestPath(),
                Map.copyOf(flash.getTargetRequestParams()),
                flash.getExpirationTime());
    }

    private static FlashMap flash(Kept kept) {
        FlashMap flash = new FlashMap();
        flash.putAll(kept.texts());
        flash.setTargetRequestPath(kept.path());
        kept.params().forEach((name, values) -> values.forEach(value -> flash.addTargetRequestParam(name, value)));
        flash.setExpirationTime(kept.until());
        return flash;
    }
}
