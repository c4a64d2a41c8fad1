package org.phigiay.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// Times, money and numbers of papers as a person reads them.
public final class Stated {

    private Stated() {}

    /// "3 ngày làm việc", or that the announcement does not say.
    public static String term(@Nullable Term term, Texts texts) {
        return term == null
                ? texts.get("catalogue.unsaid")
                : texts.get("catalogue.term." + term.unit().apiName(), term.amount());
    }

    /// "10.000 đồng", "Miễn phí", or that the announcement does not say.
    public static String fee(@Nullable Fee fee, Texts texts) {
        if (fee == null) {
            return texts.get("catalogue.unsaid");
        }
        return fee.free() ? texts.get("catalogue.free") : amount(fee, texts);
    }

    static String amount(Fee fee, Texts texts) {
        String digits = String.format(Locale.ROOT, "%,d", fee.amount());
        return texts.get("catalogue.amount", texts.language() == Language.VI ? digits.replace(',', '.') : digits);
    }

    /// "1 bản chính, 2 bản sao"; empty when nothing is asked for.
    public static String counts(int originals, int certified, int copies, Texts texts) {
        var words = new StringBuilder();
        count(words, "originals", originals, texts);
        count(words, "certified", certified, texts);
        count(words, "copies", copies, texts);
        return words.toString();
    }

    private static void count(StringBuilder words, String kind, int amount, Texts texts) {
        if (amount > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(texts.get("catalogue.count." + kind, amount));
        }
    }
}
