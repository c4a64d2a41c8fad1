package org.phigiay.processing;

import java.util.Map;
import org.phigiay.organisation.Agency;
import org.phigiay.signing.PdfRenderer;
import org.phigiay.signing.QrCodes;
import org.phigiay.ui.Templates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Renders a result from its template; the layout is that of Decree 30/2020/NĐ-CP, Annex I.
@Component
class ResultPages {
    private final Templates templates;
    private final PdfRenderer renderer;
    private final String address;

    ResultPages(
            Templates templates,
            PdfRenderer renderer,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.templates = templates;
        this.renderer = renderer;
        this.address = address;
    }

    byte[] render(ResultDocument result, Agency agency, String superior) {
        String link = address + "/xac-minh/" + result.verifyCode();
        String qr = java.util.Base64.getEncoder().encodeToString(QrCodes.png(link, 240));
        ResultPaper paper = ResultPaper.of(result, agency, superior, link, "data:image/png;base64," + qr);
        return renderer.render(templates.draw("processing/web/result", Map.of("paper", paper)));
    }
}
