package org.phigiay.signing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.phigiay.shared.AgencyCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Does every kind of work once, after the program is ready and beside it, so that the first leader who signs does not
/// wait for fonts, the demo's keys and the validation library. Costs the start nothing.
@Component
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final String PAGE = """
            <html lang="vi"><head><title>Thử</title><meta name="description" content="Thử"/></head><body><p><b>Thử</b> <i>thử</i></p>
            <div class="signatures"><div id="signature-agency"></div><div id="signature-personal"></div></div></body></html>
            """;
    private final PdfRenderer renderer;
    private final Signatures signatures;
    private final Verifications verifications;
    private final SigningKeys keys;
    private final boolean wanted;

    WarmUp(
            PdfRenderer renderer,
            Signatures signatures,
            Verifications verifications,
            SigningKeys keys,
            @Value("${phigiay.warm-up:true}") boolean wanted) {
        this.renderer = renderer;
        this.signatures = signatures;
        this.verifications = verifications;
        this.keys = keys;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (wanted) {
            Thread.ofPlatform().daemon().name("warm-up").start(this::run);
        }
    }

    /// @return whether what was signed was also verified
    boolean run() {
        try {
            SigningKey key = keys.agency(new AgencyCode("warm-up-" + new UUID(0, 0)), "Phi Giấy");
            byte[] signed = signatures.sign(
                    renderer.render(PAGE), key, SignatureRequest.agency("Thử", "Phi Giấy", Instant.now()));
            Verification verification = verifications.verify(signed);
            if (!verification.intact()) {
                LOG.error("Signing does not work: {}", reasons(verification));
            }
            return verification.intact();
        } catch (RuntimeException e) {
            LOG.error("Signing does not work", e);
            return false;
        }
    }

    private static List<String> reasons(Verification verification) {
        return verification.reasons().stream().map(Reason::key).toList();
    }
}
