package org.phigiay.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes the demo's key pairs, certificates (X.509 v3, ECDSA P-256 with SHA-256) and revocation list.
final class Certificates {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What a certificate is for.
    enum Use {
        ROOT(Duration.ofDays(20 * 365)),
        TIME(Duration.ofDays(10 * 365)),
        SIGNER(Duration.ofDays(5 * 365));

        final Duration life;

        Use(Duration life) {
            this.life = life;
        }
    }

    private Certificates() {}

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate root(X500Name name, KeyPair key) {
        return issue(Use.ROOT, name, key.getPublic(), name, key.getPublic(), key.getPrivate());
    }

    static X509Certificate issue(
            Use use, X500Name name, PublicKey key, X500Name issuer, PublicKey issuerPublic, PrivateKey issuerKey) {
        Instant from = Instant.now().minus(Duration.ofHours(1));
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(126, RANDOM).setBit(126),
                Date.from(from),
                Date.from(from.plus(use.life)),
                name,
                key);
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuerPublic));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.ROOT));
            int usage = switch (use) {
                case ROOT -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
                case TIME -> KeyUsage.digitalSignature;
                case SIGNER -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            };
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (use == Use.TIME) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new org.bouncycastle.asn1.x509.ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKey)));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A list that revokes nothing, good for a week.
    static byte[] emptyRevocationList(X509Certificate issuer, PrivateKey key, Instant now) {
        try {
            X509v2CRLBuilder builder =
                    new X509v2CRLBuilder(new JcaX509CertificateHolder(issuer).getSubject(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            return builder.build(signer(key)).getEncoded();
        } catch (GeneralSecurityException | java.io.IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }
}
