package org.phigiay.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list (keyset paging): its items and, when there are more, the key to ask for the next page with.
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int SIZE = 20;

    public Page {
        items = List.copyOf(items);
    }

    /// From a query that asked for one row more than `size`.
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, key.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
