package org.phigiay.catalogue;

/// Căn cứ pháp lý: a legal document the procedure stands on.
///
/// @param number e.g. `123/2015/NĐ-CP`
/// @param title what it is about, in Vietnamese only: laws have one language
public record LegalBasis(String number, String title) {}
