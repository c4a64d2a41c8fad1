package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.phigiay.identity.Guests;
import org.phigiay.identity.Guests.Begun;
import org.phigiay.identity.Guests.Resumed;
import org.phigiay.shared.Actor;
import org.springframework.stereotype.Component;

/// Makes a browser a guest's, and lets go of it again.
@Component
public class GuestVisits {
    private final Guests guests;

    GuestVisits(Guests guests) {
        this.guests = guests;
    }

    /// Who acts: whoever is signed in, the guest of this browser, or a new guest.
    ///
    /// @throws org.phigiay.shared.Conflict when too many begin from one address
    public Actor begin(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (!actor.anonymous() || actor.guest()) {
            return actor;
        }
        return set(guests.open(request.getRemoteAddr()), request, response);
    }

    /// Goes on with what was begun in another browser.
    ///
    /// @throws org.phigiay.shared.Invalid on `phone` or `code`
    public Resumed resume(String phone, String code, HttpServletRequest request, HttpServletResponse response) {
        Resumed resumed = guests.resume(phone, code, request.getRemoteAddr());
        if (resumed instanceof Resumed.Here(Begun begun)) {
            Actor _ = set(begun, request, response);
        }
        return resumed;
    }

    /// Nobody at this browser is the guest any more.
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, Cookies.GUEST).ifPresent(guests::leave);
        Cookies.remove(request, response, Cookies.GUEST);
    }

    private static Actor set(Begun begun, HttpServletRequest request, HttpServletResponse response) {
        Cookies.set(request, response, Cookies.GUEST, begun.token(), Guests.KEPT);
        return begun.guest();
    }
}
