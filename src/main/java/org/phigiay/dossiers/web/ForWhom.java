package org.phigiay.dossiers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Parties;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.forms.AccountFact;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Draft;
import org.phigiay.identity.People;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// For whom a filing under way is: what was told, what is missing in it, and what it spares the person in the form.
@Component
class ForWhom {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Parties parties;
    private final People people;
    private final Clock clock = Clock.system(ZONE);

    ForWhom(Parties parties, People people) {
        this.parties = parties;
        this.people = people;
    }

    /// What is still missing or wrong, on `party.<field>` and `files.authority`.
    List<FieldError> problems(Actor actor, Filing filing) {
        return parties.problems(
                actor, filing.form(), filing.party(), filing.draft().components(), LocalDate.now(clock));
    }

    /// The same for the page that asks about the person or the organisation.
    List<FieldError> problems(Actor actor, Filing filing, PartyTold told) {
        return parties.problems(actor, filing.form(), told, filing.draft().components(), LocalDate.now(clock)).stream()
                .filter(error -> error.field().startsWith("party."))
                .toList();
    }

    /// For whom it is, with links to change it; nothing when the form leaves no choice.
    List<Fact> facts(Filing filing, Language language) {
        if (!filing.asksForWhom()) {
            return List.of();
        }
        Texts texts = Texts.in(language);
        PartyTold told = filing.party();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.changeable(
                texts.get("dossiers.party.fact"),
                texts.or("dossiers.party.fact." + told.kind(), texts.get("forms.answers.none")),
                filing.forWhomHref(ForWhomPages.KIND)));
        if (told.kind().equals("organisation")) {
            facts.add(Fact.of(texts.get("dossiers.party.fact.body"), told.name() + "\n" + told.taxCode()));
        } else if (!told.kind().equals("self") && !told.kind().isEmpty()) {
            facts.add(Fact.changeable(
                    texts.get(told.body() ? "dossiers.party.fact.body" : "dossiers.party.fact.person"),
                    who(told, texts, Dates.in(language)),
                    filing.forWhomHref(ForWhomPages.WHO)));
        }
        if (told.authorised()) {
            String files = String.join(
                    "\n",
                    filing.draft().files().stream()
                            .filter(file -> file.component().equals(Paper.AUTHORITY))
                            .map(Draft.Attached::name)
                            .toList());
            facts.add(Fact.changeable(
                    texts.get("dossiers.party.authority"),
                    files.isEmpty() ? texts.get("forms.answers.none") : files,
                    filing.forWhomHref(ForWhomPages.LETTER)));
        }
        return facts;
    }

    private static String who(PartyTold told, Texts texts, Dates dates) {
        List<String> lines = new ArrayList<>();
        lines.add(told.name());
        told.born().ifPresent(day -> lines.add(texts.get("dossiers.party.born", dates.shortDay(day))));
        if (!told.personalNumber().isEmpty()) {
            lines.add(texts.get("dossiers.party.number", told.personalNumber()));
        }
        if (told.body() && !told.taxCode().isEmpty()) {
            lines.add(texts.get("dossiers.party.tax", told.taxCode()));
        }
        if (told.kind().equals("guardian") && !told.care().isEmpty()) {
            lines.add(texts.or("dossiers.party.care." + told.care(), told.care()));
        }
        lines.removeIf(String::isEmpty);
        return lines.isEmpty() ? texts.get("forms.answers.none") : String.join("\n", lines);
    }

    /// What a form need not ask again: the account's facts, and where the matter is somebody else's, what was told of
    /// that person. How to reach the one who files stays.
    Map<AccountFact, String> known(Actor actor, Draft draft) {
        Map<AccountFact, String> known = new EnumMap<>(AccountFact.class);
        people.find(actor.person()).map(AccountFact::of).ifPresent(known::putAll);
        PartyTold told = Filing.party(draft);
        if (!told.kind().isEmpty()) {
            known.put(AccountFact.FOR_WHOM, told.kind().equals("self") ? "self" : "other");
        }
        if (!told.kind().equals("guardian") && !told.kind().equals("authorised")) {
            return known;
        }
        known.keySet().retainAll(Set.of(AccountFact.PHONE, AccountFact.EMAIL, AccountFact.FOR_WHOM));
        put(known, AccountFact.NAME, told.name());
        put(known, AccountFact.PERSONAL_NUMBER, told.personalNumber());
        told.born().ifPresent(day -> known.put(AccountFact.BIRTH_DATE, day.toString()));
        if (told.personalNumber().matches("[0-9]{12}")) {
            boolean female = (told.personalNumber().charAt(3) - '0') % 2 == 1;
            known.put(AccountFact.SEX, female ? "female" : "male");
        }
        return known;
    }

    /// Which of the known facts were told of somebody else: no account has proven them.
    static Set<AccountFact> told(Draft draft) {
        String kind = Filing.party(draft).kind();
        return kind.equals("guardian") || kind.equals("authorised")
                ? EnumSet.complementOf(EnumSet.of(AccountFact.PHONE, AccountFact.EMAIL))
                : Set.of(AccountFact.FOR_WHOM);
    }

    /// The personal numbers in the answers that are not the account's although the filing is for oneself: mistyped, or
    /// the matter is somebody else's. Whoever said that the account is wrong has been heard.
    ///
    /// @return the labels of the fields
    List<String> unlike(Actor actor, Filing filing, Language language) {
        String own = people.find(actor.person())
                .map(AccountFact::of)
                .map(facts -> facts.getOrDefault(AccountFact.PERSONAL_NUMBER, ""))
                .orElse("");
        boolean self =
                !filing.asksForWhom() || Filing.party(filing.draft()).kind().equals("self");
        if (own.isEmpty() || !self) {
            return List.of();
        }
        JsonNode answers = filing.answers();
        return filing.form()
                .fields(answers)
                .filter(field -> field.prefill() != null
                        && field.prefill().account() == AccountFact.PERSONAL_NUMBER
                        && field.prefill().when().stream().allMatch(condition -> condition.holds(answers)))
                .filter(field -> Answers.has(answers, field.id())
                        && !Answers.at(answers, field.id()).asString("").equals(own)
                        && !filing.draft()
                                .origins()
                                .path(field.id())
                                .path("wrong")
                                .asBoolean(false))
                .map(field -> field.label().in(language.code()))
                .toList();
    }

    private static void put(Map<AccountFact, String> known, AccountFact fact, String value) {
        if (!value.isEmpty()) {
            known.put(fact, value);
        }
    }
}
