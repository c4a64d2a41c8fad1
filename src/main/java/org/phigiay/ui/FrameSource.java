package org.phigiay.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Who is looking and what their forms must carry. The module that signs people in provides one bean of this.
///
/// It is asked once for every page drawn, and never for a page that says the database is down.
public interface FrameSource {
    /// The signed-in person, or null for somebody unknown. Must not open a session.
    @Nullable
    Viewer viewer(HttpServletRequest request);

    /// The form secret, or null where none is needed. For an anonymous read it must not open a session.
    @Nullable
    Csrf csrf(HttpServletRequest request);
}
