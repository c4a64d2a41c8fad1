package org.phigiay.journal;

import java.util.List;

/// Reads the journal on every node, for what each node holds for itself in memory, such as an index. Its place is
/// kept in memory too: with each start it begins anew from what stands. A [Follower], by contrast, keeps rows and runs
/// on one node.
public interface NodeReader {
    /// Takes everything in as it stands. Entries numbered from a moment before this call are read afterwards.
    void begin();

    /// Takes note of entries, in order; one that was there at [#begin()] may come again.
    void read(List<Numbered> batch);

    /// Called when there is nothing more to read just now: the moment to act on what was noted.
    void rest();
}
