package org.phigiay.forms;

import java.util.List;
import org.phigiay.shared.ProcedureCode;

/// Người khác đã hỏi: what others asked an officer at a question of a form, with the answers, published for everybody
/// after two officials agreed. Nothing in it says who asked. A higher module answers; where none does, nothing was
/// asked.
public interface AnsweredQuestions {

    /// The published ones at one page of a procedure's form, the newest first, at most ten.
    ///
    /// @param page id of the page, of a list's item without its number
    List<Answered> at(ProcedureCode procedure, String page);

    /// One question and its answer, in Vietnamese.
    record Answered(String question, String answer) {}
}
