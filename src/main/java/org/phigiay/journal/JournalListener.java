package org.phigiay.journal;

/// Hears each entry inside the transaction that appends it: for what must be true at once (the first step of a filed
/// dossier). What can wait a moment is a [Follower].
public interface JournalListener {
    void appended(Entry entry);
}
