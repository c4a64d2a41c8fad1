package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.launch.DatabaseAccess;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.node.ObjectNode;

/// A database that is down is said so, and nothing else is needed when it comes back.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@DirtiesContext
class DatabaseDownTest {
    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    DatabaseAccess access;

    @Test
    void the_api_says_that_the_database_is_down_and_goes_on_when_it_is_back() throws Exception {
        Api api = new Api(port, tokens);
        ObjectNode filing = api.filing("1.004873");
        assertThat(api.token(Cast.CITIZEN)).isNotEmpty();
        assertThat(api.get(null, "/api/v1/health").status()).isEqualTo(200);
        String name = access.url().replaceAll(".*/", "").replaceAll("\\?.*", "");
        try (Connection owner = connection(access.inDatabase("postgres"), access.owner());
                Connection app = connection(access, access.app())) {
            run(owner, "alter database " + name + " with allow_connections false");
            run(
                    app,
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                            + " and datname = current_database() and pid <> pg_backend_pid()");
            Thread.sleep(1500);
            Api.Answer health = api.get(null, "/api/v1/health");
            assertThat(health.status()).as(health.toString()).isEqualTo(503);
            assertThat(health.json().required("database").asString()).isEqualTo("down");
            for (Api.Answer answer : new Api.Answer[] {
                api.get(Cast.CITIZEN, "/api/v1/dossiers"),
                api.post(Cast.CITIZEN, "/api/v1/dossiers", filing),
                api.get(null, "/api/v1/track/YC-0000-0000-0000")
            }) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.json().required("type").asString()).isEqualTo("/api/v1/problems/unavailable");
            }
            run(owner, "alter database " + name + " with allow_connections true");
        }
        Api.Answer back = null;
        for (int tries = 0; tries < 40 && (back == null || back.status() != 201); tries++) {
            Thread.sleep(250);
            back = api.post(Cast.CITIZEN, "/api/v1/dossiers", filing);
        }
        assertThat(back).isNotNull();
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(api.get(null, "/api/v1/health").status()).isEqualTo(200);
    }

    private static Connection connection(DatabaseAccess to, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(to.url(), login.user(), login.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isIn(true, false);
        }
    }
}
