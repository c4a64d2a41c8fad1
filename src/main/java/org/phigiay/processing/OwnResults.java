package org.phigiay.processing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.phigiay.dossiers.DossierId;
import org.phigiay.forms.EarlierResults;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.phigiay.wallet.KeptResult;
import org.phigiay.wallet.Wallet;
import org.springframework.stereotype.Component;

/// What the results in a person's own wallet print, for forms that would ask it again.
@Component
class OwnResults implements EarlierResults {
    private static final int MOST_LOOKED_AT = 20;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Wallet wallet;
    private final ResultStore store;
    private final Transactions transactions;

    OwnResults(Wallet wallet, ResultStore store, Transactions transactions) {
        this.wallet = wallet;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public Optional<Earlier> newest(Actor actor, String kind) {
        return wallet.own(actor).stream()
                .filter(kept -> kept.inForce(LocalDate.now(ZONE)))
                .limit(MOST_LOOKED_AT)
                .flatMap(kept -> transactions
                        .read(actor, () -> store.find(new DossierId(kept.dossier())))
                        .filter(document -> document.kind().equals(kind))
                        .map(document -> earlier(kept, document))
                        .stream())
                .findFirst();
    }

    private static Earlier earlier(KeptResult kept, ResultDocument document) {
        Map<String, String> lines = new LinkedHashMap<>();
        document.fields().forEach(line -> lines.put(line.id(), line.text()));
        return new Earlier(kept.title() + " số " + kept.number(), lines);
    }
}
