package org.phigiay.desk.web;

import org.phigiay.dossiers.Dossier;

/// What every form of an act shows: which act on which dossier.
///
/// @param label what the act is called; the button says it
/// @param procedure everyday title
/// @param back the dossier's page
/// @param action where the form posts to
public record ActView(Dossier dossier, String label, String procedure, String back, String action) {
    public String code() {
        return dossier.anyCode();
    }
}
