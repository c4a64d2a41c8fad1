package org.phigiay.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/// The way into one PostgreSQL database: its address and the two roles that work in it.
///
/// The owner role owns the database, its schemas and tables; it runs migrations, makes partitions and seeds the demo.
/// The app role is the one the program serves people with: it is not the owner, no superuser, and cannot go round
/// row-level security, so that a fault in the program can do no more than the program may.
///
/// @param url JDBC address, `jdbc:postgresql://host:port/database`
/// @param owner the role that owns the database
/// @param app the program's role; its name is the grant target `${app}` in migrations
public record DatabaseAccess(String url, Login owner, Login app) {

    /// A role's name and password. Never printed.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /// Connections for the app role. Prepared statements stay on the server. A database that does not answer
    /// within three seconds is reported to the caller, and the pool recovers by itself once it answers again; in a
    /// crowd callers wait up to twenty seconds for their turn.
    ///
    /// @param size the most connections open at once
    public HikariDataSource appPool(int size) {
        var config = pool("phigiay-app", app, size);
        config.setMinimumIdle(Math.min(2, size));
        // A transaction that lasts holds back the journal's sequencer and vacuum: no verb needs a minute.
        config.addDataSourceProperty(
                "options",
                "-c transaction_timeout=60s -c statement_timeout=30s -c lock_timeout=10s"
                        + " -c idle_in_transaction_session_timeout=60s");
        return new PatientPool(config);
    }

    /// Connections for the owner role: none is kept while nobody migrates or seeds.
    public HikariDataSource ownerPool() {
        var config = pool("phigiay-owner", owner, 4);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /// The same roles in another database of the same server.
    ///
    /// @param name the other database's name
    public DatabaseAccess inDatabase(String name) {
        return new DatabaseAccess(url.substring(0, url.lastIndexOf('/') + 1) + name, owner, app);
    }

    private HikariConfig pool(String name, Login login, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_500);
        config.setInitializationFailTimeout(-1);
        config.setMaxLifetime(30 * 60_000);
        config.setKeepaliveTime(2 * 60_000);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("loginTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "120");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // An error message never quotes a row: "Key (…)=(…) already exists" would put a person into the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }
}
