package org.phigiay.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The two roles and the database of an embedded server. Does nothing when they are there.
final class Provisioning {

    private Provisioning() {}

    static void ensure(Connection connection, Cluster cluster) throws SQLException {
        if (exists(connection, "select 1 from pg_database where datname = ?", Cluster.DATABASE)) {
            return;
        }
        role(connection, Cluster.OWNER, cluster.ownerPassword());
        role(connection, Cluster.APP, cluster.appPassword());
        try (Statement statement = connection.createStatement()) {
            // A transaction that lasts holds back the journal's sequencer and vacuum: nobody of this role may.
            statement.execute("alter role %s set transaction_timeout = '60s'".formatted(Cluster.APP));
            // The database comes last: that it exists tells that everything before it was done.
            statement.execute("create database %s owner %s template template0 encoding 'UTF8'"
                            .formatted(Cluster.DATABASE, Cluster.OWNER)
                    + " locale_provider icu icu_locale 'vi' locale 'C'");
            statement.execute("revoke all on database %s from public".formatted(Cluster.DATABASE));
            statement.execute("grant connect, temporary on database %s to %s".formatted(Cluster.DATABASE, Cluster.APP));
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // The password is ours: letters, digits, - and _ only.
            statement.execute("create role %s login password '%s' nosuperuser nocreatedb nocreaterole nobypassrls"
                    .formatted(name, password));
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
