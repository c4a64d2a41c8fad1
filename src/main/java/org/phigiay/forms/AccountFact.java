package org.phigiay.forms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Person;

/// What an account already says about its person, so that a form need not ask again.
public enum AccountFact {
    @JsonProperty("name")
    NAME,
    @JsonProperty("personalNumber")
    PERSONAL_NUMBER,
    /// As `yyyy-MM-dd`.
    @JsonProperty("birthDate")
    BIRTH_DATE,
    /// `male` or `female`.
    @JsonProperty("sex")
    SEX,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("address")
    ADDRESS,
    /// For whom the filing is: `self` or `other`; known once the person has said so.
    @JsonProperty("forWhom")
    FOR_WHOM;

    /// What is known of a person.
    public static Map<AccountFact, String> of(Person person) {
        var facts = new EnumMap<AccountFact, String>(AccountFact.class);
        put(facts, NAME, person.name());
        put(facts, PERSONAL_NUMBER, person.personalNumber());
        put(facts, BIRTH_DATE, person.birthDate());
        put(facts, SEX, person.sex() == null ? null : person.sex().name().toLowerCase(Locale.ROOT));
        put(facts, PHONE, person.phone());
        put(facts, EMAIL, person.email());
        put(facts, ADDRESS, person.address());
        return facts;
    }

    private static void put(Map<AccountFact, String> facts, AccountFact fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact, value.toString());
        }
    }
}
