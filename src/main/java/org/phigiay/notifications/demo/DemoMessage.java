package org.phigiay.notifications.demo;

import java.time.Instant;
import java.util.UUID;

/// A letter as the demo's mail server took it in.
///
/// @param messageId the name its sender gave it; the same letter is kept once for an address
record DemoMessage(UUID id, Instant at, String address, String sender, String messageId, String subject, String body) {}
