package org.phigiay.forms;

import java.time.LocalDate;

/// Số định danh cá nhân: `PPP C YY RRRRRR`. C tells century and sex (19xx: 0 male, 1 female; 20xx: 2, 3; and so on), YY
/// the
/// year of birth. There is no check digit, and unknown PPP are not refused: people born abroad have codes of countries.
public record PersonalNumber(String digits) {

    /// Whether the number belongs to somebody of that sex (`male` or `female`).
    boolean agreesWithSex(String sex) {
        return (digits.charAt(3) - '0') % 2 == ("female".equals(sex) ? 1 : 0);
    }

    /// Whether the number belongs to somebody born in that year.
    public boolean agreesWithYear(LocalDate birthDate) {
        return year() == birthDate.getYear();
    }

    /// The year of birth in the number, for the message that says what does not agree.
    public int year() {
        return 1900 + (digits.charAt(3) - '0') / 2 * 100 + Integer.parseInt(digits.substring(4, 6));
    }
}
