/// Xử lý hồ sơ: step tables as the decisions print them ("quy trình nội bộ"), the tasks they open, and the result
/// from its draft to its issue. There is no process engine inside: a step table is rows, and a task is a row.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "calendar",
            "files",
            "signing",
            "catalogue",
            "forms",
            "dossiers",
            "wallet"
        })
package org.phigiay.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
