package org.phigiay.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.javamail.JavaMailSender;

/// Thư: one letter about to leave.
///
/// @param notice what it tells
/// @param address where it goes, as the person's record has it
/// @param attempts how often it was tried, this time included
record Letter(Notice notice, String address, int attempts) {

    /// The words of a letter.
    record Text(String subject, String body) {}

    /// The same for every try, so that a mail server that has it already can tell.
    String messageId(String from) {
        String name = notice.entry() + "/" + notice.person();
        return "<" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@"
                + from.substring(from.indexOf('@') + 1) + ">";
    }

    /// As it goes over the line.
    ///
    /// @throws MessagingException when the address is none: it is one address and nothing else, with no line break
    MimeMessage message(JavaMailSender sender, String from, String senderName, Text text) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        try {
            message.setFrom(new InternetAddress(from, senderName, "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(oneLine(text.subject()), "UTF-8");
        message.setText(text.body(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        // The sender keeps a name that is set; else the library would make up a new one at each try.
        message.setHeader("Message-ID", messageId(from));
        return message;
    }

    /// No header can be slipped in through a line break.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
