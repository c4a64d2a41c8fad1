package org.phigiay.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// Connects the program to its database: the embedded one, unless `PHIGIAY_DB_URL` names another. Whoever receives a
/// `DataSource` receives a migrated database.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /// The folder that holds everything this installation keeps.
    @Bean
    DataFolder dataFolder(@Value("${phigiay.data:data}") Path folder) {
        return new DataFolder(folder.toAbsolutePath().normalize());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "phigiay.db.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedServer embeddedServer(DataFolder data, @Value("${phigiay.binaries:#{null}}") @Nullable Path binaries) {
        return EarlyStart.take(data.path(), binaries == null ? data.path().resolve("cache") : binaries);
    }

    @Bean
    DatabaseAccess databaseAccess(
            ObjectProvider<EmbeddedServer> embedded,
            @Value("${phigiay.db.url:embedded}") String url,
            @Value("${phigiay.db.owner.user:}") String ownerUser,
            @Value("${phigiay.db.owner.password:}") String ownerPassword,
            @Value("${phigiay.db.app.user:}") String appUser,
            @Value("${phigiay.db.app.password:}") String appPassword) {
        EmbeddedServer server = embedded.getIfAvailable();
        if (server != null) {
            return server.access();
        }
        if (ownerUser.isBlank() || appUser.isBlank()) {
            throw new StartFailed("PHIGIAY_DB_URL is set; set PHIGIAY_DB_OWNER_USER, PHIGIAY_DB_OWNER_PASSWORD,"
                    + " PHIGIAY_DB_APP_USER and PHIGIAY_DB_APP_PASSWORD too.");
        }
        if (ownerUser.equals(appUser)) {
            throw new StartFailed("PHIGIAY_DB_OWNER_USER and PHIGIAY_DB_APP_USER must be two roles: the program"
                    + " must not own its tables.");
        }
        return new DatabaseAccess(
                url.startsWith("jdbc:") ? url : "jdbc:" + url,
                new DatabaseAccess.Login(ownerUser, ownerPassword),
                new DatabaseAccess.Login(appUser, appPassword));
    }

    /// Connections of the owner role, for migrations, partitions and seeding only.
    @Bean(defaultCandidate = false)
    @Qualifier("owner")
    HikariDataSource ownerDataSource(DatabaseAccess access) {
        return access.ownerPool();
    }

    /// The program's connections, to a database that is up to date.
    @Bean
    @Primary
    HikariDataSource dataSource(
            DatabaseAccess access,
            @Qualifier("owner") DataSource owner,
            @Value("${phigiay.db.connections:16}") int connections) {
        new Migrations(owner, access.app().user()).run();
        return access.appPool(connections);
    }

    @Bean
    Secrets secrets(@Qualifier("owner") DataSource owner, DataSource migrated) {
        return new Secrets(owner);
    }
}
