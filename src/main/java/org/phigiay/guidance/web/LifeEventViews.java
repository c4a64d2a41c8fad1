package org.phigiay.guidance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.LifeEvent;
import org.phigiay.guidance.LifeEvent.Join;
import org.phigiay.guidance.LifeEvent.Office;
import org.phigiay.guidance.Score;
import org.phigiay.guidance.Stated;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Texts;

/// What the template of a life event receives.
final class LifeEventViews {

    private LifeEventViews() {}

    record Shown(
            String title,
            String intro,
            List<String> bring,
            List<List<Part>> steps,
            List<String> notes,
            List<String> law,
            int points) {}

    /// @param join the word before it, "và" or "hoặc"; empty for the first of its number
    /// @param cost null where nothing is paid to anybody
    /// @param time null where nobody makes one wait
    record Part(
            String join,
            String title,
            String text,
            String office,
            List<Filed> procedures,
            @Nullable String cost,
            @Nullable String time,
            List<String> bring) {}

    /// @param href its page here; null when this installation's catalogue does not have it
    record Filed(String name, String code, @Nullable String href) {}

    static Shown show(LifeEvent event, Catalogue catalogue, Score score, Texts texts) {
        String lang = texts.language().code();
        List<List<Part>> steps = new ArrayList<>();
        for (LifeEvent.Step step : event.steps()) {
            if (step.join() == Join.NEXT) {
                steps.add(new ArrayList<>());
            }
            steps.getLast().add(part(step, catalogue, texts));
        }
        return new Shown(
                event.title().in(lang),
                event.intro().in(lang),
                all(event.bring(), lang),
                steps,
                all(event.notes(), lang),
                event.law(),
                score.points());
    }

    private static Part part(LifeEvent.Step step, Catalogue catalogue, Texts texts) {
        String lang = texts.language().code();
        List<Filed> filed = new ArrayList<>();
        List<Procedure> here = new ArrayList<>();
        for (LifeEvent.Named named : step.procedures()) {
            Optional<Procedure> found = catalogue.find(named.code());
            found.ifPresent(here::add);
            filed.add(new Filed(
                    found.map(procedure -> procedure.plainTitle(lang)).orElse(named.name()),
                    named.code().value(),
                    found.isPresent() ? "/thu-tuc/" + named.code() : null));
        }
        return new Part(
                switch (step.join()) {
                    case NEXT -> "";
                    case AND -> texts.get("guidance.join.and");
                    case OR -> texts.get("guidance.join.or");
                },
                step.title().in(lang),
                step.text().in(lang),
                texts.get("guidance.office." + step.office()),
                filed,
                said(here, Stated::cost, step.cost(), step, texts),
                said(here, Stated::time, step.time(), step, texts),
                all(step.bring(), lang));
    }

    /// The catalogue's word where it has one, else ours, else "ask". One price cannot be given for two procedures.
    private static @Nullable String said(
            List<Procedure> here,
            BiFunction<Procedure, Texts, Optional<String>> stated,
            @Nullable Bilingual ours,
            LifeEvent.Step step,
            Texts texts) {
        if (here.size() == 1 && step.procedures().size() == 1) {
            Optional<String> word = stated.apply(here.getFirst(), texts);
            if (word.isPresent()) {
                return word.get();
            }
        }
        if (ours != null) {
            return ours.in(texts.language().code());
        }
        return step.office() == Office.YOURSELF || step.procedures().isEmpty() ? null : texts.get("guidance.ask-desk");
    }

    private static List<String> all(List<Bilingual> texts, String lang) {
        return texts.stream().map(text -> text.in(lang)).toList();
    }
}
