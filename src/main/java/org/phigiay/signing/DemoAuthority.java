package org.phigiay.signing;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The demo's certification and time-stamping authority with its signers' keys, made at first use in a directory that
/// copies of the program share. Its certificates say that they have no legal value.
@Component
final class DemoAuthority implements SigningKeys {
    private static final String WARNING = "Phi Giấy - chứng thư thử nghiệm, không có giá trị pháp lý";
    private final KeyFiles files;
    private volatile @Nullable Revocations revocations;

    private record Revocations(byte[] list, Instant made) {}

    @Autowired
    DemoAuthority(@Value("${phigiay.files:${phigiay.data:data}/files}") Path shared) {
        this.files = new KeyFiles(shared.toAbsolutePath().resolve("keys"));
    }

    @Override
    public SigningKey personal(PersonId person, String name, String title, String organisation) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.T, title)
                .addRDN(BCStyle.CN, name);
        return key("person " + person, name, subject);
    }

    @Override
    public SigningKey agency(AgencyCode agency, String name) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, name);
        return key("agency " + agency, name, subject);
    }

    private SigningKey key(String of, String holder, X500NameBuilder subject) {
        String name = sha256(of + "\n" + subject.build());
        KeyFiles.Entry entry = files.readOrMake(
                name, () -> issue(Certificates.Use.SIGNER, subject.addRDN(BCStyle.SERIALNUMBER, Ids.secret(4))));
        return new FileKey(entry.key(), entry.chain(), holder);
    }

    KeyFiles.Entry root() {
        return files.readOrMake("root", () -> {
            KeyPair pair = Certificates.newKey();
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "VN")
                    .addRDN(BCStyle.O, WARNING)
                    .addRDN(BCStyle.CN, "Phi Giấy demo root " + Ids.secret(4))
                    .build();
            return new KeyFiles.Entry(pair.getPrivate(), List.of(Certificates.root(name, pair)));
        });
    }

    private KeyFiles.Entry issue(Certificates.Use use, X500NameBuilder subject) {
        KeyFiles.Entry root = root();
        X509Certificate issuer = root.chain().getFirst();
        KeyPair pair = Certificates.newKey();
        try {
            X509Certificate certificate = Certificates.issue(
                    use,
                    subject.build(),
                    pair.getPublic(),
                    new JcaX509CertificateHolder(issuer).getSubject(),
                    issuer.getPublicKey(),
                    root.key());
            return new KeyFiles.Entry(pair.getPrivate(), List.of(certificate, issuer));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The demo's time-stamping authority (RFC 3161), in this process.
    TSPSource timeStamps() {
        KeyFiles.Entry entry = files.readOrMake(
                "time",
                () -> issue(
                        Certificates.Use.TIME,
                        new X500NameBuilder(BCStyle.INSTANCE)
                                .addRDN(BCStyle.C, "VN")
                                .addRDN(BCStyle.O, WARNING)
                                .addRDN(BCStyle.CN, "Phi Giấy demo time")));
        KeyEntityTSPSource source = new KeyEntityTSPSource(
                entry.key(), entry.chain().getFirst(), List.of(entry.chain().getFirst()));
        source.setTsaPolicy("1.3.6.1.4.1.13762.3");
        return source;
    }

    /// Where a verifier learns that none of the demo's certificates has been revoked.
    CRLSource revocations() {
        return (certificate, issuer) -> {
            if (!issuer.equals(new CertificateToken(root().chain().getFirst()))) {
                return null;
            }
            try {
                CRLToken token = new CRLToken(
                        certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(revocationList()), issuer));
                token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return token;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private byte[] revocationList() {
        Revocations current = revocations;
        Instant now = Instant.now();
        if (current == null || current.made().isBefore(now.minus(Duration.ofMinutes(1)))) {
            KeyFiles.Entry root = root();
            current = new Revocations(
                    Certificates.emptyRevocationList(root.chain().getFirst(), root.key(), now), now);
            revocations = current;
        }
        return current.list();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record FileKey(PrivateKey key, List<X509Certificate> chain, String holder) implements SigningKey {
        @Override
        public byte[] sign(byte[] data) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(key);
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key cannot sign", e);
            }
        }
    }
}
