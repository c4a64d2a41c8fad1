package org.phigiay.dossiers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;

/// What the page on which a filing begins receives.
///
/// @param back where the person came from
/// @param action where the choice is sent
/// @param unfinished drafts of the same procedure that can go on
/// @param again whether the agency of a running draft is changed
/// @param signIn where somebody unknown signs in first; null for whoever is signed in
/// @param once key with which a double click begins one draft
record StartView(
        String title,
        String back,
        String action,
        List<Option> agencies,
        List<Unfinished> unfinished,
        boolean again,
        @Nullable String signIn,
        Errors errors,
        String once) {

    /// @param left how many questions still ask for the person
    record Unfinished(String href, String agency, Instant savedAt, int left) {}
}
