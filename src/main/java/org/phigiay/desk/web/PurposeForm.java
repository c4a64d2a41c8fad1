package org.phigiay.desk.web;

import java.util.List;
import org.phigiay.dossiers.DossierId;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;

/// The page that asks an official why personal data is read.
///
/// @param action where it posts to
/// @param back page that is shown afterwards
/// @param other what was typed instead of a choice
public record PurposeForm(String action, String back, List<Option> choices, String other, Errors errors) {
    private static final List<String> CHOICES = List.of("consult", "coordinate", "complaint", "inspect", "correct");
    private static final String OTHER = "other";
    private static final int SHORTEST = 10;

    static PurposeForm forDossier(DossierId id, String back, String chosen, String other, Errors errors, Texts texts) {
        return new PurposeForm("/can-bo/ho-so/" + id + "/muc-dich", back, options(chosen, texts), other, errors);
    }

    static PurposeForm forList(String chosen, String other, Errors errors, Texts texts) {
        return new PurposeForm("/can-bo/ho-so/muc-dich", "", options(chosen, texts), other, errors);
    }

    /// The purpose in words, as the journal keeps it.
    ///
    /// @throws Invalid when nothing was chosen or said
    static String read(String chosen, String other, Texts vietnamese) {
        if (CHOICES.contains(chosen)) {
            return vietnamese.get("desk.purpose." + chosen);
        }
        if (!chosen.equals(OTHER)) {
            throw Invalid.of("chon", "desk.purpose.missing");
        }
        if (other.strip().length() < SHORTEST) {
            throw Invalid.of("khac", "desk.purpose.too-short", SHORTEST);
        }
        return other.strip();
    }

    /// Whether the field for other words is open.
    public boolean otherChosen() {
        return choices.getLast().selected();
    }

    private static List<Option> options(String chosen, Texts texts) {
        return java.util.stream.Stream.concat(CHOICES.stream(), java.util.stream.Stream.of(OTHER))
                .map(each -> Option.of(each, texts.get("desk.purpose." + each), each.equals(chosen)))
                .toList();
    }
}
