/// Pages of filing: a draft's questions, the check before filing, the receipt. Also the templates of the slips of
/// Circular 03/2025/TT-VPCP.
@NullMarked
package org.phigiay.dossiers.web;

import org.jspecify.annotations.NullMarked;
