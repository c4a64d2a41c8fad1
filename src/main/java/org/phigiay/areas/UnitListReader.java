package org.phigiay.areas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.UnitList.Became;
import org.phigiay.areas.UnitList.Kind;
import org.phigiay.areas.UnitList.OldUnit;
import org.phigiay.areas.UnitList.Unit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of units or of changes. It is taken whole or not at all: everything wrong is collected and told, each
/// with its entry.
///
/// Three formats: an array of provinces with `Wards`; `{"data": [{"level1_id", "splits", "level3s": [{"splits"}]}]}`;
/// `{"data": [{"level1_id", "merges", "level2s": [{"merges"}]}]}`.
final class UnitListReader {

    private static final long BIGGEST = 64L << 20;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_TOLD = 200;
    // The day from which there are two levels, and of which the lists of changes speak unless their name has another.
    private static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern DISTRICT = Pattern.compile("\\d{3}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    private static final Pattern OLD = Pattern.compile("\\d{2}|\\d{3}|\\d{5}");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFD]");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, OldUnit> oldUnits = new HashMap<>();
    private final List<Became> became = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int composed;

    private UnitListReader(String source) {
        this.source = source;
    }

    /// @param today the day of a list of units whose name has none
    static UnitList read(Path file, LocalDate today) throws UnusableList {
        var reader = new UnitListReader(String.valueOf(file.getFileName()));
        JsonNode root = reader.parse(reader.text(file));
        LocalDate named = reader.day();
        if (root.isArray()) {
            root.forEach(reader::province);
            return reader.list(Kind.UNITS, named == null ? today : named);
        }
        JsonNode data = root.path("data");
        boolean splits =
                data.isArray() && data.valueStream().anyMatch(each -> each.has("splits") || each.has("level3s"));
        boolean merges = data.isArray() && data.valueStream().anyMatch(each -> each.has("merges"));
        if (splits == merges) {
            throw UnusableList.foreign("this is no list of units, of splits or of merges");
        }
        if (splits) {
            data.forEach(reader::splits);
        } else {
            data.forEach(reader::merges);
        }
        return reader.list(splits ? Kind.SPLITS : Kind.MERGES, named == null ? TWO_LEVELS : named);
    }

    private UnitList list(Kind kind, LocalDate asOf) throws UnusableList {
        if (reasons.isEmpty() && units.isEmpty() && became.isEmpty()) {
            reasons.add("there is no entry in it");
        }
        if (!reasons.isEmpty()) {
            throw UnusableList.because(reasons);
        }
        if (composed > 0) {
            warnings.add(composed + " names had letters and marks apart and are kept composed (NFC)");
        }
        return new UnitList(kind, asOf, source, units, List.copyOf(oldUnits.values()), became, warnings);
    }

    private String text(Path file) throws UnusableList {
        try {
            long size = Files.size(file);
            if (size > BIGGEST) {
                throw UnusableList.because(
                        "the file has " + (size >> 20) + " MB; a list of units has at most " + (BIGGEST >> 20));
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer chars = CharBuffer.allocate(bytes.remaining());
            CoderResult result = decoder.decode(bytes, chars, true);
            chars.flip();
            String text = chars.toString();
            if (result.isError()) {
                long line = text.chars().filter(c -> c == '\n').count() + 1;
                throw UnusableList.because(
                        "line " + line + ": this is not UTF-8; save the file as UTF-8 and try again");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw UnusableList.because("the file cannot be read: " + e.getMessage());
        }
    }

    private JsonNode parse(String text) throws UnusableList {
        if (text.isBlank()) {
            throw UnusableList.because("the file is empty");
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw UnusableList.because(where + e.getOriginalMessage());
        }
    }

    private @Nullable LocalDate day() throws UnusableList {
        Matcher day = DAY.matcher(source);
        if (!day.find()) {
            return null;
        }
        try {
            return LocalDate.parse(day.group());
        } catch (DateTimeException e) {
            throw UnusableList.because("the name of the file speaks of a day that does not exist: " + day.group());
        }
    }

    // --- The units of a day -------------------------------------------------------------------------------------

    private void province(JsonNode entry) {
        String code = code(entry, "Code", PROVINCE, "province");
        unit(code, null, entry, "province " + code);
        JsonNode wards = entry.path("Wards");
        if (!wards.isArray() || wards.isEmpty()) {
            wrong("province " + code + ": has no list of communes");
        }
        for (JsonNode ward : wards) {
            String commune = code(ward, "Code", COMMUNE, "commune of province " + code);
            String stated = ward.path("ProvinceCode").asString(code);
            if (!stated.equals(code)) {
                wrong("commune " + commune + ": stands under province " + code + " and says it belongs to " + stated);
            }
            unit(commune, code, ward, "commune " + commune);
        }
    }

    private void unit(String code, @Nullable String province, JsonNode entry, String what) {
        once(code, what);
        String name = name(entry, "FullName", what);
        String english = entry.path("FullNameEn").asString("").strip();
        units.add(new Unit(code, province, name, english.isEmpty() ? name : english));
    }

    // --- What became of old units ---------------------------------------------------------------------------------

    private void splits(JsonNode entry) {
        String province = old(entry, "level1_id", PROVINCE, null, "old province", PROVINCE);
        String of = " of province " + province;
        for (JsonNode district : entry.path("level2s")) {
            String _ = old(district, "level2_id", DISTRICT, province, "old district" + of, COMMUNE);
        }
        for (JsonNode commune : listIn(entry, "level3s", "old province " + province)) {
            String _ = old(commune, "level3_id", COMMUNE, province, "old commune" + of, COMMUNE);
        }
    }

    private String old(
            JsonNode entry, String id, Pattern shape, @Nullable String province, String what, Pattern shapeNow) {
        String code = code(entry, id, shape, what);
        String which = "old unit " + code;
        once(code, which);
        oldUnits.put(code, new OldUnit(code, province, name(entry, "name", which)));
        var targets = new HashSet<String>();
        for (JsonNode target : listIn(entry, "splits", which)) {
            String now = code(target, "new_id", shapeNow, "what " + which + " became");
            if (!targets.add(now)) {
                wrong(which + ": names the new unit " + now + " twice");
            }
            became.add(new Became(code, now, name(target, "name", which + " became " + now), null));
        }
        return code;
    }

    private void merges(JsonNode entry) {
        String province = made(entry, "level1_id", PROVINCE, "new province");
        for (JsonNode commune : listIn(entry, "level2s", "new province " + province)) {
            String _ = made(commune, "level2_id", COMMUNE, "new commune of province " + province);
        }
    }

    private String made(JsonNode entry, String id, Pattern shape, String what) {
        String code = code(entry, id, shape, what);
        String which = "new unit " + code;
        once(code, which);
        String name = name(entry, "name", which);
        var sources = new HashSet<String>();
        for (JsonNode from : listIn(entry, "merges", which)) {
            String old = code(from, "old_id", OLD, "what " + which + " was made of");
            if (!sources.add(old)) {
                wrong(which + ": names the old unit " + old + " twice");
            }
            String oldName = name(from, "name", "old unit " + old);
            OldUnit known = oldUnits.putIfAbsent(old, new OldUnit(old, null, oldName));
            if (known != null && !AreaName.same(known.name(), oldName)) {
                warnings.add("old unit " + old + " is called " + known.name() + " and " + oldName);
            }
            String type = from.path("type").asString("");
            if (!type.equals("full") && !type.equals("partial")) {
                wrong(which + ": of old unit " + old + " it says “" + shortened(type) + "”, neither full nor partial");
            }
            became.add(new Became(old, code, name, type.equals("full")));
        }
        return code;
    }

    // --- Pieces ---------------------------------------------------------------------------------------------------

    private JsonNode listIn(JsonNode entry, String field, String what) {
        JsonNode list = entry.path(field);
        if (!list.isArray() || list.isEmpty()) {
            wrong(what + ": “" + field + "” is missing or empty");
        }
        return list;
    }

    private String code(JsonNode entry, String field, Pattern shape, String what) {
        JsonNode code = entry.path(field);
        String text = code.isString() ? code.asString() : "";
        if (!shape.matcher(text).matches()) {
            wrong(what + " at entry " + (seen.size() + 1) + ": “" + field + "” is "
                    + (code.isMissingNode() ? "missing" : "“" + shortened(code.asString("?")) + "”, no code"));
        }
        return text;
    }

    private void once(String code, String what) {
        if (!code.isEmpty() && !seen.add(code)) {
            wrong(what + ": stands in the list twice");
        }
    }

    private String name(JsonNode entry, String field, String what) {
        JsonNode name = entry.path(field);
        String given = name.isString() ? name.asString().strip() : "";
        if (given.isEmpty()
                || given.length() > LONGEST_NAME
                || UNSEEN.matcher(given).find()) {
            wrong(what + ": “" + field + "” "
                    + (given.isEmpty()
                            ? "is missing"
                            : given.length() > LONGEST_NAME ? "is too long" : "has signs that cannot be seen"));
            return "?";
        }
        String kept = Normalizer.normalize(given, Normalizer.Form.NFC);
        if (!kept.equals(given)) {
            composed++;
        }
        if (Character.isLowerCase(kept.codePointAt(0))) {
            warnings.add(what + ": the name begins with a small letter: " + kept);
        }
        return kept;
    }

    private void wrong(String reason) {
        if (reasons.size() < MOST_TOLD) {
            reasons.add(reason);
        }
    }

    private static String shortened(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("?");
        return seen.length() <= 40 ? seen : seen.substring(0, 40) + "…";
    }
}
