package org.phigiay.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings every module's schema up to date: one schema and one history for each module, in the order of the floors.
///
/// A module's scripts are `db/migration/<module>/V1__….sql`; its schema bears its name, is made by the owner role and
/// open to the app role for `usage`; what the app role may do with a table is granted in the scripts, to `${app}`.
/// When nothing changed since the last start (a fingerprint over all scripts, kept in the database), Flyway is not
/// even loaded. Copies that start at once wait for one another.
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final long LOCK = 0x5068694769617931L;

    /// The modules that may bring scripts, lowest floor first.
    static final List<String> MODULES = List.of(
            "launch",
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "areas",
            "calendar",
            "files",
            "signing",
            "catalogue",
            "forms",
            "search",
            "guidance",
            "imports",
            "dossiers",
            "processing",
            "wallet",
            "authoring",
            "desk",
            "dialogue",
            "transparency",
            "notifications",
            "portal");

    private final DataSource owner;
    private final String app;

    /// @param owner connections of the role that owns the database
    /// @param app the name of the program's role, `${app}` in scripts
    public Migrations(DataSource owner, String app) {
        this.owner = owner;
        this.app = app;
    }

    /// Migrates what is not yet up to date.
    ///
    /// @return whether anything was looked at; false when the fingerprint told that nothing changed
    /// @throws StartFailed when a script fails; what ran before it stays
    public boolean run() {
        Map<String, byte[]> scripts = scripts();
        String fingerprint = fingerprint(scripts);
        try (Connection connection = owner.getConnection()) {
            if (fingerprint.equals(stored(connection))) {
                return false;
            }
            lock(connection, "select pg_advisory_lock(?)");
            try {
                if (fingerprint.equals(stored(connection))) {
                    return false;
                }
                migrateAll(connection, scripts);
                store(connection, fingerprint);
                return true;
            } finally {
                lock(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new StartFailed("The database does not answer: " + e.getMessage(), e);
        }
    }

    /// A hash over all scripts' names and contents: two programs with the same one need the same schemas.
    public static String fingerprint() {
        return fingerprint(scripts());
    }

    private void migrateAll(Connection connection, Map<String, byte[]> scripts) throws SQLException {
        for (String module : MODULES) {
            String folder = module + "/";
            if (scripts.keySet().stream().noneMatch(name -> name.startsWith(folder))) {
                continue;
            }
            try {
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(owner)
                        .schemas(module)
                        .defaultSchema(module)
                        .createSchemas(true)
                        .table("schema_history")
                        .locations("classpath:db/migration/" + module)
                        .placeholders(Map.of("app", app))
                        .failOnMissingLocations(true)
                        .validateMigrationNaming(true)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw new StartFailed(
                        "The tables of '" + module + "' could not be brought up to date: " + e.getMessage(), e);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("grant usage on schema %s to \"%s\"".formatted(module, app.replace("\"", "\"\"")));
            }
            log.debug("Schema {} is up to date", module);
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static String stored(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('launch.fingerprint') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return "";
                }
            }
            try (ResultSet row = statement.executeQuery("select value from launch.fingerprint")) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void store(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into launch.fingerprint (value) values (?)
                on conflict (only_row) do update set value = excluded.value, at = now()
                """)) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        }
    }

    /// `<module>/<file>` → content, sorted by name.
    private static Map<String, byte[]> scripts() {
        try {
            var scripts = new TreeMap<String, byte[]>();
            var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
            for (Resource resource : resolver.getResources("classpath*:db/migration/*/*.sql")) {
                String path = resource.getURL().getPath();
                String name = path.substring(path.lastIndexOf("db/migration/") + "db/migration/".length());
                try (InputStream in = resource.getInputStream()) {
                    scripts.put(name, in.readAllBytes());
                }
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Map<String, byte[]> scripts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            scripts.forEach((name, content) -> {
                digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
