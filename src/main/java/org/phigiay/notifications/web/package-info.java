/// The page `/thong-bao`: what the signed-in person has been told.
@NullMarked
package org.phigiay.notifications.web;

import org.jspecify.annotations.NullMarked;
