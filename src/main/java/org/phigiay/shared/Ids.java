package org.phigiay.shared;

import java.security.SecureRandom;
import java.util.UUID;

/// Time-ordered identifiers (UUID version 7, RFC 9562 section 5.7) and unguessable ones.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// 48 bits of milliseconds, then 74 random bits.
    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = (System.currentTimeMillis() << 16) | 0x7000L | ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (random[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /// A code for people to read aloud and type: Crockford's base 32 without I, L, O, U; five bits a sign.
    public static String code(int signs) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder code = new StringBuilder(signs);
        for (int i = 0; i < signs; i++) {
            code.append(alphabet.charAt(RANDOM.nextInt(32)));
        }
        return code.toString();
    }

    /// Random bytes in lower-case hexadecimal, for tokens.
    public static String secret(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return java.util.HexFormat.of().formatHex(random);
    }
}
