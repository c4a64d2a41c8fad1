package org.phigiay.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Eligibility;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Mistake;
import org.phigiay.forms.Choice;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Rule;
import org.phigiay.shared.Bilingual;

/// Everything a person reads in one thing, as passages to be measured. What the law names (the official title, the
/// clause behind a question) is not ours to rewrite and is left out.
public final class Passages {

    private final List<Passage> passages = new ArrayList<>();

    private Passages() {}

    /// The texts of a procedure's guidance; `where` is the place in the guidance, such as `steps.2`.
    public static List<Passage> of(Guidance guidance) {
        Passages all = new Passages();
        Guide guide = guidance.guide();
        all.add("plainTitle", guidance.plainTitle());
        all.add("who", guide.who());
        all.add("papers", guide.papers());
        all.add("steps", guide.steps());
        all.add("counter", guide.counter());
        all.add("notes", guide.notes());
        for (int i = 0; i < guide.eligibility().size(); i++) {
            Eligibility asked = guide.eligibility().get(i);
            all.add("eligibility." + i + ".question", asked.question());
            all.add("eligibility." + i + ".otherwise", asked.otherwise());
        }
        for (int i = 0; i < guide.mistakes().size(); i++) {
            Mistake mistake = guide.mistakes().get(i);
            all.add("mistakes." + i + ".wrong", mistake.wrong());
            all.add("mistakes." + i + ".right", mistake.right());
        }
        for (Component component : guidance.components()) {
            all.add("components." + component.code() + ".applies", component.applies());
        }
        guide.examples().forEach((code, examples) -> {
            all.add("examples." + code + ".right", examples.right());
            all.add("examples." + code + ".wrong", examples.wrong());
        });
        for (int i = 0; i < guidance.channels().size(); i++) {
            all.add("channels." + i + ".note", guidance.channels().get(i).note());
        }
        return all.passages;
    }

    /// The texts of a form: questions, labels, hints, choices, reasons and errors of its own; `where` is the page, a
    /// point, the field.
    public static List<Passage> of(FormDefinition form) {
        Passages all = new Passages();
        for (FormPage page : form.pages()) {
            all.add(page.id(), page.title());
            all.add(page.id() + ".hint", page.hint());
            all.add(page.id() + ".note", page.note());
            all.add(page.id() + ".why", page.why() == null ? null : page.why().text());
            page.fields().forEach(field -> all.field(page.id() + "." + field.id(), field));
        }
        for (Rule rule : form.rules()) {
            if (rule instanceof Rule.NotTogether together) {
                all.add("rules." + together.fields().getFirst(), together.message());
            }
        }
        return all.passages;
    }

    /// The texts of a life event; `where` is the place in its file.
    public static List<Passage> of(LifeEvent event) {
        Passages all = new Passages();
        all.add("title", event.title());
        all.add("line", event.line());
        all.add("intro", event.intro());
        all.add("bring", event.bring());
        for (int i = 0; i < event.steps().size(); i++) {
            LifeEvent.Step step = event.steps().get(i);
            all.add("steps." + i + ".title", step.title());
            all.add("steps." + i + ".text", step.text());
            all.add("steps." + i + ".cost", step.cost());
            all.add("steps." + i + ".time", step.time());
            all.add("steps." + i + ".bring", step.bring());
        }
        all.add("notes", event.notes());
        return all.passages;
    }

    private void field(String where, Field field) {
        if (field.group() == null) {
            add(where, field.label());
        }
        add(where + ".hint", field.hint());
        field.fields().forEach(inside -> field(where + "." + inside.id(), inside));
        add(
                where + ".because",
                field.example() == null || field.group() != null
                        ? null
                        : field.example().because());
        if (field.list() == null) {
            for (Choice choice : field.choices()) {
                add(where + "." + choice.value(), choice.label());
                add(where + "." + choice.value() + ".hint", choice.hint());
            }
        }
    }

    private void add(String where, List<Bilingual> texts) {
        for (int i = 0; i < texts.size(); i++) {
            add(where + "." + i, texts.get(i));
        }
    }

    private void add(String where, @Nullable Bilingual text) {
        Stream.ofNullable(text)
                .map(Bilingual::vi)
                .filter(vi -> !vi.isBlank())
                .forEach(vi -> passages.add(new Passage(where, vi)));
    }
}
