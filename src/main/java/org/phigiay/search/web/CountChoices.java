package org.phigiay.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.phigiay.search.Counts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Counts what is opened from the answers to a question: their links carry it along (`?tu=`), so that no script and no
/// detour is needed.
@Component
class CountChoices implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern PROCEDURE = Pattern.compile("/thu-tuc/(\\d\\.\\d{6}[.\\w]{0,40})");

    private final Counts counts;

    CountChoices(Counts counts) {
        this.counts = counts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String question = request.getParameter("tu");
        Matcher path = PROCEDURE.matcher(request.getRequestURI());
        if (question != null && request.getMethod().equals("GET") && path.matches()) {
            counts.chosen(question, path.group(1));
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/thu-tuc/*");
    }
}
