package org.phigiay.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The way letters leave the house: the mail server of the settings, or what stands in for it, or none.
@Component
class MailRoute {
    private static final int TLS_FROM_THE_START = 465;
    private static final String WAIT_MILLIS = "20000";

    private final MailSettings settings;
    private final MailSettings.@Nullable StandIn standIn;
    private volatile @Nullable JavaMailSender sender;

    MailRoute(MailSettings settings, ObjectProvider<MailSettings.StandIn> standIn) {
        this.settings = settings;
        this.standIn = settings.present() ? null : standIn.getIfAvailable();
    }

    /// Whether letters are written at all.
    boolean open() {
        return settings.present() || standIn != null;
    }

    String from() {
        return settings.from();
    }

    int perSecond() {
        return Math.max(1, settings.perSecond());
    }

    /// What stands in listens on a port of its own choice, and on another after it was stopped and started again: it
    /// is asked each time.
    ///
    /// @throws IllegalStateException when the route is not [#open()]
    JavaMailSender sender() {
        if (standIn != null) {
            return make();
        }
        JavaMailSender known = sender;
        if (known == null) {
            known = make();
            sender = known;
        }
        return known;
    }

    private JavaMailSender make() {
        JavaMailSenderImpl made = new JavaMailSenderImpl();
        made.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = made.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", WAIT_MILLIS);
        properties.put("mail.smtp.timeout", WAIT_MILLIS);
        properties.put("mail.smtp.writetimeout", WAIT_MILLIS);
        properties.put("mail.smtps.connectiontimeout", WAIT_MILLIS);
        properties.put("mail.smtps.timeout", WAIT_MILLIS);
        properties.put("mail.smtps.writetimeout", WAIT_MILLIS);
        if (standIn != null) {
            made.setHost("127.0.0.1");
            made.setPort(standIn.port());
            properties.put("mail.smtp.localhost", "localhost");
            return made;
        }
        if (!settings.present()) {
            throw new IllegalStateException("No mail server is set");
        }
        made.setHost(settings.host());
        made.setPort(settings.port());
        made.setProtocol(settings.port() == TLS_FROM_THE_START ? "smtps" : "smtp");
        properties.put("mail.smtp.starttls.enable", settings.starttls());
        properties.put("mail.smtp.starttls.required", settings.starttls());
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        properties.put("mail.smtps.ssl.checkserveridentity", true);
        if (!settings.user().isBlank()) {
            made.setUsername(settings.user());
            made.setPassword(settings.password());
            properties.put("mail.smtp.auth", true);
            properties.put("mail.smtps.auth", true);
        }
        return made;
    }
}
