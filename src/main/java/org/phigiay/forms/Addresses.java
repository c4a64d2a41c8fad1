package org.phigiay.forms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.Area;
import org.phigiay.areas.Areas;
import org.phigiay.areas.PlaceMeant;
import org.phigiay.shared.FieldError;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers that are addresses. Once units are imported an address is a commune of today and a line before it; a name of
/// earlier is taken too, and where the old commune was divided the person is asked which part. Without units, abroad,
/// and in answers given earlier an address is one line of text.
///
/// In JSON a string, or an object: `commune` (its code), `line` (house, street, hamlet), `text` (how it is printed,
/// made
/// here). While it is unfinished it has `name` and `province` as they were typed, and no `commune`.
@Component
public class Addresses {

    static final String COMMUNE = "commune";
    static final String LINE = "line";
    static final String TEXT = "text";
    static final String NAME = "name";
    static final String PROVINCE = "province";

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern KIND = Pattern.compile("(?iu)^(xã|phường|thị trấn|đặc khu|x\\.|p\\.|tt\\.)\\s*\\S.*");
    private static final int LONGEST = 300;

    private final Areas areas;

    Addresses(Areas areas) {
        this.areas = areas;
    }

    /// Whether an address is asked for by its commune.
    boolean byCommune() {
        return areas.known();
    }

    /// What was posted for a field; null when nothing was, or when the page had one line only.
    @Nullable
    JsonNode read(Field field, MultiValueMap<String, String> posted) {
        String id = field.id();
        String name = typed(posted, id + ".name");
        String line = typed(posted, id + ".line");
        String province = typed(posted, id + ".province");
        if (posted.containsKey(id + ".elsewhere")) {
            String whole = String.join(
                    ", ",
                    Arrays.stream(new String[] {line, name})
                            .filter(part -> !part.isEmpty())
                            .toList());
            return whole.isEmpty() ? null : JsonNodeFactory.instance.stringNode(whole);
        }
        String chosen = typed(posted, id + ".commune");
        if (!chosen.isEmpty() && name.equals(typed(posted, id + ".for"))) {
            Optional<Area> commune = commune(chosen);
            if (commune.isPresent()) {
                return finished(commune.get(), line);
            }
        }
        if (name.isEmpty() && line.isEmpty() && province.isEmpty()) {
            return null;
        }
        if (!name.isEmpty() && areas.meant(name, province) instanceof PlaceMeant.One(Area commune)) {
            return finished(commune, line);
        }
        ObjectNode unfinished = JsonNodeFactory.instance.objectNode();
        put(unfinished, NAME, name);
        put(unfinished, PROVINCE, province);
        put(unfinished, LINE, line);
        return unfinished;
    }

    /// The answer with its text written out; what is no finished address stays as it is.
    JsonNode written(JsonNode answer) {
        return answer.isObject()
                ? commune(answer.path(COMMUNE).asString(""))
                        .<JsonNode>map(area ->
                                finished(area, answer.path(LINE).asString("").strip()))
                        .orElse(answer)
                : answer;
    }

    private static ObjectNode finished(Area commune, String line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(COMMUNE, commune.code());
        put(answer, LINE, line);
        return answer.put(TEXT, line.isEmpty() ? commune.line() : line + ", " + commune.line());
    }

    /// The errors with those at addresses said in a way that helps, and with addresses that no longer exist.
    List<FieldError> refined(FormDefinition form, JsonNode answers, List<FieldError> errors, String language) {
        Map<String, FieldError> byField = new LinkedHashMap<>();
        form.fields(answers).forEach(field -> {
            Optional<FieldError> known = errors.stream()
                    .filter(error -> error.field().equals(field.id()))
                    .findFirst();
            JsonNode answer = Answers.at(answers, field.id());
            boolean asked = answer.isObject()
                    || (byCommune()
                            && known.filter(error -> error.message().startsWith("forms.error.required."))
                                    .isPresent());
            Optional<FieldError> better = field.type() == FieldType.ADDRESS && asked
                    ? problem(field, answer, known.isPresent(), language)
                    : Optional.empty();
            better.or(() -> known).ifPresent(error -> byField.put(field.id(), error));
        });
        List<FieldError> all = new ArrayList<>(byField.values());
        errors.stream().filter(error -> !byField.containsKey(error.field())).forEach(all::add);
        return List.copyOf(all);
    }

    private Optional<FieldError> problem(Field field, JsonNode answer, boolean wrong, String language) {
        String id = field.id();
        String label = field.label().in(language);
        if (answer.has(COMMUNE)) {
            boolean there = commune(answer.path(COMMUNE).asString("")).isPresent();
            return there || wrong
                    ? Optional.empty()
                    : Optional.of(FieldError.of(id, "forms.error.address.gone", label));
        }
        String name = answer.path(NAME).asString("");
        String province = answer.path(PROVINCE).asString("");
        if (name.isEmpty()) {
            return Optional.of(areas.find(province)
                    .map(found -> FieldError.of(id, "forms.error.address.choose", found.name()))
                    .orElse(FieldError.of(id, "forms.error.address.commune", label)));
        }
        return Optional.of(
                switch (areas.meant(name, province)) {
                    case PlaceMeant.One(Area commune) -> FieldError.of(id, "forms.error.address.guess", commune.line());
                    case PlaceMeant.Unknown _ -> FieldError.of(id, "forms.error.address.unknown", name);
                    case PlaceMeant.Ask ask
                    when ask.moved() -> {
                        PlaceMeant.Choice only = ask.choices().getFirst();
                        String former = only.formerName() == null ? name : only.formerName();
                        yield FieldError.of(
                                id,
                                "forms.error.address.moved",
                                former,
                                only.area().line());
                    }
                    case PlaceMeant.Ask ask when !ask.named() -> FieldError.of(id, "forms.error.address.guess", name);
                    case PlaceMeant.Ask ask
                    when ask.all() > ask.choices().size() -> FieldError.of(id, "forms.error.address.many", name);
                    case PlaceMeant.Ask _ -> FieldError.of(id, "forms.error.address.several", name);
                });
    }

    /// What a page shows at an address.
    ///
    /// @param known one line known from the account, when nothing was answered yet
    AddressView view(JsonNode answer, String known, String language) {
        JsonNode shown = answer.isMissingNode() ? taken(known) : answer;
        if (shown.isString()) {
            return drawn(shown.asString(), "", "", "", true, PlaceMeant.UNASKED, language);
        }
        String line = shown.path(LINE).asString("");
        Optional<Area> commune = commune(shown.path(COMMUNE).asString(""));
        if (commune.isPresent()) {
            Area area = commune.get();
            String province = area.province() == null ? "" : area.province().code();
            return drawn(line, area.name(), province, area.code(), false, PlaceMeant.UNASKED, language);
        }
        String name = shown.path(NAME).asString("");
        String province = shown.path(PROVINCE).asString("");
        PlaceMeant meant = name.isEmpty() ? PlaceMeant.UNASKED : areas.meant(name, province);
        return drawn(line, name, province, "", false, meant, language);
    }

    /// One line of the account taken apart; as it is when it names no commune of today.
    private JsonNode taken(String known) {
        if (known.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        List<String> parts = Arrays.stream(known.split(",")).map(String::strip).toList();
        for (int i = 0; i < parts.size(); i++) {
            if (KIND.matcher(parts.get(i)).matches()) {
                String name = String.join(", ", parts.subList(i, parts.size()));
                String line = String.join(", ", parts.subList(0, i));
                if (areas.meant(name, "") instanceof PlaceMeant.One(Area commune)) {
                    return finished(commune, line);
                }
            }
        }
        return JsonNodeFactory.instance.stringNode(known);
    }

    private AddressView drawn(
            String line,
            String name,
            String province,
            String commune,
            boolean elsewhere,
            PlaceMeant meant,
            String language) {
        return AddressView.of(areas, new AddressView.Typed(line, name, province, commune, elsewhere), meant, language);
    }

    private Optional<Area> commune(String code) {
        return areas.find(code).filter(area -> !area.isProvince());
    }

    private static void put(ObjectNode answer, String field, String value) {
        if (!value.isEmpty()) {
            answer.put(field, value);
        }
    }

    private static String typed(MultiValueMap<String, String> posted, String name) {
        String value = posted.getFirst(name);
        String plain = value == null
                ? ""
                : SPACES.matcher(Normalizer.normalize(PostedAnswers.storable(value), Normalizer.Form.NFC))
                        .replaceAll(" ")
                        .strip();
        return plain.length() > LONGEST + 1 ? plain.substring(0, LONGEST + 1) : plain;
    }
}
