package org.phigiay.notifications.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.phigiay.notifications.MailSettings;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// The demo's mail server: speaks SMTP on a free port of the loopback address and keeps what it takes in.
@Component
@OnlyInDemo
class DemoMailServer implements MailSettings.StandIn, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMailServer.class);
    private static final int LARGEST = 256 * 1024;
    private static final int TIDIED_EVERY = 100;

    private final DemoMessageStore store;
    private final Transactions transactions;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile @Nullable SMTPServer server;

    DemoMailServer(DemoMessageStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public int port() {
        SMTPServer running = server;
        if (running == null) {
            throw new IllegalStateException("The demo's mail server does not run");
        }
        return running.getPortAllocated();
    }

    @Override
    public void start() {
        SMTPServer made = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Phi Giay demo")
                .maxMessageSize(LARGEST)
                .maxConnections(10)
                .maxRecipients(1)
                .messageHandler((context, from, to, data) -> take(from, to, data))
                .build();
        made.start();
        server = made;
    }

    private void take(@Nullable String from, String to, byte[] data) throws RejectException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            Object content = message.getContent();
            UUID id = Ids.next();
            keep(new DemoMessage(
                    id,
                    Instant.EPOCH,
                    to,
                    from == null ? "" : from,
                    Optional.ofNullable(message.getMessageID()).orElse(id.toString()),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    content instanceof String text ? text : ""));
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warn("The demo's mail server could not keep a letter: {}", e.toString());
            throw new RejectException(451, "could not be kept");
        }
    }

    private void keep(DemoMessage message) {
        boolean tidy = taken.incrementAndGet() % TIDIED_EVERY == 0;
        transactions.reserve(Actor.SYSTEM, () -> {
            store.insert(message);
            if (tidy) {
                store.dropOldest();
            }
            return true;
        });
    }

    @Override
    public void stop() {
        SMTPServer running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /// Before the post starts, and stopped after it.
    @Override
    public int getPhase() {
        return 940;
    }
}
