package org.phigiay.search;

import java.util.List;
import java.util.Set;

/// What is held in memory of one procedure beside the index: what the ranking looks at.
///
/// @param document without its long texts
/// @param title keys of the title
/// @param words keys of the title and what stands close to it, with and without marks
/// @param pairs neighbours in the same, with and without marks
/// @param acts what its title does: `AGAIN`, `END` …, empty for a plain first time
/// @param conditions numbers of the conditions its title states
/// @param prior how likely it is asked for at all, around 1
record Entry(
        SearchDocument document,
        List<String> title,
        Set<String> words,
        Set<String> pairs,
        Set<String> acts,
        List<Integer> conditions,
        double prior) {}
