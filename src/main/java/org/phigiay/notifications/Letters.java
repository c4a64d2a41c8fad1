package org.phigiay.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Writes what a notice says, in sentences: on the page and in a letter. No names and no answers: what is personal is
/// behind the sign-in.
@Component
public class Letters {
    private final Organisation organisation;
    private final String address;

    Letters(Organisation organisation, @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.organisation = organisation;
        this.address = address;
    }

    /// What a notice says.
    ///
    /// @param what what happened, one sentence
    /// @param when the promise or the last day; empty when there is none
    /// @param next what to do now
    public record Words(String what, Optional<String> when, String next) {}

    /// In the language of the screen.
    public Words words(Notice notice, Language language) {
        Texts texts = Texts.in(language);
        String agency = organisation
                .agency(notice.agency())
                .map(found -> found.name(language.code()))
                .orElse(notice.agency().value());
        return new Words(
                texts.get("notifications.what." + notice.kind().key(), notice.code(), agency),
                when(notice, texts, Dates.in(language)),
                texts.get("notifications.next." + notice.kind().key()));
    }

    private static Optional<String> when(Notice notice, Texts texts, Dates dates) {
        if (notice.lastDay() != null) {
            return Optional.of(texts.get("notifications.last-day", dates.day(notice.lastDay())));
        }
        String key = "notifications.due." + notice.kind().key();
        return Optional.ofNullable(notice.due())
                .filter(_ -> texts.has(key))
                .map(due -> texts.get(key, dates.moment(due)));
    }

    /// The letter, in Vietnamese.
    Letter.Text letter(Notice notice) {
        Texts texts = Texts.in(Language.VI);
        Words words = words(notice, Language.VI);
        List<String> parts = new ArrayList<>();
        parts.add(texts.get(
                notice.kind().forOfficials()
                        ? "notifications.letter.greeting-official"
                        : "notifications.letter.greeting"));
        parts.add(words.what() + words.when().map(when -> "\n" + when).orElse(""));
        parts.add(words.next());
        parts.add(texts.get("notifications.letter.link") + "\n" + address + notice.href());
        if (!notice.kind().forOfficials()) {
            parts.add(texts.get(
                    notice.kind() == NoticeKind.QUESTION_ANSWERED
                            ? "notifications.letter.question-code"
                            : "notifications.letter.code",
                    notice.code()));
            organisation
                    .agency(notice.agency())
                    .map(Agency::phone)
                    .filter(phone -> !phone.isBlank())
                    .ifPresent(phone -> parts.add(texts.get("notifications.letter.phone", phone)));
        }
        parts.add(texts.get("notifications.letter.warning"));
        parts.add(texts.get("notifications.letter.automatic"));
        return new Letter.Text(
                texts.get("notifications.subject." + notice.kind().key(), notice.code()),
                String.join("\n\n", parts) + "\n");
    }
}
