package org.phigiay.identity;

import org.phigiay.shared.PersonId;

/// Tổ chức có tài khoản: an organisation or a household business for which account holders act.
///
/// @param id inside this installation, beside those of people: a dossier's applicant may be either
/// @param taxCode mã số thuế: 10 digits, 13 for a branch, or 12 for a household business (Circular 86/2024/TT-BTC)
/// @param name as registered
public record Body(PersonId id, String taxCode, String name) {}
