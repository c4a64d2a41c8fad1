package org.phigiay.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/// Reads the container of a signature (CMS, RFC 5652) narrowly: everything that the signature itself does not protect
/// must have the one value it can have, so that not a bit of it can be turned unseen.
final class PlainCms {
    private PlainCms() {}

    /// The digest of the signed bytes by an algorithm's name.
    interface Digests {
        byte[] by(String algorithm);
    }

    /// Whether the unprotected fields, here and in the time stamps within, are as they must be.
    static boolean check(CMSSignedData cms) {
        try {
            ContentInfo outer = cms.toASN1Structure();
            SignedData data = SignedData.getInstance(outer.getContent());
            if (data.getSignerInfos().size() != 1) {
                return false;
            }
            SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            boolean plainContent = data.getEncapContentInfo().getContentType().equals(PKCSObjectIdentifiers.data);
            return outer.getContentType().equals(PKCSObjectIdentifiers.signedData)
                    && booleansPlain(outer.toASN1Primitive())
                    && same(outer, new ContentInfo(outer.getContentType(), data))
                    && same(data.getSignerInfos().getObjectAt(0), info)
                    && data.getVersion().hasValue(plainContent ? 1 : 3)
                    && info.getVersion().hasValue(1)
                    && digestsMatch(data.getDigestAlgorithms(), info.getDigestAlgorithm())
                    && parametersEmpty(info.getDigestAlgorithm())
                    && contentTypeMatches(signer, data.getEncapContentInfo().getContentType())
                    && namesItsCertificate(cms, signer, info)
                    && everyCertificateServes(cms, signer)
                    && timeStampsPlain(info.getUnauthenticatedAttributes());
        } catch (CMSException | IOException | TSPException | RuntimeException e) {
            return false;
        }
    }

    /// Parsers forgive a wrong tag; what they understood, written again, shows it.
    private static boolean same(ASN1Encodable found, ASN1Encodable understood) throws IOException {
        return Arrays.equals(
                found.toASN1Primitive().getEncoded(ASN1Encoding.DER),
                understood.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    }

    /// `true` is written in one way; parsers take any other for it and then verify what they take it for.
    private static boolean booleansPlain(ASN1Primitive part) throws IOException {
        switch (part) {
            case ASN1Boolean bit -> {
                byte value = bit.getEncoded()[2];
                return value == 0 || value == (byte) 0xFF;
            }
            case ASN1Sequence parts -> {
                for (ASN1Encodable inner : parts) {
                    if (!booleansPlain(inner.toASN1Primitive())) {
                        return false;
                    }
                }
                return true;
            }
            case ASN1Set parts -> {
                for (ASN1Encodable inner : parts) {
                    if (!booleansPlain(inner.toASN1Primitive())) {
                        return false;
                    }
                }
                return true;
            }
            case ASN1TaggedObject tagged -> {
                return booleansPlain(tagged.getBaseObject().toASN1Primitive());
            }
            default -> {
                return true;
            }
        }
    }

    /// To the letter: names are otherwise compared without regard to case.
    private static boolean namesItsCertificate(CMSSignedData cms, SignerInformation signer, SignerInfo info)
            throws IOException {
        X509CertificateHolder certificate = certificate(cms, signer);
        return certificate != null && same(info.getSID(), new IssuerAndSerialNumber(certificate.toASN1Structure()));
    }

    /// Whether the signature was made over the bytes whose digest is given.
    static boolean covers(CMSSignedData cms, Digests digests, boolean timeStamp) throws CMSException {
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        try {
            if (timeStamp) {
                TimeStampToken token = new TimeStampToken(cms);
                String algorithm = name(token.getTimeStampInfo().getHashAlgorithm());
                return Arrays.equals(
                        digests.by(algorithm), token.getTimeStampInfo().getMessageImprintDigest());
            }
        } catch (TSPException | IOException e) {
            throw new CMSException("Not a time stamp", e);
        }
        Attribute digest = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(CMSAttributes.messageDigest);
        if (digest == null || digest.getAttrValues().size() != 1) {
            return false;
        }
        byte[] signed = ASN1OctetString.getInstance(digest.getAttrValues().getObjectAt(0))
                .getOctets();
        return Arrays.equals(digests.by(name(signer.getDigestAlgorithmID())), signed);
    }

    /// Whether the signature over its own attributes was made with the key in the signer's certificate.
    static boolean signatureHolds(CMSSignedData cms) throws CMSException {
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = certificate(cms, signer);
        if (certificate == null) {
            return false;
        }
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate);
            var content = verifier.getContentVerifier(
                    signer.toASN1Structure().getDigestEncryptionAlgorithm(), signer.getDigestAlgorithmID());
            try (var out = content.getOutputStream()) {
                out.write(signer.getEncodedSignedAttributes());
            }
            return content.verify(signer.getSignature());
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new CMSException("Cannot be verified", e);
        }
    }

    static @Nullable X509CertificateHolder certificate(CMSSignedData cms, SignerInformation signer) {
        @SuppressWarnings("unchecked") // the selector of a signer selects certificates
        Selector<X509CertificateHolder> of = (Selector<X509CertificateHolder>) signer.getSID();
        Collection<X509CertificateHolder> found = cms.getCertificates().getMatches(of);
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /// The signer's certificate, its issuer, the issuer's issuer …, and nothing beside.
    private static boolean everyCertificateServes(CMSSignedData cms, SignerInformation signer) {
        Set<X509CertificateHolder> left = new HashSet<>(cms.getCertificates().getMatches(null));
        X509CertificateHolder current = certificate(cms, signer);
        while (current != null) {
            left.remove(current);
            X509CertificateHolder of = current;
            current = left.stream()
                    .filter(other -> other.getSubject().equals(of.getIssuer()))
                    .findFirst()
                    .orElse(null);
        }
        return left.isEmpty();
    }

    private static boolean digestsMatch(ASN1Set listed, AlgorithmIdentifier used) {
        return listed.size() == 1
                && AlgorithmIdentifier.getInstance(listed.getObjectAt(0))
                        .getAlgorithm()
                        .equals(used.getAlgorithm())
                && parametersEmpty(AlgorithmIdentifier.getInstance(listed.getObjectAt(0)));
    }

    private static boolean parametersEmpty(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return parameters == null || parameters.toASN1Primitive().equals(DERNull.INSTANCE);
    }

    private static boolean contentTypeMatches(SignerInformation signer, ASN1ObjectIdentifier type) {
        Attribute attribute = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(CMSAttributes.contentType);
        return attribute != null && type.equals(attribute.getAttrValues().getObjectAt(0));
    }

    private static boolean timeStampsPlain(@Nullable ASN1Set unprotected)
            throws CMSException, IOException, TSPException {
        if (unprotected == null) {
            return true;
        }
        for (ASN1Encodable item : unprotected) {
            Attribute attribute = Attribute.getInstance(item);
            if (!attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                    || !same(item, attribute)) {
                return false;
            }
            for (ASN1Encodable value : attribute.getAttrValues()) {
                CMSSignedData token = new CMSSignedData(value.toASN1Primitive().getEncoded());
                if (!check(token) || !signatureHolds(token)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String name(AlgorithmIdentifier algorithm) {
        return new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm.getAlgorithm());
    }
}
