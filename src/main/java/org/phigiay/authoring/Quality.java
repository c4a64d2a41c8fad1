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
    private static final Set<String> TYPED = Set.of(
            "text", "longText", "phone", "email", "personalNumber", "taxCode", "address", "money", "number");

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
        List<Remark> wrong = problems(body);
        remarks.addAll(wrong);
        FormDefinition definition = wrong.isEmpty() ? Forms.parse(body) : null;
        if (definition != null) {
            forms.check(definition, definition.example(), "vi").stream()
                    .limit(3)
                    .forEach(error -> remarks.add(Remark.blocking(
                            placeOf(form, error.field()), "authoring.check.example-answers", error.field())));
        }
        Score score = PlainLanguage.score(passages(form));
        return new Checked(
                List.copyOf(remarks),
                score,
                form.path("pages").size(),
                definition == null ? 0 : FillingTime.of(definition),
                definition);
    }

    /// What contradicts itself in a definition; empty when it can be published.
    static List<Remark> problems(String body) {
        try {
            FormDefinition _ = Forms.parse(body);
            return List.of();
        } catch (RuntimeException e) {
            return List.of(Remark.blocking(Place.FORM, "authoring.check.broken"));
        }
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
        said(Place.FORM, "title", form.path("title"), remarks);
        if (form.path("pages").isEmpty()) {
            remarks.add(Remark.blocking(Place.PAGES, "authoring.check.no-pages"));
        }
        FormTree.pages(form, (place, page) -> {
            said(place, "title", page.path("title"), remarks);
            for (String part : List.of("hint", "note")) {
                translated(place, part, page.path(part), remarks);
            }
            JsonNode why = page.path("why");
            if (why.path("text").path("vi").asString("").isBlank()
                    || why.path("clause").asString("").isBlank()) {
                remarks.add(Remark.blocking(place, "authoring.check.why"));
            }
            translated(place, "why", why.path("text"), remarks);
            if (page.path("fields").isEmpty()) {
                remarks.add(Remark.blocking(place, "authoring.check.no-fields"));
            }
            FormTree.fields(place, page, (at, field) -> field(at, field, remarks));
        });
    }

    private static void field(Place place, ObjectNode field, List<Remark> remarks) {
        said(place, "label", field.path("label"), remarks);
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
            if (choice.path("label").path("vi").asString("").isBlank()) {
                remarks.add(Remark.blocking(place, "authoring.check.choice"));
            }
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

    private static void said(Place place, String part, JsonNode text, List<Remark> remarks) {
        if (text.path("vi").asString("").isBlank()) {
            remarks.add(Remark.blocking(place, "authoring.check." + part));
        }
        translated(place, part, text, remarks);
    }

    /// An English text is missing when it is empty, or repeats Vietnamese words.
    private static void translated(Place place, String part, JsonNode text, List<Remark> remarks) {
        String vi = text.path("vi").asString("");
        String en = text.path("en").asString("");
        boolean missing = en.isBlank() || (en.equals(vi) && VIETNAMESE.matcher(en).find());
        if (!vi.isBlank() && missing) {
            remarks.add(Remark.advice(place, "authoring.check.english." + part));
        }
    }

    /// The place of the field that holds an answer, by the answer's path.
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
