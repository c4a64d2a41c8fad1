package org.phigiay.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Xác minh chữ ký: tells whether a PDF is still what its signers signed. Takes any bytes and always gives a verdict.
///
/// First the bytes are looked at (everything covered, nothing after the last signed byte, nothing hidden in a
/// signature's
/// container), then whether anything acts by itself, then whether we know the signers; only a file that passes is given
/// to the full validation, which reads, draws and compares its revisions.
@Component
public final class Verifications {
    /// The largest file looked at, in bytes.
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int MOST_PAGES = 500;
    private final Guarded guard = new Guarded(Duration.ofSeconds(20));
    private final DemoAuthority authority;
    private final String trusted;
    private volatile @Nullable Trust trust;

    /// @param trusted a PEM file with further root certificates that this installation trusts; empty for none
    @Autowired
    Verifications(DemoAuthority authority, @Value("${phigiay.signing.trusted:}") String trusted) {
        this.authority = authority;
        this.trusted = trusted;
    }

    /// @param pdf any bytes
    public Verification verify(byte[] pdf) {
        return verify(pdf, null, false);
    }

    /// @param thorough whether the full validation is asked even when the first looks have decided
    Verification verify(byte[] pdf, @Nullable Trust believed, boolean thorough) {
        if (pdf.length == 0) {
            return Verification.refused(Reason.of("empty"));
        }
        if (pdf.length > LARGEST) {
            return Verification.refused(Reason.of("too-large", LARGEST / 1024 / 1024));
        }
        try {
            return guard.run(() -> look(pdf, believed == null ? trust() : believed, thorough), failure -> {
                LOG.debug("A file could not be verified: {}", failure.getClass().getName());
                return Verification.refused(Reason.of("unreadable"));
            });
        } catch (Guarded.Busy e) {
            return Verification.refused(Reason.of(e.tooLong ? "too-complex" : "busy"));
        }
    }

    private static Verification look(byte[] pdf, Trust trust, boolean thorough) throws IOException {
        if (!PdfInspection.begins(pdf)) {
            return Verification.refused(Reason.of("not-a-pdf"));
        }
        if (PackedSize.tooLarge(pdf)) {
            return Verification.refused(Reason.of("too-complex"));
        }
        List<SignedBytes.Part> parts;
        List<Reason> findings = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted()) {
                return Verification.refused(Reason.of("encrypted"));
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                return Verification.refused(Reason.of("too-many-pages", MOST_PAGES));
            }
            parts = SignedBytes.find(pdf, document);
            findings.addAll(SignedBytes.aroundThem(pdf, parts));
            Set<PdfFinding> inside = PdfInspection.look(pdf, document);
            if (inside.stream().anyMatch(PdfFinding::active)) {
                findings.add(Reason.of("active"));
            }
            if (inside.contains(PdfFinding.TOO_LARGE_INSIDE)) {
                return Verification.refused(Reason.of("too-complex"));
            }
        } catch (InvalidPasswordException e) {
            return Verification.refused(Reason.of("encrypted"));
        }
        List<SignatureReport> claims = claims(parts, trust);
        Verification quick = Verification.of(claims, findings);
        boolean decided = parts.isEmpty()
                || !findings.isEmpty()
                || claims.stream().anyMatch(claim -> !claim.reasons().isEmpty());
        if (decided && !thorough) {
            return quick;
        }
        findings.addAll(
                claims.stream().flatMap(claim -> claim.reasons().stream()).toList());
        return Verification.of(StrictValidation.validate(pdf, parts, trust), findings);
    }

    private static List<SignatureReport> claims(List<SignedBytes.Part> parts, Trust trust) {
        List<SignatureReport> claims = new ArrayList<>();
        for (SignedBytes.Part part : parts) {
            List<Reason> reasons = new ArrayList<>(part.findings());
            if (reasons.isEmpty() && part.cms() != null && !trust.knows(part.cms())) {
                reasons.add(Reason.of("unknown-signer"));
            }
            claims.add(Trust.claimed(part, reasons));
        }
        return claims;
    }

    private Trust trust() {
        Trust known = trust;
        if (known == null) {
            List<X509Certificate> anchors = new ArrayList<>(authority.root().chain());
            anchors.addAll(configured());
            known = new Trust(anchors, authority.revocations());
            trust = known;
        }
        return known;
    }

    private List<X509Certificate> configured() {
        if (trusted.isBlank()) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(Path.of(trusted))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The trusted certificates cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalStateException("The trusted certificates are not certificates: " + trusted, e);
        }
    }
}
