package org.phigiay.dossiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Nộp cho ai: whose matter it is that somebody files. The one it is for (applicant) and the one who files (filer) are
/// two people in the data, except in [Self].
public sealed interface Party {
    Self SELF = new Self();

    /// Their name as the filer told it; empty for oneself, whose name the account knows.
    String name();

    /// Which of the four ways this is.
    Representation representation();

    /// For oneself.
    record Self() implements Party {
        @Override
        public String name() {
            return "";
        }

        @Override
        public Representation representation() {
            return Representation.SELF;
        }
    }

    /// Con, người được giám hộ: somebody in the filer's legal care (Civil Code 91/2015/QH13, Art. 136).
    ///
    /// @param personalNumber 12 digits; null when there is none yet or it is not known
    record Ward(String name, @Nullable String personalNumber, LocalDate birthDate, Care care) implements Party {
        @Override
        public Representation representation() {
            return Representation.GUARDIAN;
        }
    }

    /// Người ủy quyền: a person who has given a letter of authority (Civil Code, Art. 138); the letter comes as a file
    /// for the component [Paper#AUTHORITY].
    record Principal(String name, String personalNumber, LocalDate birthDate) implements Party {
        @Override
        public Representation representation() {
            return Representation.AUTHORISED;
        }
    }

    /// An organisation that has given a letter of authority to somebody who does not hold its account.
    record PrincipalBody(String name, String taxCode) implements Party {
        @Override
        public Representation representation() {
            return Representation.AUTHORISED;
        }
    }

    /// Tổ chức, hộ kinh doanh: the filer holds its account.
    record AccountBody(String name, String taxCode) implements Party {
        @Override
        public Representation representation() {
            return Representation.ORGANISATION;
        }
    }

    /// By what the filer stands for somebody (Civil Code, Art. 136).
    enum Care {
        /// Con chưa thành niên: a parent for a child under eighteen.
        CHILD,
        /// Người được giám hộ: a guardian for the person under guardianship.
        WARD,
        /// Người do Tòa án chỉ định: for somebody for whom a court has named the filer.
        COURT
    }
}
