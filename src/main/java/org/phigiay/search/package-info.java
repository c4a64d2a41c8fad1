/// Tìm thủ tục: from a person's own words to the procedure.
///
/// An index of Apache Lucene in the program's memory, built from the catalogue at the start and kept in step on every
/// node by reading the journal. What people say and what the law calls it are matched by the vocabulary: data files,
/// over which a catalogue officer lays entries of her own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "ui", "organisation", "identity", "calendar", "catalogue"})
package org.phigiay.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
