package org.phigiay.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts the statements that the calling thread sends to PostgreSQL: every execution, and one BEGIN for each
/// transaction; COMMIT is not counted, as in the comparisons this figure stands beside.
final class StatementCount implements BeanPostProcessor {
    private static final Set<String> RUN = Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");
    private static final ThreadLocal<long[]> COUNT = new ThreadLocal<>();

    /// Statements an act.
    static double of(Runnable act, int times) {
        long[] count = new long[1];
        COUNT.set(count);
        try {
            for (int i = 0; i < times; i++) {
                act.run();
            }
        } finally {
            COUNT.remove();
        }
        return count[0] / (double) times;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !name.toLowerCase(java.util.Locale.ROOT).contains("owner")
                ? new Counting(source)
                : bean;
    }

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return COUNT.get() == null ? connection : watched(Connection.class, connection);
        }
    }

    private static <T> T watched(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
            long[] count = COUNT.get();
            if (count != null && (RUN.contains(method.getName())
                    || method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(args[0]))) {
                count[0]++;
            }
            if (count != null && method.getName().equals("executeBatch")) {
                throw new IllegalStateException("batches are not counted here");
            }
            Object result;
            try {
                result = method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return switch (result) {
                case PreparedStatement statement -> watched(PreparedStatement.class, statement);
                case Statement statement -> watched(Statement.class, statement);
                case null, default -> result;
            };
        }));
    }
}
