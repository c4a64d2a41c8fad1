package org.phigiay.dossiers.web;

import java.util.List;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;

/// What the small forms of a citizen's acts receive: a choice and some words.
///
/// @param home address of the dossier's page
/// @param once key with which a double click acts once
record ActView(
        String home, String action, String code, List<Option> options, String words, Errors errors, String once) {}
