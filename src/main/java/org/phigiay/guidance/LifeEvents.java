package org.phigiay.guidance;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The life events that come with the program: `events/<name>.json`, in the order of `events/order.txt`.
@Component
public class LifeEvents {

    private static final String FOLDER = "/org/phigiay/guidance/events/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ProcedureCode.class, AsText.class)
            .build();

    private final Map<String, LifeEvent> byName = new LinkedHashMap<>();

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // only its signature counts
        AsText(String value) {}
    }

    LifeEvents() {
        text("order.txt").lines().filter(name -> !name.isBlank()).forEach(name -> {
            LifeEvent event = JSON.readValue(text(name + ".json"), LifeEvent.class);
            byName.put(event.name(), event);
        });
    }

    /// All of them, the most asked for first.
    public List<LifeEvent> all() {
        return List.copyOf(byName.values());
    }

    public Optional<LifeEvent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The life events in which a procedure is a step.
    public List<LifeEvent> with(ProcedureCode code) {
        return byName.values().stream()
                .filter(event -> event.steps().stream()
                        .flatMap(step -> step.procedures().stream())
                        .anyMatch(named -> named.code().equals(code)))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(LifeEvents.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
