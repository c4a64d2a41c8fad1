package org.phigiay.journal;

import org.phigiay.shared.TestDatabase;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// A journal without the rest of the program, for tests of a module on a database of its own.
public final class JournalTesting {

    private JournalTesting() {}

    public static Transactions transactions(TestDatabase database) {
        return new Transactions(new DataSourceTransactionManager(database.app()), JdbcClient.create(database.app()));
    }

    /// @param transactions those of the same database
    public static Journal journal(TestDatabase database, Transactions transactions) {
        JdbcClient jdbc = JdbcClient.create(database.app());
        return new Journal(
                new JournalStore(jdbc, new JsonMapper()),
                new StaticListableBeanFactory().getBeanProvider(JournalListener.class),
                transactions,
                new Bell(),
                new JsonMapper());
    }
}
