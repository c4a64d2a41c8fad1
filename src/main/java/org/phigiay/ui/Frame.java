package org.phigiay.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page knows: language and texts, who looks, where they are, what stands around the page.
///
/// @param path path of this page without its query
/// @param query the query of this page without `lang`, empty when there is none
/// @param viewer the signed-in person, null for somebody unknown
/// @param csrf what a form must carry, null where none is needed
/// @param flash a message about what has just been done, shown once, null when there is none
public record Frame(
        Language language,
        Texts texts,
        Dates dates,
        String path,
        String query,
        @Nullable Viewer viewer,
        @Nullable Csrf csrf,
        @Nullable String flash,
        String place,
        List<Way> ways,
        Surroundings.Help help) {

    /// A frame that asks nobody anything: for pages that must work when nothing else does, and for tests.
    public static Frame bare(Language language, String path) {
        Texts texts = Texts.in(language);
        return new Frame(
                language,
                texts,
                Dates.in(language),
                path,
                "",
                null,
                null,
                null,
                "",
                List.of(),
                new Surroundings.Help("", "", ""));
    }

    /// This frame with place and help of another.
    Frame around(Frame other) {
        return new Frame(
                language,
                texts,
                dates,
                path,
                query,
                viewer,
                csrf,
                flash,
                other.place,
                viewer == null ? List.of() : ways,
                other.help);
    }

    /// What of this frame is nobody's: enough to remember for a page that must ask nobody anything.
    Frame withoutPerson() {
        return new Frame(language, texts, dates, "", "", null, null, null, place, List.of(), help);
    }

    public boolean office() {
        return viewer != null && viewer.office();
    }

    /// True for the way of the navigation that leads to where the person is; of several the longest.
    public boolean at(Way way) {
        return leadsHere(way)
                && ways.stream()
                        .noneMatch(other -> other.href().length() > way.href().length() && leadsHere(other));
    }

    private boolean leadsHere(Way way) {
        return path.equals(way.href()) || (way.href().length() > 1 && path.startsWith(way.href() + "/"));
    }

    /// This page in the other language.
    public String otherLanguageHref() {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang="
                + language.other().code();
    }
}
