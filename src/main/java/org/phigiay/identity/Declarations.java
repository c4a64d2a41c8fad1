package org.phigiay.identity;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.VietnameseText;
import org.springframework.stereotype.Service;

/// Lời khai về người khác: finds, or keeps by declaration only, the one for whom somebody files. What is declared gives
/// nobody a right and overrides nothing that a sign-in has proven: it only says under which id the matter is kept.
@Service
public class Declarations {
    private final DeclaredStore store;
    private final PersonStore people;
    private final BodyStore bodies;
    private final Journal journal;

    Declarations(DeclaredStore store, PersonStore people, BodyStore bodies, Journal journal) {
        this.store = store;
        this.people = people;
        this.bodies = bodies;
        this.journal = journal;
    }

    /// Whose matter it is: the account with that number when name and day of birth agree, else somebody known by this
    /// declaration only. The one who declares learns nothing of which it was. Called inside a verb.
    public PersonId recognise(Actor by, Declared told) {
        Optional<PersonId> account = account(told);
        if (account.isPresent()) {
            return account.get();
        }
        String key = key(told.name());
        PersonId fresh = PersonId.next();
        if (store.insert(fresh, told, key, by.person())) {
            journal.append(Draft.of("identity.person-declared", fresh.value(), null, by));
            return fresh;
        }
        return store.find(told, key, by.person()).orElseThrow();
    }

    /// Under which id an organisation was declared before it had an account here.
    Optional<PersonId> of(Declared body) {
        return store.find(body, key(body.name()), PersonId.SYSTEM);
    }

    /// Under which id somebody was declared who now signs in for the first time.
    Optional<PersonId> of(Claims claims) {
        return store.numbered(claims.personalNumber(), key(claims.name())).stream()
                .filter(known -> agrees(claims.personalNumber(), claims.birthDate(), known.birthDate()))
                .map(DeclaredStore.Known::id)
                .findFirst();
    }

    private Optional<PersonId> account(Declared told) {
        String taxCode = told.taxCode();
        if (taxCode != null) {
            return bodies.find(taxCode)
                    .filter(body -> key(body.name()).equals(key(told.name())))
                    .map(Body::id);
        }
        String number = told.personalNumber();
        return number == null
                ? Optional.empty()
                : people.numbered(number)
                        .filter(person -> key(person.name()).equals(key(told.name()))
                                && agrees(number, person.birthDate(), told.birthDate()))
                        .map(Person::id);
    }

    /// Where the provider withholds the day of birth, the year in the personal number stands for it (Decree
    /// 137/2015/NĐ-CP, Art. 13).
    private static boolean agrees(String number, @Nullable LocalDate proven, @Nullable LocalDate told) {
        if (told == null) {
            return false;
        }
        return proven != null ? proven.equals(told) : yearIn(number) == told.getYear();
    }

    private static int yearIn(String number) {
        return 1900 + (number.charAt(3) - '0') / 2 * 100 + Integer.parseInt(number.substring(4, 6));
    }

    private static String key(String name) {
        return VietnameseText.folded(name).strip().replaceAll("\\s+", " ");
    }
}
