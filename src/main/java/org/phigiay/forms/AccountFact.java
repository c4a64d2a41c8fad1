package org.phigiay.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

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
    ADDRESS
}
