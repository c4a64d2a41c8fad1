package org.phigiay.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.files.FileId;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// Kho kết quả: keeps issued results for their holders and answers whether one is genuine.
@Component
public class Wallet {
    private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile("\\s+");

    private final WalletStore store;
    private final Access access;
    private final Transactions transactions;

    Wallet(WalletStore store, Access access, Transactions transactions) {
        this.store = store;
        this.access = access;
        this.transactions = transactions;
    }

    /// A result as it is issued; see [KeptResult].
    public record NewResult(
            String code,
            PersonId holder,
            String holderName,
            AgencyCode agency,
            UUID dossier,
            String dossierCode,
            String typeCode,
            String title,
            String number,
            PostCode signerPost,
            String signerName,
            Instant signedAt,
            FileId file,
            String sha256) {}

    /// Keeps a result in the transaction that issues it; the issuing verb writes the journal entry.
    public void keep(Actor actor, NewResult result) {
        boolean _ = transactions.write(actor, () -> store.insert(result, initials(result.holderName())));
    }

    /// The results of the person who asks, newest first.
    public List<KeptResult> own(Actor actor) {
        access.require(actor, Right.OWN_RESULTS_LIST, Target.general());
        return transactions.read(actor, () -> store.of(actor.person()));
    }

    /// The result with that code, as anybody who holds its QR may see it.
    public Optional<KeptResult> byCode(String code) {
        return transactions.read(Actor.ANYONE, () -> store.byCode(normal(code)));
    }

    /// The result whose issued file has this hash.
    public Optional<KeptResult> byHash(String sha256) {
        return transactions.read(Actor.ANYONE, () -> store.byHash(sha256));
    }

    /// `Nguyễn Thị Mai` → `N. T. M.`
    static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String part : WORDS.split(name.strip(), -1)) {
            if (!part.isEmpty()) {
                initials.append(initials.isEmpty() ? "" : " ")
                        .appendCodePoint(part.codePointAt(0))
                        .append('.');
            }
        }
        return initials.toString();
    }

    private static String normal(String code) {
        return code.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s-]+", "");
    }
}
