package org.phigiay.search;

import java.util.List;
import java.util.Set;

/// What is held in memory of one procedure beside the index: what the ranking looks at.
///
/// @param document without its long texts
/// @param title keys of the title
/// @param acts what its title does: `AGAIN`, `END` …, empty for a plain first time
/// @param conditions numbers of the conditions its title states
/// @param prior how likely it is asked for at all, around 1
record Entry(SearchDocument document, List<String> title, Set<String> acts, List<Integer> conditions, double prior) {}
