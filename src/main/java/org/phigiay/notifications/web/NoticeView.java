package org.phigiay.notifications.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.notifications.Letters;

/// What the page `/thong-bao` shows.
///
/// @param unread how many are new, on this page and others
/// @param newest name of the newest notice on this page; null when there is none
public record NoticeView(
        List<Row> rows,
        int unread,
        @Nullable String newest,
        @Nullable String next,
        @Nullable String first) {

    /// One notice.
    ///
    /// @param asks whether the reader has to do something
    public record Row(
            String entry,
            Instant at,
            boolean unread,
            boolean asks,
            String code,
            String href,
            Letters.Words words,
            String procedure) {}
}
