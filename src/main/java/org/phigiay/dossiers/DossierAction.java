package org.phigiay.dossiers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import tools.jackson.databind.JsonNode;

/// What moves a dossier between the national states, each with the facts the law asks for. Work on steps is not here:
/// it is the processing module's own.
public sealed interface DossierAction {

    /// Tiếp nhận: gives the dossier its code and the promise, and issues Form 01.
    ///
    /// @param note what the officer says to the citizen, may be empty
    /// @param term what the desk promises where the announcement leaves the term open; null where it is stated
    record Receive(@Nullable String note, @Nullable Term term) implements DossierAction {
        /// Under the term that is stated.
        public Receive(@Nullable String note) {
            this(note, null);
        }
    }

    /// Yêu cầu bổ sung: asks once for everything that is missing (Form 02). Every item is one of the published list
    /// or one of the questions asked.
    ///
    /// @param items what is missing
    /// @param reason why, in words
    /// @param clause article on which the request stands
    /// @param until last day to supplement
    record RequestSupplement(
            List<Item> items,
            String reason,
            String clause,
            @Nullable LocalDate until) implements DossierAction {
        public RequestSupplement {
            items = List.copyOf(items);
        }

        /// @param component code of a published component, or the name of a question
        /// @param note what is wrong or missing with it
        public record Item(String component, String note) {}
    }

    /// Bổ sung: the citizen's answer to the request.
    ///
    /// @param answers corrected answers, null when the answers stay
    /// @param files papers added
    record Supplement(
            @Nullable JsonNode answers,
            List<AttachedFile> files,
            @Nullable String note) implements DossierAction {
        public Supplement {
            files = List.copyOf(files);
        }
    }

    /// Từ chối: refuses to receive or to settle, with a reason, a clause and the way on (Form 03).
    record Refuse(String reason, String clause, @Nullable String wayOn) implements DossierAction {}

    /// Bắt đầu xử lý: the first work on a received dossier. Happens by itself with that work.
    record Start() implements DossierAction {}

    /// Ban hành kết quả: the signed result is issued; processing ends here for the clock.
    record Issue() implements DossierAction {}

    /// Trả kết quả: the result is handed over.
    ///
    /// @param way electronic, counter or post
    record HandOver(Way way) implements DossierAction {
        public enum Way {
            ELECTRONIC,
            COUNTER,
            POST
        }
    }

    /// Rút hồ sơ: by the citizen's own act.
    ///
    /// @param reason in the citizen's words, may be empty
    /// @param asked whether an official asked the citizen to withdraw: counted in public
    record Withdraw(@Nullable String reason, boolean asked) implements DossierAction {}
}
