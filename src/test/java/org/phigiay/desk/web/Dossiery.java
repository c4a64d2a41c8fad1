package org.phigiay.desk.web;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.files.Files;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Results;
import org.phigiay.processing.StepAction;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/// Files dossiers of the cast and brings them as far as a test needs.
@TestComponent
class Dossiery {
    static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    static final ProcedureCode SINGLE_STATUS = new ProcedureCode("1.004873");
    static final ProcedureCode BIRTH = new ProcedureCode("1.001193");
    static final ProcedureCode BUSINESS = new ProcedureCode("1.001612");

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processing processing;

    @Autowired
    Results results;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Files files;

    Dossier filed(Cast citizen, ProcedureCode code, String... components) {
        var procedure = catalogue.find(code).orElseThrow();
        var answers = forms.schema(procedure.form(), "vi").get("examples").get(0);
        List<AttachedFile> attached = new ArrayList<>();
        for (String component : components) {
            attached.add(new AttachedFile(
                    component,
                    files.keep(citizen.id(), component + ".png", picture(component))
                            .id()));
        }
        return dossiers.submit(citizen.actor(), Submission.online(code, COMMUNE, answers, attached));
    }

    Dossier received(Cast citizen, ProcedureCode code, String... components) {
        Dossier dossier = filed(citizen, code, components);
        return dossiers.act(Cast.DESK.actor(), dossier.id(), new DossierAction.Receive(null));
    }

    Dossier drafted(Cast citizen, ProcedureCode code, String... components) {
        Cast officer = code.equals(BUSINESS) ? Cast.ECONOMY : Cast.OFFICER;
        Dossier dossier = received(citizen, code, components);
        processing.act(officer.actor(), dossier.id(), new StepAction.CompleteStep("Đã đối chiếu, đúng.", Map.of()));
        processing.act(officer.actor(), dossier.id(), new StepAction.CompleteStep(null, Map.of()));
        return dossier;
    }

    Dossier signed(Cast citizen, ProcedureCode code, String... components) {
        Dossier dossier = drafted(citizen, code, components);
        String seen = results.draftFile(dossier.id()).sha256();
        processing.act(Cast.LEADER.actorSteppedUp(Instant.now()), dossier.id(), new StepAction.Sign(seen));
        return dossier;
    }

    /// A photo of a paper, as a phone would take it.
    static InputStream picture(String words) {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xF4, 0xF1, 0xE6));
        pen.fillRect(0, 0, 900, 600);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 48));
        pen.drawString("GIAY TO " + words, 90, 140);
        for (int y = 220; y < 560; y += 46) {
            pen.drawLine(90, y, 810, y);
        }
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
