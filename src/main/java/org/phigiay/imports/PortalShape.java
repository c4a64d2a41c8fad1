package org.phigiay.imports;

import static org.phigiay.imports.Announced.list;
import static org.phigiay.imports.Announced.objects;
import static org.phigiay.imports.Announced.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.phigiay.catalogue.Paper;
import tools.jackson.databind.JsonNode;

/// The shape of the national portal's rows: `code`, `title`, `channels`, `documents`, …
final class PortalShape {

    /// Signs of who issues laws and by-laws; a title written in capitals may follow without a space.
    private static final String ISSUERS =
            "UBTVQH\\d{1,2}|VKSNDTC|TANDTC|BNNPTNT|BVHTTDL|BLĐTBXH|BTNMT|BNNMT|BKHĐT|BKHCN|BGDĐT|BGTVT"
                    + "|BDTTG|BTTTT|BVHTT|BBCVT|NHNN|TTCP|TCHQ|BHXH|VPCP|HĐTP|HĐBT|UBDT|TTg|CTN|TCT|BCA|BCT|BCN|BKH|BNG|BNN|BNV|BQP|BTC"
                    + "|BTM|BTP|BTS|BXD|BYT|CP";
    private static final Pattern LAW =
            Pattern.compile("\\d{1,4}(?:\\.\\d{1,3})?/(?:(?:19|20)\\d{2}/)?(?:QH\\d{1,2}|[A-ZĐƯ]{2,6}\\d{0,2}(?:-(?:"
                    + ISSUERS + "))+|[A-ZĐƯ]{2,6}-[A-ZĐƯ]{2,10})");

    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("bo-cong-an", "Bộ Công an"),
            Map.entry("bo-cong-thuong", "Bộ Công Thương"),
            Map.entry("bo-dan-toc-ton-giao", "Bộ Dân tộc và Tôn giáo"),
            Map.entry("bo-giao-duc-dao-tao", "Bộ Giáo dục và Đào tạo"),
            Map.entry("bo-khoa-hoc-cong-nghe", "Bộ Khoa học và Công nghệ"),
            Map.entry("bo-ngoai-giao", "Bộ Ngoại giao"),
            Map.entry("bo-noi-vu", "Bộ Nội vụ"),
            Map.entry("bo-nong-nghiep-mt", "Bộ Nông nghiệp và Môi trường"),
            Map.entry("bo-quoc-phong", "Bộ Quốc phòng"),
            Map.entry("bo-tai-chinh", "Bộ Tài chính"),
            Map.entry("bo-tu-phap", "Bộ Tư pháp"),
            Map.entry("bo-van-hoa-the-thao-du-lich", "Bộ Văn hóa, Thể thao và Du lịch"),
            Map.entry("bo-xay-dung", "Bộ Xây dựng"),
            Map.entry("bo-y-te", "Bộ Y tế"),
            Map.entry("ngan-hang-nha-nuoc", "Ngân hàng Nhà nước Việt Nam"),
            Map.entry("thanh-tra-chinh-phu", "Thanh tra Chính phủ"),
            Map.entry("toa-an-nhan-dan", "Tòa án nhân dân tối cao"));

    private static final int MOST_COPIES = 100;

    private PortalShape() {}

    static boolean fits(JsonNode row) {
        return row.has("code") || row.has("title");
    }

    static Announced read(JsonNode row) {
        String laws = text(row, "legal_raw");
        var levels = new ArrayList<String>();
        for (JsonNode level : list(row, "levels")) {
            if (!level.isString()) {
                throw new Announced.WrongType("levels");
            }
            levels.add(level.asString());
        }
        String folder = text(row, "ministry_folder");
        return new Announced(
                text(row, "code").strip(),
                text(row, "title"),
                text(row, "decision"),
                FOLDERS.getOrDefault(folder, ""),
                levels,
                text(row, "field"),
                text(row, "audience_raw"),
                text(row, "competent_authority"),
                text(row, "receive_address"),
                text(row, "delegated"),
                text(row, "coordinating"),
                text(row, "performing_agency"),
                text(row, "related"),
                text(row, "steps"),
                objects(row, "channels").stream().map(PortalShape::way).toList(),
                objects(row, "documents").stream().map(PortalShape::paper).toList(),
                text(row, "requirements"),
                objects(row, "results").stream()
                        .map(result -> new Announced.Result(text(result, "code"), text(result, "name")))
                        .toList(),
                laws(laws),
                !laws.isBlank(),
                text(row, "keywords"),
                text(row, "url"));
    }

    private static Announced.Way way(JsonNode way) {
        return new Announced.Way(
                text(way, "channel"),
                text(way, "time"),
                text(way, "unit"),
                text(way, "fee"),
                way.path("fee_stated").asBoolean(true),
                way.path("ambiguous").asBoolean(false),
                text(way, "note"));
    }

    private static Announced.Line paper(JsonNode paper) {
        return new Announced.Line(
                text(paper, "group"),
                text(paper, "name"),
                text(paper, "form_file"),
                count(paper, "originals"),
                count(paper, "certified"),
                count(paper, "copies"));
    }

    /// A number that no list of papers has (a year glued to a count) is unreadable.
    ///
    /// @throws Announced.WrongType when it is no whole number
    static int count(JsonNode paper, String key) {
        JsonNode node = paper.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber()) {
            throw new Announced.WrongType(key);
        }
        boolean readable = node.canConvertToInt() && node.asInt() >= 0 && node.asInt() <= MOST_COPIES;
        return readable ? node.asInt() : Paper.UNREADABLE;
    }

    /// Titles and numbers stand in one text without a separator, each title before its number: the text is cut after
    /// every number. A number inside a title is followed by more of that title, so it counts as
    /// an end when what follows it begins like a title, or when nothing follows.
    static List<Announced.Law> laws(String glued) {
        var all = new ArrayList<Announced.Law>();
        Matcher number = LAW.matcher(glued);
        int from = 0;
        while (number.find()) {
            int end = number.end();
            // A sign that is not on the list has swallowed the capital with which the next title begins.
            if (end < glued.length() && Character.isLowerCase(glued.charAt(end))) {
                end--;
            }
            boolean ends = end == glued.length()
                    || Character.isUpperCase(glued.charAt(end))
                    || Character.isDigit(glued.charAt(end));
            boolean glue = number.start() > from && !Character.isWhitespace(glued.charAt(number.start() - 1));
            if ((ends && glue) || end == glued.length()) {
                all.add(new Announced.Law(
                        glued.substring(number.start(), end),
                        glued.substring(from, number.start()).strip()));
                from = end;
            }
        }
        String rest = glued.substring(from).strip();
        if (!rest.isEmpty()) {
            all.add(new Announced.Law("", rest));
        }
        return all;
    }
}
