package org.phigiay.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phigiay.catalogue.AgencySetting;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;

/// Quy trình chung: the steps every dossier can go through, by the agency's posts of each role, for as long as the
/// agency has no step table of its own for the procedure.
@Component
class GeneralSteps {

    /// What takes the place of the decision that approved a table.
    static final String STATUS = "Quy trình chung: cơ quan chưa ban hành quy trình nội bộ riêng cho thủ tục này";

    private final Organisation organisation;
    private final Catalogue catalogue;

    /// @param hours working hours; the legal term rules whatever these say
    private record General(StepKind kind, String title, String titleEnglish, String outcome, int hours) {}

    private static final List<General> STEPS = List.of(
            new General(
                    StepKind.RECEIVE,
                    "Tiếp nhận hồ sơ",
                    "Receive the dossier",
                    "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
                    4),
            new General(StepKind.VERIFY, "Thẩm tra hồ sơ", "Check the dossier", "Ý kiến thẩm tra", 8),
            new General(StepKind.DRAFT, "Dự thảo kết quả", "Draft the result", "Dự thảo kết quả", 8),
            new General(StepKind.SIGN, "Xem xét và ký kết quả", "Read and sign the result", "Kết quả đã ký", 4),
            new General(
                    StepKind.ISSUE,
                    "Cho số, ký số của cơ quan và ban hành",
                    "Give the number, sign for the agency and issue",
                    "Kết quả đã ban hành",
                    2),
            new General(StepKind.HAND_OVER, "Trả kết quả", "Hand over the result", "Kết quả đến tay người dân", 2));

    GeneralSteps(Organisation organisation, Catalogue catalogue) {
        this.organisation = organisation;
        this.catalogue = catalogue;
    }

    /// The steps; empty when the agency lacks a post that one of them needs.
    Optional<List<Step>> of(ProcedureCode procedure, AgencyCode agency) {
        String unit = catalogue
                .find(procedure)
                .flatMap(found -> found.setting(agency))
                .map(AgencySetting::unit)
                .orElse("");
        List<Step> steps = new ArrayList<>();
        for (General each : STEPS) {
            Optional<Post> post = post(agency, each.kind(), unit);
            if (post.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(
                    steps.size() + 1,
                    each.kind(),
                    post.get().code(),
                    each.title(),
                    each.titleEnglish(),
                    each.outcome(),
                    each.hours()));
        }
        return Optional.of(List.copyOf(steps));
    }

    /// The post in the unit that does the work, else the first of the role.
    private Optional<Post> post(AgencyCode agency, StepKind kind, String unit) {
        List<Post> posts = organisation.postsOf(agency, kind.role());
        return posts.stream()
                .filter(post -> post.unit().equals(unit))
                .findFirst()
                .or(() -> posts.stream().findFirst());
    }
}
