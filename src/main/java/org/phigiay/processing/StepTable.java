package org.phigiay.processing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;

/// Quy trình nội bộ: the steps of one procedure at one agency, in a version with an effective date.
///
/// @param version 1, 2, 3 … for what the agency approved; 0, -1, -2 … for the general table
/// @param decision the decision that approved it, shown to the public
public record StepTable(
        UUID id,
        ProcedureCode procedure,
        AgencyCode agency,
        int version,
        LocalDate from,
        String decision,
        List<Step> steps) {

    /// @throws IllegalArgumentException when the table cannot be worked through
    public StepTable {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getFirst().kind() != StepKind.RECEIVE) {
            throw new IllegalArgumentException("A step table begins with reception");
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1 || !numbers.add(i + 1)) {
                throw new IllegalArgumentException("Steps are numbered 1, 2, 3 …");
            }
        }
        boolean ends = steps.stream().anyMatch(step -> step.kind() == StepKind.ISSUE || step.kind() == StepKind.FINISH);
        if (!ends) {
            throw new IllegalArgumentException("No step issues a result or finishes the matter");
        }
        boolean signed = steps.stream().anyMatch(step -> step.kind() == StepKind.SIGN);
        boolean drafted = steps.stream().anyMatch(step -> step.kind() == StepKind.DRAFT);
        boolean issued = steps.stream().anyMatch(step -> step.kind() == StepKind.ISSUE);
        if (issued != (signed && drafted)) {
            throw new IllegalArgumentException("What is issued was drafted and signed before");
        }
    }

    /// Whether it is the general table, which nobody approved for this procedure.
    public boolean general() {
        return version < 1;
    }

    public Step step(int number) {
        return steps.get(number - 1);
    }

    public Optional<Step> after(int number) {
        return number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
    }

    /// The earlier steps a step may be returned to: those of the agency's own work, not reception.
    public List<Step> returnable(int number) {
        return steps.stream()
                .filter(step -> step.number() < number && step.kind() != StepKind.RECEIVE)
                .toList();
    }
}
