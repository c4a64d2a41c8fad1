package org.phigiay.identity;

import java.util.Locale;
import java.util.Optional;
import org.phigiay.shared.Ids;

/// Mã làm tiếp: eight signs to write down on paper, with which somebody who has not signed in goes on
/// elsewhere. Seven
/// random signs of Crockford's base 32 (35 bits) and a check sign (Luhn's, modulo 32), so that one sign read
/// wrongly is
/// noticed before anything is tried.
final class ResumeCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 7;

    private ResumeCode() {}

    /// A new code, without a hyphen.
    static String next() {
        String random = Ids.code(RANDOM_SIGNS);
        return random + check(random);
    }

    /// The code somebody typed: hyphens and spaces do not matter, nor does case; I and L are read as 1, O as
    /// 0. Empty
    /// when it cannot be a code.
    static Optional<String> read(String typed) {
        String signs = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0.\\-–]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        if (signs.length() != RANDOM_SIGNS + 1 || signs.chars().anyMatch(sign -> ALPHABET.indexOf(sign) < 0)) {
            return Optional.empty();
        }
        return check(signs.substring(0, RANDOM_SIGNS)) == signs.charAt(RANDOM_SIGNS)
                ? Optional.of(signs)
                : Optional.empty();
    }

    /// As it is shown: in two halves.
    static String shown(String code) {
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    private static char check(String signs) {
        int n = ALPHABET.length();
        int sum = 0;
        int factor = 2;
        for (int i = signs.length() - 1; i >= 0; i--) {
            int product = factor * ALPHABET.indexOf(signs.charAt(i));
            sum += product / n + product % n;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((n - sum % n) % n);
    }
}
