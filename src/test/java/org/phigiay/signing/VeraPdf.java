package org.phigiay.signing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Asks veraPDF what a file violates.
public final class VeraPdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /// Violations of PDF/A-2a and of PDF/UA-1; empty when the file is both.
    public static List<String> violations(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                .flatMap(flavour -> violations(pdf, flavour))
                .distinct()
                .toList();
    }

    private static Stream<String> violations(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> found = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion ->
                            flavour.getId() + " " + assertion.getRuleId().getClause() + "-"
                                    + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage())
                    .toList();
            return result.isCompliant() ? Stream.of() : found.stream();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
