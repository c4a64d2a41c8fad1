package org.phigiay.processing;

import java.util.List;
import org.phigiay.forms.ResultLine;
import org.phigiay.organisation.Agency;

/// What the template of a result receives.
///
/// @param link address at which a stranger checks it
/// @param qr the same as a QR code, `data:` image
public record ResultPaper(
        String kind,
        String title,
        String agency,
        String superior,
        String place,
        List<ResultLine> lines,
        String code,
        String link,
        String qr) {

    static ResultPaper of(ResultDocument result, Agency agency, String superior, String link, String qr) {
        return new ResultPaper(
                result.kind(),
                result.title(),
                agency.name(),
                superior,
                agency.place(),
                result.fields(),
                result.verifyCode(),
                link,
                qr);
    }
}
