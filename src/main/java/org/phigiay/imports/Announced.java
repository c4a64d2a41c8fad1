package org.phigiay.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A row as the file states it, before anything is read into it; empty where it states nothing. The national data comes
/// in two shapes, told apart by their keys: the portal's rows and the ministries' detail pages.
record Announced(
        String code,
        String title,
        String decision,
        String issuer,
        List<String> levels,
        String field,
        String audience,
        String competent,
        String receiving,
        String delegated,
        String coordinating,
        String performing,
        String related,
        String steps,
        List<Way> ways,
        List<Line> papers,
        String requirements,
        List<Result> results,
        List<Law> laws,
        boolean lawsGlued,
        String keywords,
        String source) {

    /// @param time with its unit when the file keeps them in one text, then `unit` is empty
    /// @param feeStated false when the file says that no fee was announced
    /// @param doubtful whether the file itself says that time and fee cannot be told apart
    record Way(
            String channel, String time, String unit, String fee, boolean feeStated, boolean doubtful, String note) {}

    record Line(String group, String name, String formFile, int originals, int certified, int copies) {}

    record Result(String code, String name) {}

    record Law(String number, String title) {}

    /// A value has another type than the shape says.
    static final class WrongType extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongType(String path) {
            super(path);
        }
    }

    /// The text at a path of keys; empty when there is none or it is null.
    ///
    /// @throws WrongType when it is something else than a text or a number
    static String text(JsonNode row, String... path) {
        JsonNode node = row;
        for (String key : path) {
            node = node.path(key);
        }
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isString() || node.isNumber()) {
            return node.asString();
        }
        throw new WrongType(String.join(".", path));
    }

    /// The list at a path of keys; empty when there is none.
    ///
    /// @throws WrongType when it is something else than a list
    static List<JsonNode> list(JsonNode row, String... path) {
        JsonNode node = row;
        for (String key : path) {
            node = node.path(key);
        }
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new WrongType(String.join(".", path));
        }
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all;
    }

    /// The list of objects at a path of keys.
    ///
    /// @throws WrongType when it is something else
    static List<JsonNode> objects(JsonNode row, String... path) {
        List<JsonNode> all = list(row, path);
        if (!all.stream().allMatch(JsonNode::isObject)) {
            throw new WrongType(String.join(".", path));
        }
        return all;
    }
}
