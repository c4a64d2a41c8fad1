package org.phigiay.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody was sending when the session had ended, given back after signing in again.
///
/// A page that can fill its form from it takes it as a request attribute of this type's name ([#ATTRIBUTE]); for every
/// other page the program itself offers to send it again.
///
/// @param path where the form was being sent
/// @param fields names and values, without the CSRF token and without files
/// @param hadFiles whether files were sent too: they were not kept and must be chosen again
public record ParkedPost(String path, Map<String, List<String>> fields, boolean hadFiles) {

    /// The request attribute, on the form's own page.
    public static final String ATTRIBUTE = "org.phigiay.identity.ParkedPost";

    /// A hidden field with which a form says "my page can fill itself again": its value is the page's path.
    public static final String REFILL_FIELD = "_trang";

    /// The page that fills itself again, when the form named one.
    public Optional<String> refill() {
        return fields.getOrDefault(REFILL_FIELD, List.of()).stream().findFirst();
    }

    /// The first value of a field.
    public Optional<String> value(String field) {
        return fields.getOrDefault(field, List.of()).stream().findFirst();
    }
}
