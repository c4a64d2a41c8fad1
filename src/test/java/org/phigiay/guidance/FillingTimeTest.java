package org.phigiay.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.phigiay.forms.Definitions;
import org.phigiay.forms.FormDefinition;

class FillingTimeTest {

    @Test
    void every_shipped_form_takes_between_five_minutes_and_half_an_hour() {
        for (FormDefinition form : Definitions.shipped()) {
            assertThat(FillingTime.of(form)).as("%s", form.ref()).isBetween(5, 30);
        }
    }

    @Test
    void from_five_minutes_on_it_is_said_in_fives() {
        for (FormDefinition form : Definitions.shipped()) {
            int minutes = FillingTime.of(form);
            assertThat(minutes <= 5 || minutes % 5 == 0)
                    .as("%s: %s", form.ref(), minutes)
                    .isTrue();
        }
    }

    @Test
    void every_shipped_form_is_plain() {
        for (FormDefinition form : Definitions.shipped()) {
            Score score = PlainLanguage.score(Passages.of(form));
            assertThat(score.points())
                    .as("%s: %s", form.ref(), score.findings())
                    .isGreaterThanOrEqualTo(Score.ENOUGH);
        }
    }
}
