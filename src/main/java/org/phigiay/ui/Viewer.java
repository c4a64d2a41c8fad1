package org.phigiay.ui;

/// The person who is signed in, as the top of a page speaks of them.
///
/// @param name full name
/// @param post title of the post under which an official acts, empty for a citizen
/// @param office true when the person is at work here and sees the office's navigation
/// @param signOutPath where the sign-out form posts to
public record Viewer(String name, String post, boolean office, String signOutPath) {}
