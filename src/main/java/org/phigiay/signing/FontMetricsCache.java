package org.phigiay.signing;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Keeps what was measured of our few fonts for the life of the program.
final class FontMetricsCache implements FSCacheEx<String, FSCacheValue> {
    private final ConcurrentMap<String, FSCacheValue> known = new ConcurrentHashMap<>();

    @Override
    public void put(String key, FSCacheValue value) {
        known.put(key, value);
    }

    @Override
    public @Nullable FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
        FSCacheValue value = known.get(key);
        if (value != null) {
            return value;
        }
        try {
            value = loader.call();
        } catch (Exception e) {
            throw new IllegalStateException("A font cannot be read", e);
        }
        if (value != null) {
            known.put(key, value);
        }
        return value;
    }

    @Override
    public @Nullable FSCacheValue get(String key) {
        return known.get(key);
    }
}
