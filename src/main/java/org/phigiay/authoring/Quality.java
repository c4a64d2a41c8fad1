package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Problem;
import org.phigiay.guidance.FillingTime;
import org.phigiay.guidance.Passage;
import org.phigiay.guidance.PlainLanguage;
import org.phigiay.guidance.Score;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Kiểm tra chất lượng: everything that stands in the way of a form, or that could be better, each with its place.
@org.springframework.stereotype.Component
class Quality {

    /// Types that a person types into: they need an example.
    private static final Set<String> TYPED =
            Set.of("text", "longText", "phone", "email", "personalNumber", "taxCode", "address", "money", "number");

    private static final Pattern VIETNAMESE = Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ\\u1EA0-\\u1EF9àáèéìíòóùúýãõĩũ]");

    private final Forms forms;
    private final Publishing publishing;
    private final JsonMapper json;

    Quality(Forms forms, Publishing publishing, JsonMapper json) {
        this.forms = forms;
        this.publishing = publishing;
        this.json = json;
    }

    /// What the checks found.
    ///
    /// @param score how plainly it is written; places are those of [#where]
    /// @param minutes about how long it takes to fill in, 0 while the form cannot be read
    /// @param definition the form as it would be published, null while it cannot be read
    record Checked(
            List<Remark> remarks,
            Score score,
            int pages,
            int minutes,
            @Nullable FormDefinition definition) {}

    Checked check(Procedure procedure, FormDraft draft) {
        var remarks = new ArrayList<Remark>();
        ObjectNode form = draft.form();
        texts(form, remarks);
        papers(form, Papers.of(procedure), remarks);
        if (Publishing.channels(procedure, draft.offer()).isEmpty()) {
            remarks.add(Remark.blocking(Place.OFFER, "authoring.check.offer"));
        }
        String body = json.writeValueAsString(publishing.complete(procedure, draft));
        List<Remark> wrong = problems(forms, form, body);
        remarks.addAll(wrong);
        FormDefinition definition = readable(body);
        Score score = PlainLanguage.score(passages(form));
        return new Checked(
                List.copyOf(remarks),
                score,
                form.path("pages").size(),
                definition == null ? 0 : FillingTime.of(definition),
                definition);
    }

    /// What contradicts itself in a definition; empty when it can be published.
    static List<Remark> problems(Forms forms, ObjectNode form, String body) {
        return forms.problems(body).stream()
                .map(problem -> remark(form, problem))
                .toList();
    }

    /// The form as it stands, right or wrong, for looking at it; null when it cannot be read at all.
    private static @Nullable FormDefinition readable(String body) {
        try {
            return Forms.parse(body);
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static Remark remark(ObjectNode form, Problem problem) {
        String[] steps = problem.place().split("/", 2);
        String rest = steps.length > 1 ? steps[1] : "";
        if (steps[0].equals("example") && !rest.isEmpty()) {
            return Remark.blocking(placeOf(form, rest), "authoring.check.example-answers", rest);
        }
        Place place = switch (steps[0]) {
            case "", "ref", "procedure", "title", "sections", "forWhom", "chain", "example" -> Place.FORM;
            case "result" -> Place.RESULT;
            case "rules" -> rest.matches("\\d{1,3}") ? Place.rule(Integer.parseInt(rest) - 1) : Place.RULES;
            default -> rest.isEmpty() ? page(form, steps[0]) : field(form, steps[0], rest);
        };
        return new Remark(place, problem.message(), problem.args(), true);
    }

    /// A page by its id, or by the reader's way through the file, `pages.3.fields.0`.
    private static Place page(ObjectNode form, String id) {
        String[] way = id.split("\\.", -1);
        if (way.length > 1 && way[0].equals("pages") && way[1].matches("\\d{1,3}")) {
            return Place.page(FormTree.id(form.path("pages").path(Integer.parseInt(way[1]))));
        }
        return Place.page(id);
    }

    private static Place field(ObjectNode form, String page, String path) {
        Place[] found = {Place.page(page)};
        FormTree.fields(form, (place, _) -> {
            String own = place.field();
            if (place.page().equals(page) && (path.equals(own) || path.startsWith(own + "."))) {
                found[0] = place;
            }
        });
        return found[0];
    }

    /// The name of a passage in the score: a place and which of its texts.
    static String where(Place place, String text) {
        return String.join("/", place.steps()) + "|" + text;
    }

    /// Everything a person reads, as the public score counts it.
    private static List<Passage> passages(ObjectNode form) {
        var all = new ArrayList<Passage>();
        FormTree.pages(form, (place, page) -> {
            for (String part : List.of("title", "hint", "note")) {
                add(all, place, part, page.path(part));
            }
            add(all, place, "why", page.path("why").path("text"));
            FormTree.fields(place, page, (at, field) -> {
                add(all, at, "label", field.path("label"));
                add(all, at, "hint", field.path("hint"));
                add(all, at, "because", field.path("example").path("because"));
                int number = 0;
                for (JsonNode choice : field.path("choices")) {
                    add(all, at, "choices." + number + ".label", choice.path("label"));
                    add(all, at, "choices." + number + ".hint", choice.path("hint"));
                    number++;
                }
            });
        });
        int number = 0;
        for (JsonNode rule : form.path("rules")) {
            add(all, Place.rule(number), "message", rule.path("message"));
            number++;
        }
        return all;
    }

    private static void add(List<Passage> all, Place place, String part, JsonNode text) {
        String vi = text.path("vi").asString("");
        if (!vi.isBlank()) {
            all.add(new Passage(where(place, part), vi));
        }
    }

    private static void texts(ObjectNode form, List<Remark> remarks) {
        translated(Place.FORM, "title", form.path("title"), remarks);
        FormTree.pages(form, (place, page) -> {
            translated(place, "title", page.path("title"), remarks);
            for (String part : List.of("hint", "note")) {
                translated(place, part, page.path(part), remarks);
            }
            JsonNode why = page.path("why");
            if (why.path("text").path("vi").asString("").isBlank()
                    || why.path("clause").asString("").isBlank()) {
                remarks.add(Remark.blocking(place, "authoring.check.why"));
            }
            translated(place, "why", why.path("text"), remarks);
            FormTree.fields(place, page, (at, field) -> field(at, field, remarks));
        });
    }

    private static void field(Place place, ObjectNode field, List<Remark> remarks) {
        translated(place, "label", field.path("label"), remarks);
        translated(place, "hint", field.path("hint"), remarks);
        JsonNode example = field.path("example");
        if (TYPED.contains(field.path("type").asString(""))
                && example.path("right").asString("").isBlank()) {
            remarks.add(Remark.blocking(place, "authoring.check.example"));
        }
        if (!example.path("wrong").asString("").isBlank()
                && example.path("because").path("vi").asString("").isBlank()) {
            remarks.add(Remark.advice(place, "authoring.check.because"));
        }
        translated(place, "because", example.path("because"), remarks);
        for (JsonNode choice : field.path("choices")) {
            translated(place, "choices", choice.path("label"), remarks);
        }
    }

    private static void papers(ObjectNode form, List<Component> papers, List<Remark> remarks) {
        Set<String> listed = papers.stream().map(Component::code).collect(Collectors.toSet());
        Set<String> asked = new java.util.HashSet<>();
        FormTree.fields(form, (place, field) -> {
            String component = field.path("component").asString("");
            asked.add(component);
            if (field.path("type").asString("").equals("file") && !listed.contains(component)) {
                remarks.add(Remark.blocking(place, "authoring.check.component"));
            }
        });
        papers.stream()
                .filter(paper -> paper.required() && !Papers.declaration(paper) && !asked.contains(paper.code()))
                .forEach(paper ->
                        remarks.add(Remark.advice(Place.PAGES, "authoring.check.paper-not-asked", paper.title())));
    }

    /// An English text is missing when it is empty, or repeats Vietnamese words.
    private static void translated(Place place, String part, JsonNode text, List<Remark> remarks) {
        String vi = text.path("vi").asString("");
        String en = text.path("en").asString("");
        boolean missing =
                en.isBlank() || (en.equals(vi) && VIETNAMESE.matcher(en).find());
        if (!vi.isBlank() && missing) {
            remarks.add(Remark.advice(place, "authoring.check.english." + part));
        }
    }

    /// The place of the field that holds an answer, by the answer's path; the form as a whole when there is none.
    static Place placeOf(ObjectNode form, String answer) {
        Place[] found = {Place.FORM};
        FormTree.fields(form, (place, _) -> {
            String path = place.field();
            if (answer.equals(path) || answer.startsWith(path + ".")) {
                found[0] = place;
            }
        });
        return found[0];
    }
}
