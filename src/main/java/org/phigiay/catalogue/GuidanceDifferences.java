package org.phigiay.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Difference.Part;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;

/// Tells what differs in two versions of our guidance.
final class GuidanceDifferences {

    private static final Bilingual NOTHING = new Bilingual("", "");
    private static final Guide EMPTY = new Guide(
            NOTHING, NOTHING, NOTHING, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    private final DifferenceWriter writer;

    GuidanceDifferences(DifferenceWriter writer) {
        this.writer = writer;
    }

    void tell(@Nullable Guidance before, @Nullable Guidance after) {
        if (before == null && after == null) {
            return;
        }
        if (before == null) {
            writer.tell(Part.GUIDANCE, "guidance.first");
        } else if (after == null) {
            writer.tell(Part.GUIDANCE, "guidance.none");
        }
        text("plainTitle", before == null ? null : before.plainTitle(), after == null ? null : after.plainTitle());
        writer.text(Part.GUIDANCE, label("form"), form(before), form(after));
        writer.channels(before == null ? List.of() : before.channels(), after == null ? List.of() : after.channels());
        components(before == null ? List.of() : before.components(), after == null ? List.of() : after.components());
        guide(before == null ? EMPTY : before.guide(), after == null ? EMPTY : after.guide());
    }

    private void guide(Guide before, Guide after) {
        text("who", before.who(), after.who());
        text("papers", before.papers(), after.papers());
        text("declaration", before.declaration(), after.declaration());
        writer.bilingual(Part.GUIDANCE, label("steps"), before.steps(), after.steps());
        writer.bilingual(Part.GUIDANCE, label("counter"), before.counter(), after.counter());
        writer.bilingual(Part.GUIDANCE, label("notes"), before.notes(), after.notes());
        writer.words(Part.GUIDANCE, label("phrases"), before.phrases(), after.phrases());
        writer.told(
                Part.GUIDANCE,
                label("eligibility"),
                before.eligibility(),
                after.eligibility(),
                () -> eligibility(before.eligibility(), after.eligibility()));
        writer.told(
                Part.GUIDANCE,
                label("mistakes"),
                before.mistakes(),
                after.mistakes(),
                () -> mistakes(before.mistakes(), after.mistakes()));
        examples(before.examples(), after.examples());
    }

    private void components(List<Component> before, List<Component> after) {
        writer.told(Part.PAPERS, label("components"), before, after, () -> {
            var old = new ArrayList<>(before);
            var fresh = new ArrayList<>(after);
            Differences.pair(old, fresh, Component::code, this::component);
            fresh.forEach(paper -> writer.tell(Part.PAPERS, "paper.added", paper.title(), ""));
            old.forEach(paper -> writer.tell(Part.PAPERS, "paper.removed", paper.title(), ""));
        });
    }

    private void component(Component was, Component is) {
        String paper = "“" + is.title() + "”";
        writer.text(Part.PAPERS, writer.say("paper.name"), was.name(), is.name());
        if (was.required() != is.required()) {
            writer.tell(Part.PAPERS, is.required() ? "paper.required" : "paper.sometimes", paper);
        }
        writer.count(Part.PAPERS, paper, "originals", was.originals(), is.originals());
        writer.count(Part.PAPERS, paper, "certified", was.certified(), is.certified());
        writer.count(Part.PAPERS, paper, "copies", was.copies(), is.copies());
        writer.text(Part.PAPERS, writer.say("paper.applies", paper), was.applies(), is.applies());
        writer.text(Part.PAPERS, writer.say("paper.heldBy", paper), was.heldBy(), is.heldBy());
    }

    private void eligibility(List<Eligibility> before, List<Eligibility> after) {
        List<WordEdits.Pair> pairs = DifferenceWriter.matched(
                before.stream().map(each -> each.question().vi()).toList(),
                after.stream().map(each -> each.question().vi()).toList());
        for (WordEdits.Pair pair : pairs) {
            if (pair.before() < 0) {
                added("eligibility", after.get(pair.after()).question());
            } else if (pair.after() < 0) {
                removed("eligibility", before.get(pair.before()).question());
            } else {
                question(before.get(pair.before()), after.get(pair.after()));
            }
        }
    }

    private void question(Eligibility was, Eligibility is) {
        String question = "“" + is.question().vi() + "”";
        writer.text(Part.GUIDANCE, label("eligibility"), was.question(), is.question());
        if (was.goesOn() != is.goesOn()) {
            writer.tell(Part.GUIDANCE, is.goesOn() ? "eligibility.yes" : "eligibility.no", question);
        }
        writer.text(Part.GUIDANCE, writer.say("eligibility.otherwise", question), was.otherwise(), is.otherwise());
        writer.text(
                Part.GUIDANCE,
                writer.say("eligibility.href", question),
                was.href() == null ? "" : was.href(),
                is.href() == null ? "" : is.href());
    }

    private void mistakes(List<Mistake> before, List<Mistake> after) {
        List<WordEdits.Pair> pairs = DifferenceWriter.matched(
                before.stream().map(each -> each.wrong().vi()).toList(),
                after.stream().map(each -> each.wrong().vi()).toList());
        for (WordEdits.Pair pair : pairs) {
            if (pair.before() < 0) {
                added("mistakes", after.get(pair.after()).wrong());
            } else if (pair.after() < 0) {
                removed("mistakes", before.get(pair.before()).wrong());
            } else {
                Mistake was = before.get(pair.before());
                Mistake is = after.get(pair.after());
                text("mistakes", was.wrong(), is.wrong());
                writer.text(
                        Part.GUIDANCE,
                        writer.say("mistake.right", "“" + is.wrong().vi() + "”"),
                        was.right(),
                        is.right());
            }
        }
    }

    private void examples(Map<String, Examples> before, Map<String, Examples> after) {
        writer.told(Part.GUIDANCE, label("examples"), before, after, () -> {
            var codes = new TreeMap<String, Examples>(before);
            codes.putAll(after);
            codes.keySet().forEach(code -> {
                Examples was = before.get(code);
                Examples is = after.get(code);
                writer.text(
                        Part.GUIDANCE,
                        writer.say("example.right", code),
                        was == null ? null : was.right(),
                        is == null ? null : is.right());
                writer.text(
                        Part.GUIDANCE,
                        writer.say("example.wrong", code),
                        was == null ? null : was.wrong(),
                        is == null ? null : is.wrong());
            });
        });
    }

    private void added(String label, Bilingual text) {
        writer.tell(Part.GUIDANCE, "added", label(label), text.vi());
    }

    private void removed(String label, Bilingual text) {
        writer.tell(Part.GUIDANCE, "removed", label(label), text.vi());
    }

    private void text(String label, @Nullable Bilingual before, @Nullable Bilingual after) {
        writer.text(Part.GUIDANCE, label(label), before, after);
    }

    private String form(@Nullable Guidance guidance) {
        FormRef form = guidance == null ? null : guidance.form();
        return form == null ? "" : writer.say("guidance.formRef", form.id(), String.valueOf(form.version()));
    }

    private String label(String part) {
        return writer.say("guidance." + part);
    }
}
