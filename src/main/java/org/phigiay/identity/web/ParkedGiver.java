package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.phigiay.identity.ParkedPost;
import org.phigiay.identity.ParkedPosts;
import org.phigiay.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Gives a parked post back to the page that fills its form again, and forgets it once it has been sent again.
@Component
class ParkedGiver implements HandlerInterceptor {
    private final ParkedPosts parked;

    ParkedGiver(ParkedPosts parked) {
        this.parked = parked;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String handle = Cookies.read(request, Cookies.PARKED).orElse(null);
        Actor actor = handle == null ? Actor.ANYONE : CurrentActor.of(request);
        if (handle == null || actor.anonymous()) {
            return true;
        }
        boolean read = request.getMethod().equals("GET");
        parked.look(handle, actor.person())
                .filter(post ->
                        read ? refills(post, request) : path(post.path()).equals(request.getRequestURI()))
                .ifPresent(post -> {
                    if (read) {
                        request.setAttribute(ParkedPost.ATTRIBUTE, post);
                    }
                    parked.take(handle, actor.person());
                    Cookies.remove(request, response, Cookies.PARKED);
                });
        return true;
    }

    private static boolean refills(ParkedPost post, HttpServletRequest request) {
        return post.refill()
                .filter(page -> path(page).equals(request.getRequestURI()))
                .isPresent();
    }

    private static String path(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }
}
