package org.phigiay.dossiers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.ui.Fact;

/// What the receipt says.
///
/// @param home address of the dossier's page
/// @param code request code
/// @param receptionBy by when the agency must receive it
/// @param receivedAt when it was received, null while it waits
/// @param term the legal term in words
/// @param papers how many files came with it
/// @param whose whose it is and who filed it; empty when somebody filed for themself
/// @param chain the parts of the filing; empty when it stands alone
record ReceiptView(
        String home,
        String code,
        String procedure,
        String procedureCode,
        String agency,
        String phone,
        String hours,
        Instant filedAt,
        Instant receptionBy,
        @Nullable Instant receivedAt,
        String term,
        int papers,
        List<Fact> whose,
        List<ChainLines.Line> chain) {}
