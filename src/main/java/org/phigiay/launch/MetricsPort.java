package org.phigiay.launch;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Metrics for Prometheus at `http://127.0.0.1:<web port + 10000>/metrics`: readable on this machine only, so that
/// nothing about the inside is on the public port. `PHIGIAY_METRICS_PORT` names another port; 0 turns it off.
@Component
class MetricsPort implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MetricsPort.class);
    private static final int ABOVE_WEB = 10_000;
    private static final int HIGHEST = 65_535;

    private final ObjectProvider<PrometheusMeterRegistry> registry;
    private final int wanted;
    private @Nullable HttpServer server;

    MetricsPort(ObjectProvider<PrometheusMeterRegistry> registry, @Value("${phigiay.metrics.port:-1}") int wanted) {
        this.registry = registry;
        this.wanted = wanted;
    }

    @EventListener
    void open(ApplicationReadyEvent event) {
        PrometheusMeterRegistry metrics = registry.getIfAvailable();
        if (wanted == 0
                || metrics == null
                || !(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        int port = wanted > 0 ? wanted : context.getWebServer().getPort() + ABOVE_WEB;
        if (port > HIGHEST) {
            return;
        }
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/metrics", exchange -> {
                try (exchange) {
                    byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                }
            });
            opened.start();
            server = opened;
        } catch (IOException e) {
            log.warn("No metrics on port {}: {}", port, e.getMessage());
        }
    }

    @Override
    public void destroy() {
        HttpServer open = server;
        if (open != null) {
            open.stop(0);
        }
    }
}
