package org.phigiay.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who acts: a person with the posts held at this moment, and how the request came in.
///
/// @param person the person, or [PersonId#SYSTEM]
/// @param name as shown to the person themself; never logged
/// @param posts posts held now; empty for a citizen
/// @param via how the request came in
/// @param steppedUpAt when the person last proved again who they are; null when they have not
/// @param purpose why an official reads personal data, when stated
public record Actor(
        PersonId person,
        String name,
        List<Held> posts,
        Via via,
        @Nullable Instant steppedUpAt,
        @Nullable String purpose) {

    /// Nobody in particular: a visitor who has not signed in.
    public static final Actor ANYONE = new Actor(PersonId.SYSTEM, "", List.of(), Via.ANONYMOUS, null, null);

    /// The program itself.
    public static final Actor SYSTEM = new Actor(PersonId.SYSTEM, "", List.of(), Via.SYSTEM, null, null);

    private static final Duration STEP_UP_LASTS = Duration.ofMinutes(5);

    public Actor {
        posts = List.copyOf(posts);
    }

    /// A post held by the person now.
    public record Held(PostCode post, AgencyCode agency, String unit, Role role) {}

    public enum Via {
        WEB,
        API,
        SYSTEM,
        ANONYMOUS,
        /// A browser that has begun something before its person signed in.
        GUEST
    }

    public static Actor citizen(PersonId person, String name) {
        return new Actor(person, name, List.of(), Via.WEB, null, null);
    }

    /// Somebody who has not signed in and owns only what one browser has begun.
    public static Actor guest(PersonId guest) {
        return new Actor(guest, "", List.of(), Via.GUEST, null, null);
    }

    /// Whether nobody has signed in; a guest has not.
    public boolean anonymous() {
        return via == Via.ANONYMOUS || via == Via.GUEST;
    }

    public boolean guest() {
        return via == Via.GUEST;
    }

    public boolean official() {
        return !posts.isEmpty();
    }

    public boolean holds(Role role, AgencyCode agency) {
        return post(role, agency).isPresent();
    }

    /// The post with which the person acts in that role for that agency.
    public Optional<Held> post(Role role, AgencyCode agency) {
        return posts.stream()
                .filter(held -> held.role() == role && held.agency().equals(agency))
                .findFirst();
    }

    public boolean holds(PostCode post) {
        return posts.stream().anyMatch(held -> held.post().equals(post));
    }

    /// The agency the person works for; empty for a citizen.
    public Optional<AgencyCode> agency() {
        return posts.stream().map(Held::agency).findFirst();
    }

    /// Whether the person proved who they are within the last five minutes.
    public boolean steppedUp(Instant now) {
        return steppedUpAt != null && !steppedUpAt.plus(STEP_UP_LASTS).isBefore(now);
    }

    public Actor withPurpose(@Nullable String stated) {
        return new Actor(person, name, posts, via, steppedUpAt, stated);
    }
}
