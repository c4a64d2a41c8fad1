package org.phigiay.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.AbstractPDFSignatureService;
import eu.europa.esig.dss.pdf.AbstractPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.springframework.stereotype.Component;

/// Signs PDFs: PAdES baseline B-T (signature and trusted time), the least that Decree 23/2025 asks of a document in
/// electronic form. Pure: neither stores nor remembers; that one result is signed once is the caller's rule.
@Component
public final class Signatures {
    /// Bytes kept for one signature with its time stamp; a P-256 signature of the demo needs about 4,000.
    private static final int ROOM = 7 * 1024;

    private final DemoAuthority authority;

    Signatures(DemoAuthority authority) {
        this.authority = authority;
    }

    /// Adds one signature after those the PDF has; the earlier ones stay valid.
    ///
    /// @param pdf made by [PdfRenderer], or signed before
    /// @return the signed PDF
    /// @throws IllegalStateException when the key or the time-stamping authority cannot be reached
    public byte[] sign(byte[] pdf, SigningKey key, SignatureRequest request) {
        PAdESSignatureParameters parameters = parameters(key, request);
        SignatureAppearance look = new SignatureAppearance(request.kind(), request.lines(key.holder()));
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setTspSource(authority.timeStamps());
        service.setPdfObjFactory(new Objects(look));
        DSSDocument document = new InMemoryDocument(pdf, "document.pdf");
        if (service.getAvailableSignatureFields(document)
                .contains(request.kind().field())) {
            parameters.setImageParameters(place(request));
        }
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(algorithm(key), key.sign(toBeSigned.getBytes()));
        DSSDocument signed = service.signDocument(document, parameters, value);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 4 * ROOM)) {
            signed.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PAdESSignatureParameters parameters(SigningKey key, SignatureRequest request) {
        List<X509Certificate> chain = key.chain();
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(chain.getFirst()));
        // A self-signed root tells a verifier nothing and would be bytes that no signature protects.
        parameters.setCertificateChain(chain.stream()
                .filter(certificate ->
                        !certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()))
                .map(CertificateToken::new)
                .toList());
        parameters.bLevel().setSigningDate(Date.from(request.at().truncatedTo(ChronoUnit.SECONDS)));
        parameters.setSigningTimeZone(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        parameters.setReason(request.reason());
        parameters.setLocation(request.location());
        parameters.setSignerName(key.holder());
        parameters.setContentSize(ROOM);
        parameters.setAppName("Phi Giấy");
        return parameters;
    }

    private static SignatureImageParameters place(SignatureRequest request) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setFieldId(request.kind().field());
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(request.kind().description());
        SignatureImageParameters image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setTextParameters(text);
        return image;
    }

    private static SignatureAlgorithm algorithm(SigningKey key) {
        return switch (key.chain().getFirst().getPublicKey().getAlgorithm()) {
            case "EC" -> SignatureAlgorithm.ECDSA_SHA256;
            case "RSA" -> SignatureAlgorithm.RSA_SHA256;
            case String other -> throw new IllegalStateException("No way to sign with a key of kind " + other);
        };
    }

    /// DSS on PDFBox with our own drawing.
    private static final class Objects extends AbstractPdfObjFactory {
        private final PdfBoxSignatureDrawerFactory drawing;

        Objects(SignatureAppearance look) {
            this.drawing = parameters -> look;
        }

        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return made(PDFServiceMode.SIGNATURE);
        }

        @Override
        public PDFSignatureService newContentTimestampService() {
            return made(PDFServiceMode.CONTENT_TIMESTAMP);
        }

        @Override
        public PDFSignatureService newSignatureTimestampService() {
            return made(PDFServiceMode.SIGNATURE_TIMESTAMP);
        }

        @Override
        public PDFSignatureService newArchiveTimestampService() {
            return made(PDFServiceMode.ARCHIVE_TIMESTAMP);
        }

        private PDFSignatureService made(PDFServiceMode mode) {
            AbstractPDFSignatureService service = new PdfBoxSignatureService(mode, drawing);
            return configure(service);
        }
    }
}
