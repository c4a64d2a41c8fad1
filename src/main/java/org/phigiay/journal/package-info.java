/// Nhật ký: nothing happens that is not in the journal. Every act is one verb that, in one transaction, moves the
/// state and appends one entry; everything else follows by reading the entries in order.
///
/// Order: transactions commit in another order than they start, so a row's id is not its place. One sequencer numbers
/// the entries 1, 2, 3 … in the order (xid, id) once no older transaction can still commit; followers read by position.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "launch"})
package org.phigiay.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
