package org.phigiay.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The training run of [StartCache]: asks this very program for its usual pages a few times and ends.
@Component
@ConditionalOnProperty("phigiay.training")
class StartTraining {

    private static final int ROUNDS = 5;
    private static final List<String> PAGES = List.of(
            "/",
            "/thu-tuc",
            "/thu-tuc/1.004873",
            "/tra-cuu",
            "/xac-minh",
            "/dang-nhap",
            "/lich",
            "/tro-giup",
            "/can-bo",
            "/khong-co-trang-nay",
            "/api/v1/health",
            "/api/v1/procedures",
            "/api/v1/procedures/1.004873",
            "/api/v1/procedures/1.004873/form",
            "/api/v1/openapi.json",
            "/api/v1/tasks");

    /// Ends this program as soon as the one that wants the cache has ended, whatever way.
    ///
    /// @param wanting its process
    static void endWith(long wanting) {
        Thread.ofPlatform().daemon().name("training-parent").start(() -> {
            ProcessHandle.of(wanting).ifPresent(process -> process.onExit().join());
            // An exit from within would first write the cache down, which nobody awaits any more.
            long self = ProcessHandle.current().pid();
            try {
                new ProcessBuilder("kill", "-KILL", Long.toString(self)).start();
            } catch (IOException e) {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void train(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String address = "http://127.0.0.1:" + context.getWebServer().getPort();
            Thread.ofPlatform().name("training").start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    PAGES.forEach(page -> ask(address + page));
                }
                System.exit(0);
            });
        }
    }

    private static void ask(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept-Encoding", "gzip");
            InputStream body =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
            if (body != null) {
                try (body) {
                    body.readAllBytes();
                }
            }
        } catch (IOException e) {
            // A page less in the cache is no harm.
        }
    }
}
