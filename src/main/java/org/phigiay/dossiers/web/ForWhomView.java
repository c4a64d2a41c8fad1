package org.phigiay.dossiers.web;

import java.util.List;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.forms.Draft;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;

/// What the pages about for whom a filing is receive.
///
/// @param title of the procedure
/// @param action where the page is sent
/// @param options what there is to choose: for whom, or by what one stands for them
/// @param told what was told so far
/// @param date day, month and year of birth as typed
/// @param letters the files of the letter of authority that are there
record ForWhomView(
        String title,
        String back,
        String action,
        List<Option> options,
        PartyTold told,
        List<String> date,
        List<Draft.Attached> letters,
        Errors errors) {}
