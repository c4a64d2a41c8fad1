package org.phigiay.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates with EU DSS (ETSI EN 319 102-1) under a policy that fails where the usual one only warns: whatever was
/// changed, covered or added between two signatures speaks against the file.
final class StrictValidation {
    private static final int MOST_PAGES_COMPARED = 50;
    private static final Set<SignatureLevel> WITH_TIME = Set.of(
            SignatureLevel.PAdES_BASELINE_T, SignatureLevel.PAdES_BASELINE_LT, SignatureLevel.PAdES_BASELINE_LTA);

    private StrictValidation() {}

    private static final class Policy {
        static final ValidationPolicy STRICT = strict();

        private static ValidationPolicy strict() {
            try (InputStream in = StrictValidation.class.getResourceAsStream("/policy/constraint.xml")) {
                ConstraintsParameters all =
                        ValidationPolicyFacade.newFacade().unmarshall(java.util.Objects.requireNonNull(in));
                raise(all.getSignatureConstraints().getBasicSignatureConstraints());
                raise(all.getTimestamp().getBasicSignatureConstraints());
                return new EtsiValidationPolicy(all);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (Exception e) {
                throw new IllegalStateException("The validation policy cannot be read", e);
            }
        }

        private static void raise(BasicSignatureConstraints basic) {
            basic.setPdfAnnotationOverlap(fail());
            basic.setPdfVisualDifference(fail());
            basic.setPdfPageDifference(fail());
            basic.setDocMDP(fail());
            basic.setFieldMDP(fail());
            basic.setSigFieldLock(fail());
            basic.setUndefinedChanges(fail());
            basic.setAnnotationChanges(fail());
            basic.setByteRangeCollision(fail());
        }

        private static LevelConstraint fail() {
            LevelConstraint constraint = new LevelConstraint();
            constraint.setLevel(Level.FAIL);
            return constraint;
        }
    }

    /// @return one report for each signature that is not itself a time stamp, in the order of `parts`
    static List<SignatureReport> validate(byte[] pdf, List<SignedBytes.Part> parts, Trust trust) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        trust.anchors().forEach(anchor -> anchors.addCertificate(new CertificateToken(anchor)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(trust.revocations());
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(MOST_PAGES_COMPARED);
        PdfBoxNativeObjectFactory objects = new PdfBoxNativeObjectFactory();
        objects.setPdfDifferencesFinder(differences);
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setPdfObjFactory(objects);
        validator.setCertificateVerifier(verifier);
        validator.setEnableEtsiValidationReport(false);
        Reports reports = validator.validateDocument(Policy.STRICT);
        List<SignatureReport> result = new ArrayList<>();
        for (SignedBytes.Part part : parts) {
            if (!part.timeStamp()) {
                result.add(report(reports, part));
            } else if (!documentTimeStampsPass(reports.getSimpleReport())) {
                result.add(Trust.claimed(part, List.of(Reason.of("time-stamp"))));
            }
        }
        return result;
    }

    private static SignatureReport report(Reports reports, SignedBytes.Part part) {
        SignatureWrapper signature = reports.getDiagnosticData().getSignatures().stream()
                .filter(candidate -> sameRange(candidate, part.range()))
                .findFirst()
                .orElse(null);
        if (signature == null) {
            return Trust.claimed(part, List.of(Reason.of("container")));
        }
        SimpleReport simple = reports.getSimpleReport();
        String id = signature.getId();
        List<Reason> reasons = reasons(simple, signature);
        SignatureReport claimed = Trust.claimed(part, reasons);
        return new SignatureReport(
                claimed.signer(),
                claimed.organisation(),
                claimed.title(),
                time(simple.getBestSignatureTime(id), simple.getSigningTime(id)),
                simple.getSignatureFormat(id).toString(),
                reasons.isEmpty(),
                reasons);
    }

    private static boolean sameRange(SignatureWrapper signature, int[] range) {
        return signature.getPDFRevision() != null
                && signature.getPDFRevision().getSignatureByteRange().stream()
                        .mapToInt(BigInteger::intValue)
                        .boxed()
                        .toList()
                        .equals(Arrays.stream(range).boxed().toList());
    }

    private static List<Reason> reasons(SimpleReport simple, SignatureWrapper signature) {
        List<Reason> reasons = new ArrayList<>();
        String id = signature.getId();
        if (simple.getIndication(id) != Indication.TOTAL_PASSED) {
            reasons.add(reason(simple.getSubIndication(id), signature));
        }
        if (!WITH_TIME.contains(simple.getSignatureFormat(id))) {
            reasons.add(Reason.of("no-trusted-time"));
        }
        List<XmlTimestamp> stamps = simple.getSignatureTimestamps(id);
        if (stamps != null && stamps.stream().anyMatch(stamp -> !passed(stamp.getIndication()))) {
            reasons.add(Reason.of("time-stamp"));
        }
        return reasons;
    }

    private static boolean documentTimeStampsPass(SimpleReport simple) {
        return simple.getTimestampIdList().stream().allMatch(id -> passed(simple.getIndication(id)));
    }

    private static boolean passed(Indication indication) {
        return indication == Indication.PASSED || indication == Indication.TOTAL_PASSED;
    }

    private static Reason reason(@Nullable SubIndication why, SignatureWrapper signature) {
        return switch (why) {
            case null -> Reason.of("not-proved");
            case HASH_FAILURE -> Reason.of("changed");
            case SIG_CRYPTO_FAILURE -> Reason.of("signature-broken");
            case FORMAT_FAILURE -> changedAfter(signature);
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                Reason.of("unknown-signer");
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Reason.of("revoked");
            case EXPIRED, OUT_OF_BOUNDS_NOT_REVOKED, OUT_OF_BOUNDS_NO_POE, NOT_YET_VALID -> Reason.of("expired");
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE -> Reason.of("revocation-unknown");
            default -> Reason.of("not-proved");
        };
    }

    private static Reason changedAfter(SignatureWrapper signature) {
        var revision = signature.getPDFRevision();
        if (revision == null) {
            return Reason.of("byte-range");
        }
        if (!revision.getPdfPageDifferenceConcernedPages().isEmpty()) {
            return Reason.of("pages-changed");
        }
        if (!revision.getPdfVisualDifferenceConcernedPages().isEmpty()) {
            return Reason.of(
                    "looks-changed",
                    revision.getPdfVisualDifferenceConcernedPages().getFirst());
        }
        if (!revision.getPdfAnnotationsOverlapConcernedPages().isEmpty()) {
            return Reason.of(
                    "covered", revision.getPdfAnnotationsOverlapConcernedPages().getFirst());
        }
        return revision.isSignatureByteRangeValid() ? Reason.of("added") : Reason.of("byte-range");
    }

    private static @Nullable Instant time(@Nullable Date best, @Nullable Date claimed) {
        Date time = best == null ? claimed : best;
        return time == null ? null : time.toInstant();
    }
}
