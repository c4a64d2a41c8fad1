package org.phigiay.forms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// What several answers must be together. A rule speaks only when all it needs is answered.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.PersonalNumberAgrees.class, name = "personalNumberAgrees"),
    @JsonSubTypes.Type(value = Rule.NotEarlier.class, name = "notEarlier"),
    @JsonSubTypes.Type(value = Rule.AgeAtLeast.class, name = "ageAtLeast"),
    @JsonSubTypes.Type(value = Rule.NotTogether.class, name = "notTogether")
})
public sealed interface Rule {

    /// The fields the rule speaks of; its error is shown at the first, or at the one on the page being answered.
    List<String> fields();

    /// The century, the sex and the year in a 12-digit personal number agree with birth date and sex
    /// (structure: vn-law, Circular 59/2021/TT-BCA art. 4 and what continued it).
    ///
    /// @param sex the field with `male` or `female`, null when `fixedSex` says it
    record PersonalNumberAgrees(
            String number,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String fixedSex) implements Rule {
        @Override
        public List<String> fields() {
            return Stream.of(number, birthDate, sex)
                    .<String>mapMulti((field, to) -> {
                        if (field != null) {
                            to.accept(field);
                        }
                    })
                    .toList();
        }
    }

    /// The date in `field` is not before the date in `than`.
    record NotEarlier(String field, String than) implements Rule {
        @Override
        public List<String> fields() {
            return List.of(field, than);
        }
    }

    /// Whoever was born on `birthDate` is at least that old today.
    record AgeAtLeast(String birthDate, int years) implements Rule {
        @Override
        public List<String> fields() {
            return List.of(birthDate);
        }
    }

    /// These answers cannot be given together.
    ///
    /// @param message says what to do instead
    record NotTogether(List<Condition> when, Bilingual message) implements Rule {
        @Override
        public List<String> fields() {
            return when.stream().map(Condition::field).toList().reversed();
        }
    }
}
