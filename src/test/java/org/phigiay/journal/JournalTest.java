package org.phigiay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.TestDatabase;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {
    private static final AgencyCode AGENCY = new AgencyCode("H99.01");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.app());
    private final JournalStore store = new JournalStore(jdbc, new JsonMapper());
    private final Transactions transactions = new Transactions(new DataSourceTransactionManager(database.app()), jdbc);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Journal journal = new Journal(
            store, beans.getBeanProvider(JournalListener.class), transactions, new Bell(), new JsonMapper());

    @Test
    void an_entry_that_commits_late_is_not_lost_and_keeps_its_place() throws SQLException {
        try (Connection slow = database.app().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(raw("slow"));
            UUID quick = append("quick");

            assertThat(store.number(100))
                    .as("nothing may be numbered past an open transaction")
                    .isZero();
            assertThat(store.after(0, 10)).isEmpty();

            slow.commit();
            assertThat(store.number(100)).isEqualTo(2);
            assertThat(store.after(0, 10))
                    .extracting(numbered -> numbered.entry().type())
                    .containsExactly("slow", "quick");
            assertThat(store.after(0, 10).getLast().entry().id()).isEqualTo(quick);
        }
    }

    @Test
    void an_entry_that_is_rolled_back_leaves_no_gap() throws SQLException {
        append("one");
        try (Connection given = database.app().getConnection();
                Statement statement = given.createStatement()) {
            given.setAutoCommit(false);
            statement.execute(raw("given-up"));
            given.rollback();
        }
        append("two");
        store.number(100);
        assertThat(store.after(0, 10)).extracting(Numbered::position).containsExactly(1L, 2L);
    }

    @Test
    void under_many_writers_every_entry_gets_exactly_one_place() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var pool = Executors.newFixedThreadPool(9)) {
            var _ = pool.submit(() -> {
                while (writing.get()) {
                    store.number(7);
                }
            });
            for (int writer = 0; writer < 6; writer++) {
                int seed = writer;
                var _ = pool.submit(() -> {
                    Random random = new Random(seed);
                    for (int i = 0; i < 50; i++) {
                        int entries = 1 + random.nextInt(3);
                        int pause = random.nextInt(4);
                        transactions.write(Actor.SYSTEM, () -> {
                            for (int n = 0; n < entries; n++) {
                                append("many");
                            }
                            sleep(pause);
                            return entries;
                        });
                    }
                });
            }
            pool.shutdown();
            sleep(200);
            while (count("journal.entry") < 300) {
                sleep(50);
            }
            sleep(500);
            writing.set(false);
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        while (store.number(1000) > 0) {
            sleep(1);
        }
        long entries = count("journal.entry");
        assertThat(count("journal.sequence")).isEqualTo(entries);
        assertThat(jdbc.sql("select count(distinct entry) from journal.sequence")
                        .query(Long.class)
                        .single())
                .isEqualTo(entries);
        assertThat(jdbc.sql("select max(position) from journal.sequence")
                        .query(Long.class)
                        .single())
                .isEqualTo(entries);
    }

    @Test
    void entries_are_numbered_in_the_order_of_transaction_and_id() throws Exception {
        under_many_writers_every_entry_gets_exactly_one_place();
        List<UUID> numbered = jdbc.sql("select entry from journal.sequence order by position")
                .query(UUID.class)
                .list();
        List<UUID> ordered = jdbc.sql("select id from journal.entry order by xid, id")
                .query(UUID.class)
                .list();
        assertThat(numbered).isEqualTo(ordered);
    }

    @Test
    void nobody_changes_or_removes_an_entry_or_states_its_time() {
        append("kept");
        assertThatThrownBy(() ->
                        jdbc.sql("update journal.entry set type = 'other'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from journal.entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("insert into journal.sequence values (99, gen_random_uuid())")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into journal.entry (type, version, subject, actor, data, at)
                        values ('forged', 1, gen_random_uuid(), gen_random_uuid(), '{}', now() - interval '3 days')
                        """).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void after_a_restore_into_another_cluster_the_rest_is_numbered_once() {
        append("before-1");
        store.number(100);
        append("before-2");
        database.ownerJdbc()
                .sql("update journal.numbering set cluster = cluster - 1")
                .update();

        assertThat(store.number(100)).isEqualTo(1);
        append("after");
        store.number(100);
        assertThat(store.after(0, 10))
                .extracting(numbered -> numbered.entry().type())
                .containsExactly("before-1", "before-2", "after");
        assertThat(store.number(100)).isZero();
    }

    @Test
    void an_entry_that_fails_five_times_parks_its_subject_and_the_rest_goes_on() throws Exception {
        UUID bad = UUID.randomUUID();
        Remembering follower = new Remembering("remember", bad);
        beans.addBean("follower", follower);
        append("fine", UUID.randomUUID());
        append("poison", bad);
        append("fine", UUID.randomUUID());
        append("behind", bad);
        store.number(100);
        FollowerRunner runner = new FollowerRunner(
                beans.getBeanProvider(Follower.class),
                store,
                transactions,
                new NodeReaders(beans.getBeanProvider(NodeReader.class), store));
        runner.start();
        try {
            await(() -> store.cursor("remember") == 4);
            assertThat(follower.seen).containsExactly(1L, 3L);
            assertThat(store.parkedPositions("remember")).containsExactly(2L, 4L);

            follower.poison = null;
            assertThat(runner.replay("remember")).isTrue();
            await(() -> store.cursor("remember") == 4);
            assertThat(follower.seen).containsExactly(1L, 2L, 3L, 4L);
            assertThat(store.parkedPositions("remember")).isEmpty();
            assertThat(runner.replay("nobody")).isFalse();
        } finally {
            runner.stop();
        }
    }

    @Test
    void two_nodes_share_a_follower_and_each_entry_is_taken_in_once() throws Exception {
        Remembering one = new Remembering("shared", null);
        Remembering two = new Remembering("shared", null);
        FollowerRunner first = runner(one);
        FollowerRunner second = runner(two);
        first.start();
        second.start();
        try {
            for (int i = 0; i < 300; i++) {
                append("entry");
                if (i % 20 == 0) {
                    store.number(1000);
                    first.wake();
                    second.wake();
                }
                if (i == 150) {
                    first.stop();
                }
            }
            store.number(1000);
            await(() -> store.cursor("shared") == 300);
            List<Long> all = new ArrayList<>(one.seen);
            all.addAll(two.seen);
            assertThat(all).hasSize(300).doesNotHaveDuplicates();
        } finally {
            first.stop();
            second.stop();
        }
    }

    private FollowerRunner runner(Follower follower) {
        StaticListableBeanFactory own = new StaticListableBeanFactory();
        own.addBean("follower", follower);
        return new FollowerRunner(
                own.getBeanProvider(Follower.class),
                store,
                transactions,
                new NodeReaders(own.getBeanProvider(NodeReader.class), store));
    }

    private UUID append(String type) {
        return append(type, UUID.randomUUID());
    }

    private UUID append(String type, UUID subject) {
        return transactions.write(
                Actor.SYSTEM,
                () -> journal.append(
                                Draft.of(type, subject, AGENCY, Actor.SYSTEM).with("n", 1))
                        .id());
    }

    private static String raw(String type) {
        return "select journal.append('" + type
                + "', 1::smallint, gen_random_uuid(), null, gen_random_uuid(), null, null,"
                + " null, null, null, null, null, '{}')";
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Remembering implements Follower {
        private final String name;
        private final List<Long> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile @org.jspecify.annotations.Nullable UUID poison;

        Remembering(String name, @org.jspecify.annotations.Nullable UUID poison) {
            this.name = name;
            this.poison = poison;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void follow(List<Numbered> batch) {
            for (Numbered one : batch) {
                if (one.entry().subject().equals(poison)) {
                    throw new IllegalStateException("cannot take this in");
                }
            }
            batch.forEach(one -> seen.add(one.position()));
        }

        @Override
        public void forget() {
            seen.clear();
        }
    }
}
