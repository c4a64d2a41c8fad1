package org.phigiay.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page and speaks of this installation: name of the place, navigation, help. The module that
/// shows all
/// others provides one bean of this.
public interface Surroundings {
    /// The agency or province whose portal this is, as it stands beside the mark.
    String place(Texts texts);

    /// The ways from the top of every page, for citizens or for the office.
    List<Way> ways(@Nullable Viewer viewer, Texts texts);

    /// Where a person helps: the same place on every page.
    Help help(Texts texts);

    /// A place where a person helps.
    ///
    /// @param place name and address
    /// @param hours when it is open, in words
    /// @param telephone number as people write it, empty when there is none
    record Help(String place, String hours, String telephone) {
        /// The number as a telephone dials it.
        public String dial() {
            return telephone.replaceAll("[^0-9+]", "");
        }
    }
}
