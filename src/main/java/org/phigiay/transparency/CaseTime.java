package org.phigiay.transparency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;

/// The clock of one case, as far as the journal has been read.
///
/// @param waitingSince since when the citizen is waited for; null when nobody is
/// @param waited working time for which the citizen was waited for, in milliseconds
/// @param worked working time from reception to the end without that, in milliseconds; null before the end
record CaseTime(
        UUID dossier,
        ProcedureCode procedure,
        AgencyCode agency,
        @Nullable Instant receivedAt,
        @Nullable Instant waitingSince,
        long waited,
        @Nullable Instant finishedAt,
        @Nullable Long worked) {

    static CaseTime filed(UUID dossier, ProcedureCode procedure, AgencyCode agency) {
        return new CaseTime(dossier, procedure, agency, null, null, 0, null, null);
    }

    CaseTime received(Instant at) {
        return new CaseTime(dossier, procedure, agency, at, null, waited, finishedAt, worked);
    }

    CaseTime waiting(Instant since) {
        return new CaseTime(dossier, procedure, agency, receivedAt, since, waited, finishedAt, worked);
    }

    CaseTime answered(long more) {
        return new CaseTime(dossier, procedure, agency, receivedAt, null, waited + more, finishedAt, worked);
    }

    CaseTime finished(Instant at, @Nullable Long took) {
        return new CaseTime(dossier, procedure, agency, receivedAt, null, waited, at, took);
    }
}
