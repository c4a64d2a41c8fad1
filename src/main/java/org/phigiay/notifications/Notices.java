package org.phigiay.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Thông báo của tôi: what the signed-in person has been told.
@Service
public class Notices {
    /// More than this many are counted as this many.
    public static final int COUNTED = 100;

    private final NoticeStore store;
    private final Access access;
    private final Transactions transactions;
    private final Journal journal;

    Notices(NoticeStore store, Access access, Transactions transactions, Journal journal) {
        this.store = store;
        this.access = access;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// How many the person has not read, at most [#COUNTED]; 0 for a visitor who has not signed in.
    public int unread(Actor actor) {
        return actor.anonymous() ? 0 : transactions.read(actor, () -> store.unread(actor.person(), COUNTED));
    }

    /// The person's notices, newest first.
    ///
    /// @param after where the page begins; null for the first
    public Page<Notice> list(Actor actor, @Nullable String after) {
        access.require(actor, Right.NOTICE_READ, Target.ownedBy(actor.person()));
        UUID before = after == null ? null : id(after);
        return transactions.read(actor, () -> store.list(actor.person(), before, Page.SIZE));
    }

    /// Marks one as read. Marking it again changes nothing.
    ///
    /// @throws NotFound when the person has none of that name
    public void markRead(Actor actor, String entry) {
        access.require(actor, Right.NOTICE_READ, Target.ownedBy(actor.person()));
        UUID id = id(entry);
        boolean known = transactions.write(actor, () -> {
            note(actor, store.markRead(actor.person(), id));
            return store.exists(actor.person(), id);
        });
        if (!known) {
            throw new NotFound();
        }
    }

    /// Marks as read everything up to the newest notice that the person has seen.
    ///
    /// @return how many were new
    public int markAllRead(Actor actor, String newest) {
        access.require(actor, Right.NOTICE_READ, Target.ownedBy(actor.person()));
        UUID id = id(newest);
        return transactions.write(actor, () -> note(actor, store.markReadUpTo(actor.person(), id)));
    }

    private int note(Actor actor, int marked) {
        if (marked > 0) {
            journal.append(Draft.of("notices.read", actor.person().value(), null, actor)
                    .with("count", marked));
        }
        return marked;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
