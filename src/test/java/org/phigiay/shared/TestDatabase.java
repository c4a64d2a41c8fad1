package org.phigiay.shared;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.phigiay.launch.DatabaseAccess;
import org.phigiay.launch.EmbeddedServer;
import org.phigiay.launch.Migrations;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real PostgreSQL that tests run on: one embedded server for the test JVM, migrated, with an empty database.
///
/// ```java
/// static final TestDatabase database = TestDatabase.shared();       // shared by all tests of this JVM
/// static final TestDatabase alone = TestDatabase.fresh();           // a database nobody else sees
/// database.app()        // DataSource of the program's role          database.jdbc()       // JdbcClient over it
/// database.owner()      // DataSource of the owner role              database.ownerJdbc()  // JdbcClient over it
/// ```
///
/// A Spring test runs the whole program on the shared database with [ProgramTest] on the class; one that wants a
/// database of its own uses `@ContextConfiguration(initializers = TestDatabase.Fresh.class)` beside `@SpringBootTest`.
public final class TestDatabase {

    private static final Path FOLDER = Path.of("target/test-database");
    private static final EmbeddedServer SERVER = start();
    private static final String TEMPLATE =
            "template_" + Migrations.fingerprint().substring(0, 16);
    private static final TestDatabase SHARED = prepare();

    private final DatabaseAccess access;
    private final HikariDataSource app;
    private final HikariDataSource owner;

    private TestDatabase(DatabaseAccess access) {
        this.access = access;
        this.app = access.appPool(12);
        // Many databases share one server: none keeps connections it does not use.
        this.app.setMinimumIdle(0);
        this.app.setIdleTimeout(10_000);
        this.owner = access.ownerPool();
    }

    /// The database all tests of this JVM may share: rely on what you inserted, not on emptiness.
    public static TestDatabase shared() {
        return SHARED;
    }

    /// A migrated, empty database of its own: for tests that count, replay or break things. Takes about 0.1 s.
    public static TestDatabase fresh() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        asSuperuser("create database " + name + " template " + TEMPLATE + " owner phigiay_owner");
        return new TestDatabase(SERVER.access().inDatabase(name));
    }

    /// Connections of the program's role.
    public DataSource app() {
        return app;
    }

    /// Connections of the role that owns the tables.
    public DataSource owner() {
        return owner;
    }

    /// A client over [#app()].
    public JdbcClient jdbc() {
        return JdbcClient.create(app);
    }

    /// A client over [#owner()].
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(owner);
    }

    /// Address and roles, for a program started by hand.
    public DatabaseAccess access() {
        return access;
    }

    /// Settings that make the program use this database.
    public String[] properties() {
        return new String[] {
            "phigiay.db.url=" + access.url(),
            "phigiay.db.owner.user=" + access.owner().user(),
            "phigiay.db.owner.password=" + access.owner().password(),
            "phigiay.db.app.user=" + access.app().user(),
            "phigiay.db.app.password=" + access.app().password(),
            "phigiay.db.connections=8",
            "phigiay.data=target/test-data",
            "phigiay.metrics.port=0"
        };
    }

    /// Runs a Spring test on the shared database.
    public static final class Shared implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(shared().properties()).applyTo(context);
            WithoutTestClasses.in(context);
        }
    }

    /// Runs a Spring test on a database of its own.
    public static final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(fresh().properties()).applyTo(context);
            WithoutTestClasses.in(context);
        }
    }

    private static EmbeddedServer start() {
        EmbeddedServer server = EmbeddedServer.start(FOLDER, Path.of("target/postgres"));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        return server;
    }

    /// Drops what earlier runs left, migrates a template when the scripts changed, and copies it.
    private static TestDatabase prepare() {
        boolean kept = false;
        for (String name : databases()) {
            if (name.equals(TEMPLATE)) {
                kept = true;
            } else {
                asSuperuser("drop database if exists " + name + " with (force)");
            }
        }
        if (!kept) {
            String half = TEMPLATE + "_half";
            asSuperuser("create database " + half
                    + " owner phigiay_owner template template0 locale_provider icu icu_locale 'vi' locale 'C'");
            DatabaseAccess access = SERVER.access().inDatabase(half);
            try (HikariDataSource owner = access.ownerPool()) {
                new Migrations(owner, access.app().user()).run();
            }
            asSuperuser("alter database " + half + " rename to " + TEMPLATE);
        }
        return fresh();
    }

    private static List<String> databases() {
        try (Connection connection = SERVER.superuser("postgres");
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select datname from pg_database where datname ~ '^(test|template)_'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asSuperuser(String sql) {
        try (Connection connection = SERVER.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
