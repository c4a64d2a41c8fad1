package org.phigiay.journal;

import java.util.List;

/// Người theo nhật ký: reads the entries in order of position and keeps rows of its own in step. Named as a sentence
/// (`CountEachDay`). Its effect and its cursor move in one transaction; it runs on one node at a time.
public interface Follower {
    /// Stable name of the follower, such as `count-each-day`.
    String name();

    /// Takes a batch in, in order. An entry comes once, and again only after a replay from zero: effects outside
    /// (mail, another system) are rows keyed by the entry's id, so that a replay sends nothing again.
    void follow(List<Numbered> batch);

    /// Removes the rows it built, before a replay from zero. Rows of effects outside stay.
    void forget();
}
