package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealerTest {
    private final Sealer sealer = new Sealer(new byte[32]);

    @Test
    void what_is_sealed_opens_for_its_purpose_only() {
        String sealed = sealer.seal("sign-in", "trạng thái");
        assertThat(sealer.open("sign-in", sealed)).contains("trạng thái");
        assertThat(sealer.open("flash", sealed)).isEmpty();
        assertThat(sealer.seal("sign-in", "trạng thái")).isNotEqualTo(sealed);
    }

    @Test
    void a_changed_bit_anywhere_opens_nothing() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal("x", "text"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(sealer.open("x", Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
        assertThat(sealer.open("x", "")).isEmpty();
        assertThat(sealer.open("x", "not base64 !")).isEmpty();
    }

    @Test
    void another_installation_makes_other_codes() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(sealer.code("csrf", "token")).hasSize(43).isNotEqualTo(new Sealer(other).code("csrf", "token"));
    }
}
