package org.phigiay.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Difference.Part;
import org.phigiay.ui.Language;

/// So sánh hai bản: what is not the same in two versions, told in the words of a person. Pure.
///
/// Whatever changes is told, if only as "arranged otherwise"; equal texts give an empty list.
public final class Differences {

    private final DifferenceWriter writer;

    private Differences(Language language) {
        this.writer = new DifferenceWriter(language);
    }

    /// What differs in two versions of the national text. Code, number and first day say which text it is, not what it
    /// says, and are left out.
    public static List<Difference> between(ProcedureVersion before, ProcedureVersion after, Language language) {
        var differences = new Differences(language);
        differences.national(before, after);
        return differences.writer.all();
    }

    /// What differs in two versions of our guidance; null stands for there being none. Code and number are left out.
    public static List<Difference> between(@Nullable Guidance before, @Nullable Guidance after, Language language) {
        var writer = new DifferenceWriter(language);
        new GuidanceDifferences(writer).tell(before, after);
        return writer.all();
    }

    /// The words that were taken out of a text and put in.
    public static List<Edit> words(String before, String after) {
        return WordEdits.between(before, after);
    }

    private void national(ProcedureVersion before, ProcedureVersion after) {
        writer.text(
                Part.ANNOUNCEMENT,
                label(Part.ANNOUNCEMENT),
                before.announcement().number(),
                after.announcement().number());
        writer.text(
                Part.ANNOUNCEMENT,
                writer.say("issuer"),
                before.announcement().issuer(),
                after.announcement().issuer());
        writer.text(Part.TITLE, label(Part.TITLE), before.title(), after.title());
        writer.text(Part.FIELD, label(Part.FIELD), before.field(), after.field());
        writer.text(Part.AUDIENCE, label(Part.AUDIENCE), before.audience(), after.audience());
        writer.words(Part.LEVELS, label(Part.LEVELS), levels(before), levels(after));
        writer.channels(before.channels(), after.channels());
        writer.told(Part.PAPERS, label(Part.PAPERS), before.cases(), after.cases(), () -> cases(before, after));
        writer.prose(Part.STEPS, label(Part.STEPS), before.steps(), after.steps());
        writer.prose(Part.REQUIREMENTS, label(Part.REQUIREMENTS), before.requirements(), after.requirements());
        writer.told(Part.RESULTS, label(Part.RESULTS), before.results(), after.results(), () -> results(before, after));
        writer.told(
                Part.LEGAL_BASIS,
                label(Part.LEGAL_BASIS),
                before.legalBasis(),
                after.legalBasis(),
                () -> laws(before, after));
        authorities(before.authorities(), after.authorities());
        writer.text(Part.KEYWORDS, label(Part.KEYWORDS), before.keywords(), after.keywords());
        writer.text(Part.SOURCE, label(Part.SOURCE), before.source(), after.source());
    }

    private List<String> levels(ProcedureVersion version) {
        return version.levels().stream()
                .map(level -> writer.say("level." + level))
                .toList();
    }

    private void cases(ProcedureVersion before, ProcedureVersion after) {
        boolean several = before.cases().size() > 1 || after.cases().size() > 1;
        var old = new ArrayList<>(before.cases());
        var fresh = new ArrayList<>(after.cases());
        pair(old, fresh, Case::title, (was, is) -> papers(several ? place(is) : "", was.papers(), is.papers()));
        pair(
                old,
                fresh,
                Case::papers,
                (was, is) -> writer.text(Part.PAPERS, writer.say("case"), was.title(), is.title()));
        // What is left has neither its title nor its papers in common.
        for (int i = 0; i < Math.max(old.size(), fresh.size()); i++) {
            if (i >= old.size()) {
                Case added = fresh.get(i);
                writer.tell(Part.PAPERS, "case.added", name(added));
                added.papers().forEach(paper -> tellPaper("paper.added", place(added), paper));
            } else if (i >= fresh.size()) {
                Case removed = old.get(i);
                writer.tell(Part.PAPERS, "case.removed", name(removed));
                removed.papers().forEach(paper -> tellPaper("paper.removed", place(removed), paper));
            } else {
                writer.text(
                        Part.PAPERS,
                        writer.say("case"),
                        old.get(i).title(),
                        fresh.get(i).title());
                papers(
                        several ? place(fresh.get(i)) : "",
                        old.get(i).papers(),
                        fresh.get(i).papers());
            }
        }
    }

    private void papers(String place, List<Paper> before, List<Paper> after) {
        writer.told(Part.PAPERS, label(Part.PAPERS) + place, before, after, () -> {
            var old = new ArrayList<>(before);
            var fresh = new ArrayList<>(after);
            pair(old, fresh, paper -> paper, (was, is) -> {});
            pair(old, fresh, Paper::name, (was, is) -> counts(place, was, is));
            List<WordEdits.Pair> rest = DifferenceWriter.matched(
                    old.stream().map(Paper::name).toList(),
                    fresh.stream().map(Paper::name).toList());
            for (WordEdits.Pair each : rest) {
                if (each.before() < 0) {
                    tellPaper("paper.added", place, fresh.get(each.after()));
                } else if (each.after() < 0) {
                    tellPaper("paper.removed", place, old.get(each.before()));
                } else {
                    Paper was = old.get(each.before());
                    Paper is = fresh.get(each.after());
                    writer.text(Part.PAPERS, writer.say("paper.name") + place, was.name(), is.name());
                    counts(place, was, is);
                }
            }
        });
    }

    private void counts(String place, Paper was, Paper is) {
        String paper = "“" + is.name() + "”" + place;
        writer.count(Part.PAPERS, paper, "originals", was.originals(), is.originals());
        writer.count(Part.PAPERS, paper, "certified", was.certified(), is.certified());
        writer.count(Part.PAPERS, paper, "copies", was.copies(), is.copies());
        writer.text(Part.PAPERS, writer.say("paper.form", paper), was.formFile(), is.formFile());
    }

    private void tellPaper(String key, String place, Paper paper) {
        writer.tell(Part.PAPERS, key, paper.name(), place);
    }

    private String place(Case one) {
        return " " + writer.say("case.of", name(one));
    }

    private String name(Case one) {
        return one.title().isBlank() ? writer.say("case.everybody") : one.title();
    }

    private void results(ProcedureVersion before, ProcedureVersion after) {
        var old = new ArrayList<>(before.results());
        var fresh = new ArrayList<>(after.results());
        pair(old, fresh, result -> result, (was, is) -> {});
        pair(
                old,
                fresh,
                ResultType::code,
                (was, is) -> writer.text(Part.RESULTS, label(Part.RESULTS), was.name(), is.name()));
        pair(
                old,
                fresh,
                ResultType::name,
                (was, is) -> writer.text(
                        Part.RESULTS, writer.say("result.code", is.name().vi()), was.code(), is.code()));
        fresh.forEach(result -> writer.tell(
                Part.RESULTS, "added", label(Part.RESULTS), result.name().vi()));
        old.forEach(result -> writer.tell(
                Part.RESULTS, "removed", label(Part.RESULTS), result.name().vi()));
    }

    private void laws(ProcedureVersion before, ProcedureVersion after) {
        var old = new ArrayList<>(before.legalBasis());
        var fresh = new ArrayList<>(after.legalBasis());
        pair(old, fresh, law -> law, (was, is) -> {});
        pair(
                old,
                fresh,
                LegalBasis::number,
                (was, is) ->
                        writer.text(Part.LEGAL_BASIS, writer.say("law.title", is.number()), was.title(), is.title()));
        fresh.forEach(law -> writer.tell(Part.LEGAL_BASIS, "added", label(Part.LEGAL_BASIS), name(law)));
        old.forEach(law -> writer.tell(Part.LEGAL_BASIS, "removed", label(Part.LEGAL_BASIS), name(law)));
    }

    private static String name(LegalBasis law) {
        return law.title().isBlank() ? law.number() : law.number() + " (" + law.title() + ")";
    }

    private void authorities(Authorities before, Authorities after) {
        authority("competent", before.competent(), after.competent());
        authority("receiving", before.receiving(), after.receiving());
        authority("delegated", before.delegated(), after.delegated());
        authority("coordinating", before.coordinating(), after.coordinating());
        authority("performing", before.performing(), after.performing());
        authority("related", before.related(), after.related());
    }

    private void authority(String which, String before, String after) {
        writer.text(Part.AUTHORITIES, writer.say("authority." + which), before, after);
    }

    private String label(Part part) {
        return writer.say("part." + part);
    }

    /// Takes out of both lists what has the same key, in order, and hands each pair over.
    static <T> void pair(
            List<T> before, List<T> after, Function<T, Object> key, java.util.function.BiConsumer<T, T> each) {
        for (var left = before.iterator(); left.hasNext(); ) {
            T was = left.next();
            Object wanted = key.apply(was);
            if (wanted.equals("")) {
                continue;
            }
            T is = after.stream()
                    .filter(one -> key.apply(one).equals(wanted))
                    .findFirst()
                    .orElse(null);
            if (is != null) {
                left.remove();
                after.remove(is);
                each.accept(was, is);
            }
        }
    }
}
