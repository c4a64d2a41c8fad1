package org.phigiay.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.phigiay.dialogue.Question;
import org.phigiay.dialogue.QuestionId;
import org.phigiay.dialogue.Questions;
import org.phigiay.dossiers.Channel;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Representation;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Follower;
import org.phigiay.journal.Numbered;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Role;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// Tells the applicant, and whoever filed for the applicant, what happens to the dossier; tells the agency's leaders
/// what waits too long for reception; tells whoever asked an officer that there is an answer.
///
/// A handful of statements for a whole batch: under load a batch holds hundreds of entries.
@Component
class NotifyOnDossierChange implements Follower {
    static final String NAME = "notify-on-dossier-change";

    /// What is older than this is shown, but no longer sent: a replay or an import mails nobody the news of last year.
    private static final Duration NEWS = Duration.ofDays(2);

    private final NoticeStore notices;
    private final MailStore mails;
    private final MailRoute route;
    private final Dossiers dossiers;
    private final Questions questions;
    private final People people;
    private final Bodies bodies;
    private final Organisation organisation;
    private final Transactions transactions;

    NotifyOnDossierChange(
            NoticeStore notices,
            MailStore mails,
            MailRoute route,
            Dossiers dossiers,
            Questions questions,
            People people,
            Bodies bodies,
            Organisation organisation,
            Transactions transactions) {
        this.notices = notices;
        this.mails = mails;
        this.route = route;
        this.dossiers = dossiers;
        this.questions = questions;
        this.people = people;
        this.bodies = bodies;
        this.organisation = organisation;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void follow(List<Numbered> batch) {
        List<Entry> told = batch.stream()
                .map(Numbered::entry)
                .filter(entry -> NoticeKind.of(entry.type()).isPresent())
                .toList();
        Map<DossierId, Dossier> known = dossiers.all(
                told.stream().map(entry -> new DossierId(entry.subject())).collect(Collectors.toSet()));
        Map<AgencyCode, Set<PersonId>> leaders = new HashMap<>();
        List<Notice> all = new ArrayList<>();
        for (Entry entry : told) {
            NoticeKind kind = NoticeKind.of(entry.type()).orElseThrow();
            if (kind == NoticeKind.QUESTION_ANSWERED) {
                questions
                        .find(new QuestionId(entry.subject()))
                        .ifPresent(question -> all.add(answered(entry, question)));
                continue;
            }
            Dossier dossier = known.get(new DossierId(entry.subject()));
            if (dossier != null) {
                Set<PersonId> whom = kind.forOfficials()
                        ? leaders.computeIfAbsent(dossier.agency(), this::leaders)
                        : concerned(dossier);
                whom.forEach(person -> all.add(notice(person, toldTo(person, kind, dossier), entry, dossier)));
            }
        }
        notices.add(all);
        if (route.open()) {
            send(all);
        }
    }

    private void send(List<Notice> all) {
        Instant since = transactions.now().minus(NEWS);
        List<Notice> fresh =
                all.stream().filter(notice -> notice.at().isAfter(since)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<PersonId, Person> persons =
                people.find(fresh.stream().map(Notice::person).collect(Collectors.toSet()));
        Map<PersonId, String> addresses = new HashMap<>();
        persons.forEach((id, person) -> Optional.ofNullable(person.email())
                .map(String::strip)
                .filter(email -> !email.isEmpty())
                .ifPresent(email -> addresses.put(id, email)));
        mails.add(
                fresh.stream()
                        .filter(notice -> addresses.containsKey(notice.person()))
                        .toList(),
                addresses);
    }

    /// Whoever did not file it themself is told that it was filed for them.
    private static NoticeKind toldTo(PersonId person, NoticeKind kind, Dossier dossier) {
        boolean others = kind == NoticeKind.SUBMITTED && !person.equals(dossier.filer());
        return others && dossier.channel() == Channel.ONLINE ? NoticeKind.SUBMITTED_FOR_YOU : kind;
    }

    /// The applicant, or whoever may act for the organisation whose it is, and the filer unless it is an official who
    /// took the papers in at the counter.
    private Set<PersonId> concerned(Dossier dossier) {
        Set<PersonId> whom = new LinkedHashSet<>();
        whom.add(dossier.applicant());
        if (dossier.representation() == Representation.ORGANISATION
                || dossier.representation() == Representation.AUTHORISED) {
            Set<PersonId> holders = bodies.holders(dossier.applicant());
            if (!holders.isEmpty()) {
                whom.clear();
                whom.addAll(holders);
            }
        }
        if (dossier.channel() == Channel.ONLINE) {
            whom.add(dossier.filer());
        }
        return whom;
    }

    private Set<PersonId> leaders(AgencyCode agency) {
        return organisation.postsOf(agency, Role.LEADER).stream()
                .flatMap(post -> people.holders(post.code()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Notice answered(Entry entry, Question question) {
        return new Notice(
                question.asker(),
                entry.id(),
                NoticeKind.QUESTION_ANSWERED,
                new DossierId(question.id().value()),
                question.agency(),
                question.place().procedure(),
                question.code(),
                null,
                null,
                entry.at(),
                null);
    }

    private static Notice notice(PersonId person, NoticeKind kind, Entry entry, Dossier dossier) {
        // What was true then stands in the entry; the dossier may have moved on since.
        Instant due = switch (kind) {
            case SUBMITTED, SUBMITTED_FOR_YOU, RECEPTION_OVERDUE ->
                entry.text("receptionDueAt").map(Instant::parse).orElse(dossier.receptionDueAt());
            case RECEIVED -> entry.text("dueAt").map(Instant::parse).orElse(dossier.dueAt());
            case QUESTION_ANSWERED, SUPPLEMENT_REQUESTED, REFUSED, ISSUED, HANDED_OVER, WITHDRAWN, CHAIN_STOPPED ->
                null;
        };
        LocalDate lastDay = entry.text("until").map(LocalDate::parse).orElse(null);
        boolean named = kind != NoticeKind.SUBMITTED
                && kind != NoticeKind.SUBMITTED_FOR_YOU
                && kind != NoticeKind.RECEPTION_OVERDUE;
        return new Notice(
                person,
                entry.id(),
                kind,
                dossier.id(),
                dossier.agency(),
                dossier.procedure(),
                named ? dossier.anyCode() : dossier.requestCode(),
                due,
                lastDay,
                entry.at(),
                null);
    }

    @Override
    public void forget() {
        notices.forget();
    }
}
