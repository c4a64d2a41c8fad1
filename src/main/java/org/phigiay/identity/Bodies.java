package org.phigiay.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Tài khoản tổ chức: which organisations there are and who may act for them today. Whoever holds the account may file
/// for the organisation without a letter of authority (Civil Code 91/2015/QH13, Art. 137); nobody else may.
@Service
public class Bodies {
    private final BodyStore store;
    private final Declarations declarations;
    private final Transactions transactions;
    private final Journal journal;

    Bodies(BodyStore store, Declarations declarations, Transactions transactions, Journal journal) {
        this.store = store;
        this.declarations = declarations;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// The organisation with that tax code.
    public Optional<Body> find(String taxCode) {
        return store.find(taxCode);
    }

    /// The organisations for which this person may act now, by name.
    public List<Body> heldBy(PersonId person) {
        return store.heldBy(person);
    }

    /// Everybody who may act for the organisation now; nobody when the id names no organisation.
    public Set<PersonId> holders(PersonId body) {
        return Set.copyOf(store.holders(body));
    }

    /// Puts an organisation and an account holder as they are told into a fresh database: for the demo and for seeding
    /// only.
    ///
    /// @return the organisation as it is known here
    public Body establish(String taxCode, String name, PersonId holder, Standing standing, Instant since) {
        return transactions.reserve(Actor.SYSTEM, () -> {
            Declared told = Declared.body(taxCode, name);
            Body fresh = new Body(declarations.of(told).orElseGet(PersonId::next), taxCode, name);
            if (!store.insert(fresh)) {
                return store.find(taxCode).orElseThrow();
            }
            journal.append(Draft.of("identity.body-added", fresh.id().value(), null, Actor.SYSTEM));
            store.insert(fresh.id(), holder, standing, since);
            journal.append(Draft.of("identity.body-holder-given", holder.value(), null, Actor.SYSTEM)
                    .with("body", fresh.id().toString())
                    .with("standing", standing.name()));
            return fresh;
        });
    }

    /// From now on the person no longer acts for the organisation. For seeding and for what feeds this register: there
    /// is
    /// no page for it.
    ///
    /// @throws NotFound when the person does not hold it
    public void end(PersonId body, PersonId person) {
        boolean _ = transactions.reserve(Actor.SYSTEM, () -> {
            if (store.end(body, person) == 0) {
                throw new NotFound();
            }
            journal.append(Draft.of("identity.body-holder-ended", person.value(), null, Actor.SYSTEM)
                    .with("body", body.toString()));
            return true;
        });
    }
}
