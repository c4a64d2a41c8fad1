package org.phigiay.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.FeeKind;

/// Reads the announced times and fees. What cannot be read with certainty is left open and named; nothing is guessed.
final class MoneyAndTime {

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,3}(?:[.,]\\d{3})+|\\d+)\\s*(Việt Nam Đồng|VNĐ|VND|Đồng|đồng|đ|USD)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PREFIX = Pattern.compile("^(Phí|Lệ phí)\\s*:\\s*");
    private static final Pattern FREE =
            Pattern.compile("(?i)(miễn phí|(phí\\s*:\\s*)?(không|0)(\\s*đồng)?( \\(.*\\))?)");
    private static final Pattern IN_NOTE = Pattern.compile(
            "(\\d{1,3}(?:[.,]\\d{3})+|\\d{4,})\\s*(?:đồng|đ\\b|VNĐ|VND|vnđ|Đồng)", Pattern.UNICODE_CHARACTER_CLASS);

    /// Below this many đồng nothing is charged; such a number is thousands.
    private static final long SMALLEST_FEE = 1_000;

    private MoneyAndTime() {}

    static @Nullable Term term(Announced.Way way, List<Finding> findings) {
        String time = way.time().strip();
        if (way.doubtful()) {
            return null;
        }
        if (time.isEmpty()) {
            findings.add(new Finding(FindingKind.NO_TERM, way.channel()));
            return null;
        }
        if (!time.matches("\\d{1,9}")) {
            findings.add(new Finding(FindingKind.TERM_UNREADABLE, way.channel() + ": " + stated(way)));
            return null;
        }
        TermUnit unit = unit(way.unit().strip());
        if (unit == null) {
            findings.add(new Finding(FindingKind.TERM_WITHOUT_UNIT, way.channel() + ": " + stated(way)));
            return null;
        }
        int amount = Integer.parseInt(time);
        if (amount < 1 || amount > Term.LARGEST) {
            findings.add(new Finding(FindingKind.TERM_UNREADABLE, way.channel() + ": " + stated(way)));
            return null;
        }
        return new Term(amount, unit);
    }

    static @Nullable Fee fee(Announced.Way way, List<Finding> findings) {
        String fee = way.fee().strip();
        if (way.doubtful()) {
            findings.add(new Finding(FindingKind.TERM_OR_FEE, way.channel() + ": " + stated(way) + " " + fee));
            return null;
        }
        if (!way.feeStated() || fee.isEmpty()) {
            findings.add(new Finding(FindingKind.NO_FEE, way.channel()));
            return null;
        }
        FeeKind kind =
                (fee + " " + way.note()).toLowerCase(Locale.ROOT).contains("lệ phí") ? FeeKind.CHARGE : FeeKind.FEE;
        if (FREE.matcher(fee).matches()) {
            return checked(new Fee(0, kind), way, findings);
        }
        Set<Long> amounts = new LinkedHashSet<>();
        Matcher amount = AMOUNT.matcher(PREFIX.matcher(fee).replaceFirst(""));
        while (amount.find()) {
            if (amount.group(2).equals("USD")) {
                findings.add(new Finding(FindingKind.FEE_NOT_IN_DONG, way.channel() + ": " + fee));
                return null;
            }
            amounts.add(number(amount.group(1)));
        }
        if (amounts.size() != 1) {
            findings.add(new Finding(FindingKind.FEE_UNREADABLE, way.channel() + ": " + fee));
            return null;
        }
        long value = amounts.iterator().next();
        if (value > 0 && value < SMALLEST_FEE) {
            findings.add(new Finding(FindingKind.FEE_IN_THOUSANDS, way.channel() + ": " + fee + noted(way)));
            return null;
        }
        return checked(new Fee(value, kind), way, findings);
    }

    private static Fee checked(Fee fee, Announced.Way way, List<Finding> findings) {
        Set<Long> noted = amounts(way.note());
        if (!noted.isEmpty() && !noted.contains(fee.amount())) {
            findings.add(new Finding(
                    FindingKind.FEE_CONTRADICTS_NOTE,
                    way.channel() + ": " + way.fee().strip() + noted(way)));
        }
        return fee;
    }

    private static Set<Long> amounts(String note) {
        var all = new LinkedHashSet<Long>();
        Matcher amount = IN_NOTE.matcher(note);
        while (amount.find()) {
            all.add(number(amount.group(1)));
        }
        return all;
    }

    private static String noted(Announced.Way way) {
        var said = new ArrayList<String>();
        Matcher amount = IN_NOTE.matcher(way.note());
        while (amount.find()) {
            said.add(amount.group());
        }
        return said.isEmpty() ? "" : " ≠ " + String.join(", ", said);
    }

    /// Eighteen digits at most, as many as a column of money holds.
    private static long number(String digits) {
        String plain = digits.replaceAll("[.,]", "");
        return plain.length() > 18 ? Long.MAX_VALUE / 10 : Long.parseLong(plain);
    }

    private static String stated(Announced.Way way) {
        return (way.time() + " " + way.unit()).strip();
    }

    private static @Nullable TermUnit unit(String words) {
        return switch (words) {
            case "Ngày làm việc", "ngày làm việc" -> TermUnit.WORKING_DAY;
            case "Ngày", "ngày" -> TermUnit.DAY;
            case "Giờ", "giờ" -> TermUnit.HOUR;
            case "Tháng", "tháng" -> TermUnit.MONTH;
            default -> null;
        };
    }
}
