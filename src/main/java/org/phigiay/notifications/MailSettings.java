package org.phigiay.notifications;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server letters are handed to (`phigiay.mail.*`). Without a host the demo's own server stands in, if the
/// demo is on; else no letter is written.
///
/// @param port 587 with STARTTLS, 465 with TLS from the first byte
/// @param user empty where the server asks for none
/// @param from address of the sender
/// @param starttls whether the connection must become encrypted; off only towards a server on the same machine
/// @param perSecond how many letters one copy of the program sends in a second, at most
@ConfigurationProperties("phigiay.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("khong-tra-loi@phigiay.example") String from,
        @DefaultValue("true") boolean starttls,
        @DefaultValue("10") int perSecond) {

    public boolean present() {
        return !host.isBlank();
    }

    /// Hides the password.
    @Override
    public String toString() {
        return "MailSettings " + host + ":" + port;
    }

    /// A mail server that stands in where none is set.
    public interface StandIn {
        /// Its port on the loopback address; asked once it listens.
        int port();
    }
}
