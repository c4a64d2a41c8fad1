package org.phigiay.ui;

/// The secret that a form carries to show that it comes from one of our own pages.
///
/// @param field name of the hidden field
/// @param token its value
public record Csrf(String field, String token) {}
