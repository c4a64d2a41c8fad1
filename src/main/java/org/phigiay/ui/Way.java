package org.phigiay.ui;

/// A way to somewhere: in the navigation, in breadcrumbs, at the end of an error page.
///
/// @param label what it says
/// @param href where it leads, a path of this site
public record Way(String label, String href) {}
