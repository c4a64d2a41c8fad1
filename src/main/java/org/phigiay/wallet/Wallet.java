package org.phigiay.wallet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.identity.Access;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.phigiay.signing.Reason;
import org.phigiay.signing.Verification;
import org.phigiay.signing.Verifications;
import org.springframework.stereotype.Component;

/// Kho kết quả: keeps issued results for their holders and answers whether one is genuine.
@Component
public class Wallet {
    private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile("\\s+");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final WalletStore store;
    private final Access access;
    private final Bodies bodies;
    private final Transactions transactions;
    private final Verifications verifications;
    private final Clock clock = Clock.system(ZONE);

    Wallet(WalletStore store, Access access, Bodies bodies, Transactions transactions, Verifications verifications) {
        this.store = store;
        this.access = access;
        this.bodies = bodies;
        this.transactions = transactions;
        this.verifications = verifications;
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
            String sha256,
            @Nullable LocalDate validUntil) {}

    /// Keeps a result in the transaction that issues it; the issuing verb writes the journal entry.
    public void keep(Actor actor, NewResult result) {
        boolean _ = transactions.write(actor, () -> store.insert(result, initials(result.holderName())));
    }

    /// The results of the person who asks, newest first.
    public List<KeptResult> own(Actor actor) {
        access.require(actor, Right.OWN_RESULTS_LIST, Target.general());
        return transactions.read(actor, () -> store.of(actor.person()));
    }

    /// The same, then those of the organisations for which the person may act.
    public List<KeptResult> held(Actor actor) {
        List<KeptResult> held = new ArrayList<>(own(actor));
        transactions
                .read(actor, () -> bodies.heldBy(actor.person()))
                .forEach(body -> held.addAll(transactions.read(actor, () -> store.of(body.id()))));
        return held;
    }

    /// The result with that code, as anybody who holds its QR may see it.
    public Optional<KeptResult> byCode(String code) {
        return transactions.read(Actor.ANYONE, () -> store.byCode(normal(code)));
    }

    /// The result whose issued file has this hash.
    public Optional<KeptResult> byHash(String sha256) {
        return transactions.read(Actor.ANYONE, () -> store.byHash(sha256));
    }

    /// Xác minh: whether these bytes are a result we issued. A file that merely passes as signed is not enough: the
    /// library forgives a changed byte in a signature's padding and a tail after the end; the hash forgives
    /// nothing.
    ///
    /// @param pdf any bytes
    public Verdict verify(byte[] pdf) {
        Verification verification = verifications.verify(pdf);
        KeptResult result = byHash(sha256(pdf)).orElse(null);
        List<Reason> reasons = new ArrayList<>(verification.reasons());
        if (result == null) {
            if (verification.intact()) {
                reasons.add(new Reason("wallet.reason.not-ours", List.of()));
            }
            return new Verdict(Verdict.Outcome.NOT_GENUINE, verification.signatures(), reasons, null);
        }
        if (!verification.intact()) {
            return new Verdict(Verdict.Outcome.NOT_GENUINE, verification.signatures(), reasons, result);
        }
        Verdict.Outcome outcome = outcome(result);
        if (outcome == Verdict.Outcome.NO_LONGER_IN_FORCE) {
            reasons.add(new Reason("wallet.reason.not-in-force", List.of()));
        }
        return new Verdict(outcome, verification.signatures(), reasons, result);
    }

    /// What is to be said of a result we issued.
    public Verdict.Outcome outcome(KeptResult result) {
        return result.inForce(LocalDate.now(clock)) ? Verdict.Outcome.GENUINE : Verdict.Outcome.NO_LONGER_IN_FORCE;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
