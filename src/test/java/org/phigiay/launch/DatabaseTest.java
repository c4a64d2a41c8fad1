package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.TestDatabase;

class DatabaseTest {

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void vietnamese_sorts_as_in_a_vietnamese_dictionary() {
        assertThat(database.jdbc().sql("""
                                select word from unnest(array['Ứng','Uy','Ơn','Ôn','On','Ê','Em','Đà','Dũng','Dak','Bà','Âu','Ăn','An'])
                                as word order by word""").query(String.class).list())
                .containsExactly("An", "Ăn", "Âu", "Bà", "Dak", "Dũng", "Đà", "Em", "Ê", "On", "Ôn", "Ơn", "Uy", "Ứng");
    }

    @Test
    void a_wrong_password_is_refused() {
        var access = database.access();
        assertThatThrownBy(() -> DriverManager.getConnection(
                                access.url(), access.app().user(), "guessed")
                        .close())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void what_is_committed_is_on_the_disk() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    void the_program_is_neither_owner_nor_superuser() {
        assertThat(database.jdbc()
                        .sql("select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles"
                                + " where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThatThrownBy(() ->
                        database.jdbc().sql("create table launch.mine (x int)").update())
                .hasRootCauseMessage("ERROR: permission denied for schema launch");
        assertThat(setting("transaction_timeout")).isEqualTo("1min");
    }

    @Test
    void migrations_are_skipped_when_nothing_changed() {
        assertThat(new Migrations(database.owner(), database.access().app().user()).run())
                .isFalse();
    }

    @Test
    void a_secret_is_made_once() {
        var secrets = new Secrets(database.owner());
        byte[] first = secrets.get("test-secret");
        assertThat(first).hasSize(32);
        assertThat(new Secrets(database.owner()).get("test-secret")).isEqualTo(first);
        assertThat(secrets.get("another-secret")).isNotEqualTo(first);
    }

    private String setting(String name) {
        return database.jdbc().sql("show " + name).query(String.class).single();
    }
}
