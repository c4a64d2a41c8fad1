package org.phigiay.launch;

import java.security.SecureRandom;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Named random secrets of an installation, made once: the first copy that asks makes it, every later one reads the
/// same. They serve as keys of message authentication codes and the like; they are not passwords of people.
public final class Secrets {

    private static final int BYTES = 32;

    private final DataSource owner;

    public Secrets(DataSource owner) {
        this.owner = owner;
    }

    /// The secret of that name.
    ///
    /// @param name lower-case letters, digits and hyphens, beginning with a letter
    /// @return 32 random bytes, the same at every call on every copy of the program
    public byte[] get(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return getOrKeep(name, fresh);
    }

    /// The secret of that name, or `offered` kept under it when there is none yet. Two copies that offer at once get
    /// the same answer: the row of the first.
    public byte[] getOrKeep(String name, byte[] offered) {
        try (var connection = owner.getConnection()) {
            byte[] kept = read(connection, name);
            if (kept != null) {
                return kept;
            }
            try (var insert = connection.prepareStatement(
                    "insert into launch.secret (name, value) values (?, ?) on conflict do nothing")) {
                insert.setString(1, name);
                insert.setBytes(2, offered);
                insert.executeUpdate();
            }
            kept = read(connection, name);
            if (kept == null) {
                throw new IllegalStateException("Secret " + name + " was not kept");
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("Secret " + name + " cannot be read", e);
        }
    }

    private static byte @org.jspecify.annotations.Nullable [] read(java.sql.Connection connection, String name)
            throws SQLException {
        try (var select = connection.prepareStatement("select value from launch.secret where name = ?")) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }
}
