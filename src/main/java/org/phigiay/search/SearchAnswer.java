package org.phigiay.search;

import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.shared.Page;

/// One page of what answers a question.
///
/// @param page best first; by code for an empty question
/// @param fits whether the first is a real answer; false when nothing fits and these are merely the nearest
/// @param total how many there are over all pages
public record SearchAnswer(Page<ProcedureHead> page, boolean fits, int total) {}
