package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.signing.Reason;
import org.phigiay.signing.SignatureReport;
import org.phigiay.signing.Verifications;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.wallet.KeptResult;
import org.phigiay.wallet.Verdict;
import org.phigiay.wallet.Wallet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells anybody whether a PDF is a result we issued: its signatures hold under the strict policy, and its bytes are
/// those of the issued file.
@RestController
@RequestMapping("/api/v1/verify")
class VerifyEndpoint {
    private final Wallet wallet;
    private final Organisation organisation;
    private final ApiBodies bodies;

    VerifyEndpoint(Wallet wallet, Organisation organisation, ApiBodies bodies) {
        this.wallet = wallet;
        this.organisation = organisation;
        this.bodies = bodies;
    }

    /// @param genuine whether we issued exactly this and it is in force
    /// @param result what we issued; null when these bytes are not ours
    record VerifyAnswer(
            boolean genuine,
            List<SignatureAnswer> signatures,
            List<String> reasons,
            @Nullable ResultAnswer result) {}

    record SignatureAnswer(
            String signer,
            String organisation,
            String title,
            @Nullable String at,
            String level,
            boolean valid,
            List<String> reasons) {}

    record ResultAnswer(
            String title,
            String number,
            String agency,
            String holder,
            String issuedAt,
            @Nullable String validUntil,
            boolean inForce) {}

    @PostMapping(
            consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    VerifyAnswer verify(HttpServletRequest request) {
        byte[] pdf = bodies.bytes(request, Verifications.LARGEST);
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        Verdict verdict = wallet.verify(pdf);
        KeptResult ours = verdict.result();
        return new VerifyAnswer(
                verdict.genuine(),
                verdict.signatures().stream()
                        .map(signature -> signature(signature, texts))
                        .toList(),
                texts(verdict.reasons(), texts),
                ours == null ? null : result(ours, ours.inForce(LocalDate.now(ApiTimes.ZONE)), language));
    }

    private static SignatureAnswer signature(SignatureReport report, Texts texts) {
        Instant at = report.at();
        return new SignatureAnswer(
                report.signer(),
                report.organisation(),
                report.title(),
                ApiTimes.orNull(at),
                report.level(),
                report.valid(),
                texts(report.reasons(), texts));
    }

    private ResultAnswer result(KeptResult ours, boolean inForce, Language language) {
        return new ResultAnswer(
                ours.title(),
                ours.number(),
                organisation
                        .agency(ours.agency())
                        .map((Agency agency) -> agency.name(language.code()))
                        .orElse(ours.agency().value()),
                ours.initials(),
                ApiTimes.of(ours.issuedAt()),
                ours.validUntil() == null ? null : ours.validUntil().toString(),
                inForce);
    }

    private static List<String> texts(List<Reason> reasons, Texts texts) {
        return reasons.stream()
                .map(reason -> texts.get(reason.key(), reason.args().toArray()))
                .toList();
    }
}
