package org.phigiay.catalogue;

/// Quyết định công bố: the decision by which a ministry announced the procedure.
///
/// @param number e.g. `163/QĐ-BTP`
/// @param issuer who announced it, e.g. "Bộ Tư pháp"
public record Announcement(String number, String issuer) {}
