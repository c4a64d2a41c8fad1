package org.phigiay.forms;

import org.phigiay.shared.Bilingual;

/// A heading under which the questions of one matter are listed when answers are checked.
public record Section(String id, Bilingual title) {}
