package org.phigiay.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.LegalBasis;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.Page;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// What the catalogue's templates receive.
final class ProcedureViews {

    private ProcedureViews() {}

    /// @param next address of the next page, null on the last
    /// @param first address of the first page, null on it
    record Listing(
            String question,
            List<Line> lines,
            @Nullable String next,
            @Nullable String first) {}

    /// @param summary time and money in one line
    record Line(String href, String title, String official, String summary) {}

    record Shown(
            String code,
            String title,
            String official,
            List<Fact> facts,
            String start,
            String declaration,
            List<String> steps,
            List<Paper> papers,
            List<String> counter,
            List<String> notes,
            List<List<String>> channels,
            List<String> channelNotes,
            List<Place> places,
            List<String> results,
            List<LegalBasis> laws,
            String announcement,
            String field,
            String audience) {}

    /// @param count how many of which kind, in words
    record Paper(
            String title,
            String count,
            boolean required,
            @Nullable String applies,
            @Nullable String heldBy) {}

    record Place(String name, String address, String phone, String hours) {}

    static Listing list(String question, @Nullable String after, Page<Procedure> found, Language language) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        List<Line> lines = found.items().stream()
                .map(procedure -> new Line(
                        "/thu-tuc/" + procedure.code(),
                        procedure.plainTitle(lang),
                        procedure.title(lang),
                        stated(procedure, texts)))
                .toList();
        String base = "/thu-tuc?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        String next = found.next() == null ? null : base + "&after=" + found.next();
        return new Listing(question, lines, next, after == null ? null : base);
    }

    static Shown show(Procedure procedure, Organisation organisation, Language language) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        ProcedureVersion text = procedure.national();
        @Nullable
        Guide guide = procedure.guidance() == null ? null : procedure.guidance().guide();
        var notes = new ArrayList<String>();
        for (Channel channel : procedure.channels()) {
            String note = in(channel.note(), lang);
            if (note != null && !notes.contains(note)) {
                notes.add(note);
            }
        }
        return new Shown(
                procedure.code().value(),
                procedure.plainTitle(lang),
                procedure.title(lang),
                facts(procedure, texts, lang),
                "/thu-tuc/" + procedure.code() + "/nop",
                guide == null ? "" : guide.declaration().in(lang),
                guide == null ? List.of() : all(guide.steps(), lang),
                procedure.components().stream()
                        .map(paper -> paper(paper, texts, lang))
                        .toList(),
                guide == null ? List.of() : all(guide.counter(), lang),
                guide == null ? List.of() : all(guide.notes(), lang),
                procedure.channels().stream()
                        .map(channel -> List.of(
                                texts.get("catalogue.channel." + channel.kind()),
                                term(channel.term(), texts),
                                fee(channel.fee(), texts)))
                        .toList(),
                notes,
                procedure.agencies().stream()
                        .flatMap(code -> organisation.agency(code).stream())
                        .map(agency -> place(agency, lang))
                        .toList(),
                text.results().stream().map(result -> result.name().in(lang)).toList(),
                text.legalBasis(),
                texts.get(
                        "catalogue.announced",
                        text.announcement().number(),
                        text.announcement().issuer()),
                text.field().in(lang),
                text.audience().in(lang));
    }

    private static List<Fact> facts(Procedure procedure, Texts texts, String lang) {
        @Nullable
        Guide guide = procedure.guidance() == null ? null : procedure.guidance().guide();
        String unsaid = texts.get("catalogue.unsaid");
        return List.of(
                Fact.of(
                        texts.get("catalogue.fact.who"),
                        guide == null
                                ? procedure.national().audience().in(lang)
                                : guide.who().in(lang)),
                Fact.of(
                        texts.get("catalogue.fact.time"),
                        term(procedure.statedTerm().orElse(null), texts)),
                Fact.of(
                        texts.get("catalogue.fact.money"),
                        fee(procedure.statedFee().orElse(null), texts),
                        otherFees(procedure, texts)),
                Fact.of(
                        texts.get("catalogue.fact.papers"),
                        guide == null ? unsaid : guide.papers().in(lang)));
    }

    /// Where another channel costs something else, it is said beside the price.
    private static @Nullable String otherFees(Procedure procedure, Texts texts) {
        Fee shown = procedure.statedFee().orElse(null);
        String others = procedure.channels().stream()
                .filter(channel -> channel.fee() != null && !channel.fee().equals(shown))
                .map(channel -> texts.get("catalogue.channel." + channel.kind()) + ": " + fee(channel.fee(), texts))
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return others.isEmpty() ? null : others;
    }

    private static String stated(Procedure procedure, Texts texts) {
        return term(procedure.statedTerm().orElse(null), texts)
                + " · "
                + fee(procedure.statedFee().orElse(null), texts);
    }

    static String term(@Nullable Term term, Texts texts) {
        return term == null
                ? texts.get("catalogue.unsaid")
                : texts.get("catalogue.term." + term.unit().apiName(), term.amount());
    }

    static String fee(@Nullable Fee fee, Texts texts) {
        if (fee == null) {
            return texts.get("catalogue.unsaid");
        }
        String digits = String.format(Locale.ROOT, "%,d", fee.amount());
        return fee.free()
                ? texts.get("catalogue.free")
                : texts.get("catalogue.amount", texts.language() == Language.VI ? digits.replace(',', '.') : digits);
    }

    private static Paper paper(Component component, Texts texts, String lang) {
        var counts = new ArrayList<String>();
        count(counts, "originals", component.originals(), texts);
        count(counts, "certified", component.certified(), texts);
        count(counts, "copies", component.copies(), texts);
        return new Paper(
                component.title(lang),
                String.join(", ", counts),
                component.required(),
                in(component.applies(), lang),
                in(component.heldBy(), lang));
    }

    private static void count(List<String> counts, String kind, int amount, Texts texts) {
        if (amount > 0) {
            counts.add(texts.get("catalogue.count." + kind, amount));
        }
    }

    private static Place place(Agency agency, String lang) {
        return new Place(
                agency.name(lang),
                agency.address(),
                agency.phone(),
                agency.hours().in(lang));
    }

    private static List<String> all(List<Bilingual> texts, String lang) {
        return texts.stream().map(text -> text.in(lang)).toList();
    }

    private static @Nullable String in(@Nullable Bilingual text, String lang) {
        return text == null ? null : text.in(lang);
    }
}
