package org.phigiay.authoring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Option;

/// The inputs with which one place of a form is edited, in groups.
///
/// @param groups in the order of the page
record SheetView(List<Group> groups) {

    SheetView {
        groups = List.copyOf(groups);
    }

    /// @param id of its heading
    record Group(String id, String title, @Nullable String hint, List<Row> rows) {}

    /// Inputs that belong together, side by side where there is room.
    ///
    /// @param legend names them, null where the labels say enough
    record Row(@Nullable String legend, List<Input> inputs) {}

    /// How an input is drawn.
    enum Shape {
        LINE,
        AREA,
        SELECT,
        CHECKS,
        /// Carried along unseen.
        HIDDEN
    }

    /// @param value what stands there; of no account for a select and for checks
    /// @param options for a select and for checks
    /// @param language of the text, `vi` or `en`
    /// @param found what could be plainer in it
    record Input(
            String name,
            String label,
            @Nullable String hint,
            Shape shape,
            String value,
            List<Option> options,
            String language,
            List<String> found) {

        static Input line(String name, String label, @Nullable String hint, String value) {
            return new Input(name, label, hint, Shape.LINE, value, List.of(), "vi", List.of());
        }

        static Input select(String name, String label, @Nullable String hint, List<Option> options) {
            return new Input(name, label, hint, Shape.SELECT, "", options, "vi", List.of());
        }

        static Input checks(String name, String label, @Nullable String hint, List<Option> options) {
            return new Input(name, label, hint, Shape.CHECKS, "", options, "vi", List.of());
        }
    }
}
