package org.phigiay.guidance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Việc trong đời: a moment of life that leads over several procedures and agencies, step by step. A data file, in our
/// own words.
///
/// @param name last part of its address, e.g. `sinh-con`
/// @param title what happens in life
/// @param line one line for lists
/// @param intro what to know before the first step
/// @param bring what is needed again and again
/// @param steps in the order of doing
/// @param notes what is worth knowing
/// @param law the laws behind it, by name and number
public record LifeEvent(
        String name,
        Bilingual title,
        Bilingual line,
        Bilingual intro,
        List<Bilingual> bring,
        List<Step> steps,
        List<Bilingual> notes,
        List<String> law) {

    /// @throws IllegalArgumentException when it has no first step
    public LifeEvent {
        bring = List.copyOf(bring);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        law = List.copyOf(law);
        if (steps.isEmpty() || steps.getFirst().join() != Join.NEXT) {
            throw new IllegalArgumentException(name + " does not begin with a step");
        }
    }

    /// How a step follows the one before.
    public enum Join {
        /// A step of its own, with a number.
        NEXT,
        /// Beside the one before: both are done.
        AND,
        /// Instead of the one before: one of them is done.
        OR
    }

    /// Where a step is done.
    public enum Office {
        /// Quầy một cửa của xã, phường.
        DESK,
        /// Công an xã, phường.
        POLICE,
        /// Trung tâm phục vụ hành chính công của tỉnh.
        PROVINCE_DESK,
        /// Công an tỉnh.
        PROVINCE_POLICE,
        /// Cơ quan thuế.
        TAX,
        /// Bảo hiểm xã hội.
        INSURANCE,
        /// Văn phòng đăng ký đất đai.
        LAND,
        /// Phòng công chứng.
        NOTARY,
        /// Bệnh viện, trạm y tế.
        HOSPITAL,
        /// Trường học.
        SCHOOL,
        /// Trung tâm đăng kiểm.
        INSPECTION,
        /// Nobody's office: the person does it.
        YOURSELF
    }

    /// A procedure by its code and its official name; it need not be in this installation's catalogue.
    public record Named(ProcedureCode code, String name) {}

    /// One step, online or not.
    ///
    /// @param procedures what is filed; empty for a step without a procedure
    /// @param cost what it costs, as the law says; the catalogue's fee goes before it
    /// @param time how long it takes; the catalogue's term goes before it
    /// @param bring what this step needs
    public record Step(
            Join join,
            Bilingual title,
            Bilingual text,
            Office office,
            List<Named> procedures,
            @Nullable Bilingual cost,
            @Nullable Bilingual time,
            List<Bilingual> bring) {

        public Step {
            procedures = List.copyOf(procedures);
            bring = List.copyOf(bring);
        }
    }
}
