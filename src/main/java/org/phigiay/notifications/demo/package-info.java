/// Hộp thư mẫu: the demo's mailbox. A real mail server on the loopback address takes what the program sends, and pages
/// show it. Present only when the demo is on and no mail server is set.
@NullMarked
package org.phigiay.notifications.demo;

import org.jspecify.annotations.NullMarked;
