package org.phigiay.dossiers;

import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Entry;

/// The act a slip speaks of.
///
/// @param decision what was asked or refused; null for a reception
record SlipAct(Entry entry, @Nullable StatedDecision decision) {}
