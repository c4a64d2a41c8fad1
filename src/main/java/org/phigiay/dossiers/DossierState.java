package org.phigiay.dossiers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierAction.Issue;
import org.phigiay.dossiers.DossierAction.Receive;
import org.phigiay.dossiers.DossierAction.Refuse;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierAction.Start;
import org.phigiay.dossiers.DossierAction.Supplement;
import org.phigiay.dossiers.DossierAction.Withdraw;

/// Trạng thái hồ sơ: the states of a dossier with their national codes 1–10, and its whole life on one screen.
/// A supplement has two states here, since it leads back to where it was asked; both are 5 to the nation.
public enum DossierState {
    /// Mới đăng ký: filed, waiting to be received.
    SUBMITTED(1),
    /// Được tiếp nhận: received; the promise runs.
    RECEIVED(2),
    /// Không được tiếp nhận: refused, with a clause.
    REFUSED(3),
    /// Đang xử lý: somebody works on it.
    IN_PROCESS(4),
    /// Yêu cầu bổ sung giấy tờ, asked before reception.
    SUPPLEMENT_BEFORE_RECEPTION(5),
    /// Yêu cầu bổ sung giấy tờ, asked during processing; the promise is paused.
    SUPPLEMENT_IN_PROCESS(5),
    /// Yêu cầu thực hiện nghĩa vụ tài chính: a fee or tax is due. No move leads here yet.
    FEE_DUE(6),
    /// Công dân yêu cầu rút hồ sơ: withdrawn by the citizen's own act.
    WITHDRAWN(7),
    /// Dừng xử lý: stopped by decision. No move leads here yet.
    STOPPED(8),
    /// Đã xử lý xong: the result is issued.
    FINISHED(9),
    /// Đã trả kết quả: the result is in the citizen's hands.
    RETURNED(10);

    /// The whole life.
    public static final LifeCycle<DossierState, DossierAction> LIFE = new LifeCycle<DossierState, DossierAction>()
            .on(Receive.class, RECEIVED, SUBMITTED)
            .on(RequestSupplement.class, SUPPLEMENT_BEFORE_RECEPTION, SUBMITTED)
            .on(RequestSupplement.class, SUPPLEMENT_IN_PROCESS, IN_PROCESS)
            .on(Supplement.class, SUBMITTED, SUPPLEMENT_BEFORE_RECEPTION)
            .on(Supplement.class, IN_PROCESS, SUPPLEMENT_IN_PROCESS)
            .on(Refuse.class, REFUSED, SUBMITTED, IN_PROCESS)
            .on(Start.class, IN_PROCESS, RECEIVED)
            .on(Issue.class, FINISHED, IN_PROCESS)
            .on(HandOver.class, RETURNED, FINISHED)
            .on(
                    Withdraw.class,
                    WITHDRAWN,
                    SUBMITTED,
                    RECEIVED,
                    IN_PROCESS,
                    SUPPLEMENT_BEFORE_RECEPTION,
                    SUPPLEMENT_IN_PROCESS);

    private final int code;

    DossierState(int code) {
        this.code = code;
    }

    /// The national code, 1–10.
    public int code() {
        return code;
    }

    /// Whether the matter is over: nobody has anything left to do.
    public boolean over() {
        return LIFE.possible(this).isEmpty();
    }

    /// Whether the citizen is asked for something.
    public boolean waitsForCitizen() {
        return code == 5 || code == 6;
    }

    /// The states with a national code, or the state of that name; empty when there is none.
    public static List<DossierState> parse(String text) {
        return Arrays.stream(values())
                .filter(state -> String.valueOf(state.code).equals(text.strip())
                        || state.name().equalsIgnoreCase(text.strip()))
                .toList();
    }

    /// The state before a move that reaches `action` in two steps: work on a received dossier starts by itself.
    static Optional<DossierState> startedFirst(DossierState state, Class<?> action) {
        return state == RECEIVED && LIFE.next(IN_PROCESS, action).isPresent()
                ? LIFE.next(RECEIVED, Start.class)
                : Optional.empty();
    }
}
