package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Ảnh hưởng: whom the next version of a form concerns, and what would become of their answers if they went over to it.
/// Nobody is moved by publishing: a running draft keeps its version until its owner agrees.
///
/// @param inForce the version people fill in now, null when there is none
/// @param drafts how many are in the middle of it
/// @param dossiers how many filed with it are not settled yet
/// @param kept fields whose answers stay
/// @param again fields that would be asked: new ones, and those that take another kind of answer now
/// @param dropped fields that are not asked any more
public record Impact(
        @Nullable FormRef inForce,
        long drafts,
        long dossiers,
        List<String> kept,
        List<String> again,
        List<String> dropped) {

    /// @param before the form in force, null when there is none
    static Impact of(
            @Nullable FormRef inForce, @Nullable ObjectNode before, ObjectNode after, long drafts, long dossiers) {
        Map<String, ObjectNode> old = before == null ? Map.of() : fields(before);
        Map<String, ObjectNode> fresh = fields(after);
        var kept = new ArrayList<String>();
        var again = new ArrayList<String>();
        fresh.forEach((path, field) -> {
            ObjectNode then = old.get(path);
            (then != null && takes(then, field) ? kept : again).add(label(field));
        });
        List<String> dropped = old.entrySet().stream()
                .filter(field -> !fresh.containsKey(field.getKey()))
                .map(field -> label(field.getValue()))
                .toList();
        return new Impact(inForce, drafts, dossiers, kept, again, dropped);
    }

    /// Whether an answer to the field before is an answer to the field after: same kind, no choice taken away.
    private static boolean takes(ObjectNode before, ObjectNode after) {
        boolean same = before.path("type").equals(after.path("type"))
                && before.path("list").equals(after.path("list"))
                && before.path("component").equals(after.path("component"))
                && before.path("parts").equals(after.path("parts"));
        return same && values(after).containsAll(values(before));
    }

    private static Set<String> values(ObjectNode field) {
        return field.path("choices")
                .valueStream()
                .map((JsonNode choice) -> choice.path("value").asString(""))
                .collect(Collectors.toSet());
    }

    private static Map<String, ObjectNode> fields(ObjectNode form) {
        var fields = new LinkedHashMap<String, ObjectNode>();
        FormTree.fields(form, (place, field) -> {
            if (!field.path("type").asString("").equals("calculated")) {
                fields.put(place.field(), field);
            }
        });
        return fields;
    }

    private static String label(ObjectNode field) {
        return field.path("label").path("vi").asString(FormTree.id(field));
    }
}
