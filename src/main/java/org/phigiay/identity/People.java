package org.phigiay.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Con người: who there is and which posts they hold. A right belongs to a post, never to a person.
///
/// Reading a person's data through here asks nobody: whoever calls has asked [Access] about the dossier or the notice
/// for which the data are needed.
@Service
public class People {
    private final PersonStore store;
    private final Declarations declarations;
    private final Access access;
    private final Organisation organisation;
    private final Transactions transactions;
    private final Journal journal;

    People(
            PersonStore store,
            Declarations declarations,
            Access access,
            Organisation organisation,
            Transactions transactions,
            Journal journal) {
        this.store = store;
        this.declarations = declarations;
        this.access = access;
        this.organisation = organisation;
        this.transactions = transactions;
        this.journal = journal;
    }

    public Optional<Person> find(PersonId id) {
        return store.find(id);
    }

    /// Those of the people asked for whom there are.
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return store.find(List.copyOf(ids)).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// The person with that personal identity number.
    public Optional<Person> numbered(String personalNumber) {
        return store.numbered(personalNumber);
    }

    /// Everybody who holds the post now; notices to a post go to them.
    public List<PersonId> holders(PostCode post) {
        return store.holders(post);
    }

    /// Who held the post, newest first.
    public List<Holding> history(PostCode post) {
        return store.history(post);
    }

    /// The posts among `codes` that there are today, as an actor carries them.
    List<Actor.Held> held(List<PostCode> codes) {
        return codes.stream()
                .flatMap(code -> organisation.post(code).stream())
                .map(post -> new Actor.Held(post.code(), post.agency(), post.unit(), post.role()))
                .toList();
    }

    /// The person with the posts held now, as one who acts.
    public Actor actor(PersonId id, Actor.Via via) {
        Person person = store.find(id).orElseThrow(NotFound::new);
        return new Actor(id, person.name(), held(store.postsHeld(id)), via, null, null);
    }

    /// The identity provider has told us who this is: known people are matched by their personal number, new ones are
    /// added, what the provider now says replaces what it said before, and what it withholds stays.
    /// Somebody for whom others have filed before, under this number, name and day of birth, takes over what was
    /// filed.
    public Person signedIn(Claims claims) {
        return transactions.reserve(Actor.SYSTEM, () -> {
            Person fresh = person(declarations.of(claims).orElseGet(PersonId::next), claims, null);
            if (store.insert(fresh)) {
                journal.append(Draft.of("identity.person-added", fresh.id().value(), null, Actor.SYSTEM));
                return fresh;
            }
            Person known = store.numbered(claims.personalNumber()).orElseThrow();
            Person now = person(known.id(), claims, known);
            if (!now.equals(known)) {
                store.update(now);
                journal.append(Draft.of("identity.person-changed", now.id().value(), null, Actor.SYSTEM));
            }
            return now;
        });
    }

    private static Person person(PersonId id, Claims claims, @Nullable Person known) {
        return new Person(
                id,
                claims.name(),
                claims.personalNumber(),
                newer(claims.birthDate(), known == null ? null : known.birthDate()),
                newer(claims.sex(), known == null ? null : known.sex()),
                newer(claims.phone(), known == null ? null : known.phone()),
                newer(claims.email(), known == null ? null : known.email()),
                newer(claims.address(), known == null ? null : known.address()),
                newer(claims.externalId(), known == null ? null : known.externalId()));
    }

    private static <T> @Nullable T newer(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    /// Giao vị trí: from now on the person holds the post.
    public void give(Actor actor, PersonId person, PostCode post) {
        access.require(actor, Right.POST_GIVE, Target.of(post.agency()));
        if (organisation.post(post).isEmpty() || store.find(person).isEmpty()) {
            throw new NotFound();
        }
        change(actor, person, post, "identity.post-given", () -> {
            store.insert(new Holding(person, post, transactions.now(), null));
        });
    }

    /// Thôi giữ vị trí: from now on the person no longer holds the post, in any browser and with any token.
    public void take(Actor actor, PersonId person, PostCode post) {
        access.require(actor, Right.POST_GIVE, Target.of(post.agency()));
        change(actor, person, post, "identity.post-taken", () -> {
            if (store.end(person, post) == 0) {
                throw new NotFound();
            }
        });
    }

    private void change(Actor actor, PersonId person, PostCode post, String type, Runnable work) {
        Instant at = transactions.write(actor, () -> {
            work.run();
            journal.append(Draft.of(type, person.value(), post.agency(), actor).with("post", post.value()));
            return transactions.now();
        });
        Objects.requireNonNull(at);
    }

    /// Puts a person and a post as they are told into a fresh database: for the demo and for seeding only.
    ///
    /// @return whether the person is new
    public boolean establish(Person person, @Nullable PostCode post, Instant since) {
        return transactions.reserve(Actor.SYSTEM, () -> {
            boolean added = store.insert(person);
            if (added) {
                journal.append(Draft.of("identity.person-added", person.id().value(), null, Actor.SYSTEM));
            }
            if (added && post != null) {
                store.insert(new Holding(person.id(), post, since, null));
                journal.append(Draft.of("identity.post-given", person.id().value(), post.agency(), Actor.SYSTEM)
                        .with("post", post.value()));
            }
            return added;
        });
    }

    /// Puts a person who is there already on one more post: for the demo and for seeding only. A post that the person
    /// has held before stays as it was left.
    public void seat(PersonId person, PostCode post, Instant since) {
        boolean _ = transactions.reserve(Actor.SYSTEM, () -> {
            boolean before = store.history(post).stream()
                    .anyMatch(holding -> holding.person().equals(person));
            if (!before) {
                store.insert(new Holding(person, post, since, null));
                journal.append(Draft.of("identity.post-given", person.value(), post.agency(), Actor.SYSTEM)
                        .with("post", post.value()));
            }
            return !before;
        });
    }
}
