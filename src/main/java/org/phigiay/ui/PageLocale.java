package org.phigiay.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// What Spring calls the locale of a request is the language of its page: the one the person chose, not the browser's.
/// So whatever speaks of a field speaks the language of the page around it.
@Component("localeResolver")
class PageLocale implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Languages.of(request).locale();
    }

    /// The language is changed by a link on the page, never by the program.
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The person chooses the language");
    }
}
