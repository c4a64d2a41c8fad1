package org.phigiay.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// Turns a record into named SQL parameters: ids are unwrapped, enums become their names, instants become
/// `timestamptz`. Reading needs nothing of the kind: `JdbcClient.query(Class)` does it.
public final class Params extends MapSqlParameterSource {

    /// The record's components by name, then further pairs of name and value.
    public static Params of(Record record, @Nullable Object... more) {
        Params params = new Params();
        for (Part part : PARTS.get(record.getClass())) {
            params.put(part.name(), part.of(record));
        }
        params.pairs(more);
        return params;
    }

    /// Pairs of name and value.
    public static Params pairs(String name, @Nullable Object value, @Nullable Object... more) {
        Params params = new Params();
        params.put(name, value);
        params.pairs(more);
        return params;
    }

    public Params put(String name, @Nullable Object value) {
        Object plain = plain(value);
        if (plain == null) {
            addValue(name, null, Types.NULL);
        } else {
            addValue(name, plain);
        }
        return this;
    }

    /// Adds what another module has prepared.
    public Params addAll(Map<String, ? extends @Nullable Object> more) {
        more.forEach(this::put);
        return this;
    }

    private void pairs(@Nullable Object... more) {
        for (int i = 0; i + 1 < more.length; i += 2) {
            put(String.valueOf(more[i]), more[i + 1]);
        }
    }

    /// What the driver can take for a value of ours.
    public static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Record record -> {
                Part[] parts = PARTS.get(record.getClass());
                if (parts.length != 1) {
                    throw new IllegalArgumentException("Not a one-component record: " + record.getClass());
                }
                yield plain(parts[0].of(record));
            }
            default -> value;
        };
    }

    /// One component of a record type, with the way to read it; found once for each type.
    private record Part(String name, Method accessor) {
        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + accessor, e);
            }
        }
    }

    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> {
                        component.getAccessor().setAccessible(true);
                        return new Part(component.getName(), component.getAccessor());
                    })
                    .toArray(Part[]::new);
        }
    };
}
