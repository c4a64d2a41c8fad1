package org.phigiay.authoring;

import tools.jackson.databind.node.ObjectNode;

/// Một chỗ sửa: one small operation on a form in the making.
public sealed interface Change {

    Place place();

    /// Puts other contents in a place. Pages of the form and fields of a page are parts of their own and stay.
    record Put(Place place, ObjectNode node) implements Change {}

    /// Adds an entry to the end of a list, or behind one of its entries.
    ///
    /// @param place the list
    /// @param after id of the entry before it, empty for the end
    record Add(Place place, ObjectNode node, String after) implements Change {}

    /// Moves an entry among its neighbours.
    ///
    /// @param by how many places downwards; upwards when negative
    record Move(Place place, int by) implements Change {}

    record Remove(Place place) implements Change {}
}
