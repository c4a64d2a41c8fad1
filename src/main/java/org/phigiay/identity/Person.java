package org.phigiay.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;

/// Người: a citizen or an official, as the identity provider told us about them. An official is a person who holds a
/// post.
///
/// @param id inside this installation; says nothing about the person
/// @param name họ và tên, as on the identity card
/// @param personalNumber số định danh cá nhân, 12 digits (Law on Identity 26/2023/QH15); never logged, never in an
/// address
/// @param birthDate null when the provider did not say
/// @param sex null when the provider did not say
/// @param phone null when not known; the provider may withhold it
/// @param email null when not known; the provider may withhold it
/// @param address nơi cư trú, null when not known
/// @param externalId the provider's own name for the account (`TechID`), null when it has none
public record Person(
        PersonId id,
        String name,
        String personalNumber,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String externalId) {

    /// Says only which person, so that no log line carries personal data.
    @Override
    public String toString() {
        return "Person " + id;
    }
}
