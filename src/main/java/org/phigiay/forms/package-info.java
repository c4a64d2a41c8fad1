/// Forms: questions, the answers to them, and the drafts of people who have not filed yet.
///
/// A form is data: its questions, their order and their rules come from a definition with a version. The JSON Schema of
/// the answers, the web pages and the checks are all made from that one definition.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "ui", "organisation", "identity", "calendar", "files", "areas"})
package org.phigiay.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
