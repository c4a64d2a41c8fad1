package org.phigiay.launch;

import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import javax.sql.DataSource;
import org.phigiay.shared.DemoLoader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Loads the invented demo world before the first page is served, unless `phigiay.demo=false`. Copies that start at
/// once
/// wait for one another; a program that loaded it before skips it.
@Component
class LoadDemo implements SmartInitializingSingleton {
    private static final long LOCK = 0x64656D6FL;

    private final ObjectProvider<DemoLoader> loaders;
    private final DataSource dataSource;
    private final boolean wanted;

    LoadDemo(ObjectProvider<DemoLoader> loaders, DataSource dataSource, @Value("${phigiay.demo:true}") boolean wanted) {
        this.loaders = loaders;
        this.dataSource = dataSource;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!wanted) {
            return;
        }
        try (Connection own = dataSource.getConnection()) {
            own.setAutoCommit(true);
            run(own, "select pg_advisory_lock(?)");
            try {
                String build = build();
                if (build.isEmpty() || !build.equals(loaded(own))) {
                    loaders.stream()
                            .sorted(Comparator.comparingInt(DemoLoader::order))
                            .forEach(DemoLoader::load);
                    remember(own, build);
                }
            } finally {
                run(own, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The demo could not be loaded", e);
        }
    }

    /// Which build of the program this is; empty when it runs from classes, where everything may have changed.
    private static String build() {
        try {
            File jar = new File(LoadDemo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.isFile() ? jar.length() + "-" + jar.lastModified() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String loaded(Connection own) throws SQLException {
        try (PreparedStatement question = own.prepareStatement("select value from shared.note where name = 'demo'");
                ResultSet row = question.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void remember(Connection own, String build) throws SQLException {
        try (PreparedStatement note = own.prepareStatement("""
                insert into shared.note (name, value) values ('demo', ?)
                on conflict (name) do update set value = excluded.value
                """)) {
            note.setString(1, build);
            note.executeUpdate();
        }
    }

    private static void run(Connection own, String sql) throws SQLException {
        try (PreparedStatement statement = own.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
