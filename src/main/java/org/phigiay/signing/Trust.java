package org.phigiay.signing;

import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/// Whom a verifier believes.
///
/// @param anchors root certificates
/// @param revocations where it asks whether a certificate has been revoked
record Trust(List<X509Certificate> anchors, CRLSource revocations) {
    private static final int LONGEST_CHAIN = 6;

    /// Whether a chain of certificates in the container leads to an anchor. A quick look only: dates, uses and
    /// revocation are the strict validation's to judge.
    boolean knows(CMSSignedData cms) {
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        @Nullable X509CertificateHolder holder = PlainCms.certificate(cms, signer);
        if (holder == null) {
            return false;
        }
        try {
            List<X509Certificate> others = new ArrayList<>();
            for (X509CertificateHolder other : cms.getCertificates().getMatches(null)) {
                others.add(new JcaX509CertificateConverter().getCertificate(other));
            }
            X509Certificate current = new JcaX509CertificateConverter().getCertificate(holder);
            for (int i = 0; i < LONGEST_CHAIN; i++) {
                X509Certificate of = current;
                if (anchors.contains(of) || anchors.stream().anyMatch(anchor -> issued(anchor, of))) {
                    return true;
                }
                X509Certificate next = others.stream()
                        .filter(other -> !other.equals(of) && issued(other, of))
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    return false;
                }
                current = next;
            }
            return false;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate of) {
        if (!issuer.getSubjectX500Principal().equals(of.getIssuerX500Principal())) {
            return false;
        }
        try {
            of.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// A report from what the signer's certificate says, before anything has been proved.
    static SignatureReport claimed(SignedBytes.Part part, List<Reason> reasons) {
        @Nullable CMSSignedData cms = part.cms();
        X509CertificateHolder holder = cms == null
                ? null
                : PlainCms.certificate(
                        cms, cms.getSignerInfos().getSigners().iterator().next());
        return new SignatureReport(
                holder == null ? "" : text(holder, BCStyle.CN),
                holder == null ? "" : text(holder, BCStyle.O),
                holder == null ? "" : text(holder, BCStyle.T),
                null,
                "",
                false,
                reasons);
    }

    static String text(X509CertificateHolder holder, ASN1ObjectIdentifier part) {
        RDN[] found = holder.getSubject().getRDNs(part);
        return found.length == 0
                ? ""
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}
