package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a first answer comes from: the account, a fixed value, an earlier answer, an earlier result of the person.
final class PrefillRows {

    private static final List<String> FACTS =
            List.of("name", "personalNumber", "birthDate", "sex", "phone", "email", "address");

    private PrefillRows() {}

    static List<Row> rows(Inputs inputs, ObjectNode form) {
        Texts texts = inputs.texts();
        JsonNode prefill = inputs.node().path("prefill");
        Leaves before = Leaves.before(form, inputs.place().page(), texts);
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                null,
                List.of(
                        inputs.select("prefill.account", "account", FACTS, "authoring.part."),
                        inputs.line("prefill.value", "value"))));
        rows.add(new Row(
                null,
                List.of(
                        Input.select(
                                "answer",
                                texts.get("authoring.input.answer"),
                                null,
                                before.options(prefill.path("answer").asString(""), _ -> true)),
                        inputs.line("prefill.result.kind", "resultKind"),
                        inputs.line("prefill.result.line", "resultLine"))));
        if (!prefill.isMissingNode()) {
            rows.addAll(ConditionRows.rows("when", prefill.path("when"), Leaves.of(form, texts), 1, texts));
        }
        return rows;
    }

    static void read(Typed typed, ObjectNode field) {
        ObjectNode prefill = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        typed.text(prefill, "account", "account");
        typed.text(prefill, "value", "value");
        typed.text(prefill, "answer", "answer");
        String kind = typed.get("resultKind");
        String line = typed.get("resultLine");
        if (!kind.isEmpty() || !line.isEmpty()) {
            prefill.putObject("result").put("kind", kind).put("line", line);
        }
        if (prefill.isEmpty()) {
            field.remove("prefill");
            return;
        }
        var when = ConditionRows.read(typed, "when");
        if (!when.isEmpty()) {
            prefill.set("when", when);
        }
        field.set("prefill", prefill);
    }
}
