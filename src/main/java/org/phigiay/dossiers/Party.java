package org.phigiay.dossiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Nộp cho ai: whose matter it is that somebody files. The one it is for (applicant) and the one who files (filer) are
/// two people in the data, except in [Self].
public sealed interface Party {
    Self SELF = new Self();

    /// Which of the four ways this is.
    default Representation representation() {
        return switch (this) {
            case Self _ -> Representation.SELF;
            case Ward _ -> Representation.GUARDIAN;
            case Principal _, PrincipalBody _ -> Representation.AUTHORISED;
            case Body _ -> Representation.ORGANISATION;
        };
    }

    /// Their name as the filer told it; empty for oneself, whose name the account knows.
    default String name() {
        return switch (this) {
            case Self _ -> "";
            case Ward(String name, _, _, _) -> name;
            case Principal(String name, _, _) -> name;
            case PrincipalBody(_, String name) -> name;
            case Body(_, String name) -> name;
        };
    }

    /// For oneself.
    record Self() implements Party {}

    /// Con, người được giám hộ: somebody in the filer's legal care (Civil Code 91/2015/QH13, Art. 136).
    ///
    /// @param personalNumber 12 digits; null when there is none yet or it is not known
    record Ward(String name, @Nullable String personalNumber, LocalDate birthDate, Care care) implements Party {}

    /// Người ủy quyền: a person who has given a letter of authority (Civil Code, Art. 138); the letter comes as a file
    /// for the component [Paper#AUTHORITY].
    record Principal(String name, String personalNumber, LocalDate birthDate) implements Party {}

    /// An organisation that has given a letter of authority to somebody who is not its account holder.
    record PrincipalBody(String taxCode, String name) implements Party {}

    /// Tổ chức, hộ kinh doanh: the filer is its account holder.
    record Body(String taxCode, String name) implements Party {}

    /// By what the filer stands for somebody (Civil Code, Art. 136).
    enum Care {
        /// Con chưa thành niên: a parent for a child under eighteen.
        CHILD,
        /// Người được giám hộ: a guardian for the person under guardianship.
        WARD,
        /// Người do Tòa án chỉ định: somebody whom a court has named.
        COURT
    }
}
