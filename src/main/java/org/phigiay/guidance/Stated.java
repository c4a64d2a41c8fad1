package org.phigiay.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.Procedure;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// What a procedure states about time and money, in words, without pretending: a fee of "free" with a remark on fees
/// beside it, or of a few đồng, is not given out as a price.
public final class Stated {

    /// Nobody charges less than this; a smaller figure was typed in thousands.
    private static final long SMALLEST_FEE = 1_000;

    private Stated() {}

    /// The time, channel by channel where they differ; empty when the text states none.
    public static Optional<String> time(Procedure procedure, Texts texts) {
        return byChannel(procedure, texts, channel -> channel.term() == null ? null : term(channel.term(), texts));
    }

    /// The money, channel by channel where they differ; empty when the text states none that can be relied on.
    public static Optional<String> cost(Procedure procedure, Texts texts) {
        boolean ours =
                procedure.guidance() != null && !procedure.guidance().channels().isEmpty();
        return byChannel(procedure, texts, channel -> {
            Fee fee = channel.fee();
            return fee == null || (!ours && doubtful(channel)) ? null : fee(fee, texts);
        });
    }

    /// Whether a national text's fee cannot be taken at its word.
    public static boolean doubtful(Channel channel) {
        Fee fee = channel.fee();
        return fee != null && (fee.free() ? channel.note() != null : fee.amount() < SMALLEST_FEE);
    }

    public static String term(Term term, Texts texts) {
        return texts.get("catalogue.term." + term.unit().apiName(), term.amount());
    }

    public static String fee(Fee fee, Texts texts) {
        return fee.free() ? texts.get("catalogue.free") : texts.get("catalogue.amount", digits(fee.amount(), texts));
    }

    static String digits(long amount, Texts texts) {
        String digits = String.format(Locale.ROOT, "%,d", amount);
        return texts.language() == Language.VI ? digits.replace(',', '.') : digits;
    }

    private interface Words {
        @Nullable
        String of(Channel channel);
    }

    private static Optional<String> byChannel(Procedure procedure, Texts texts, Words words) {
        List<String> said = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (ChannelKind kind : List.of(ChannelKind.ONLINE, ChannelKind.DIRECT, ChannelKind.POST)) {
            String here = procedure.channel(kind).map(words::of).orElse(null);
            if (here != null) {
                said.add(here);
                named.add(texts.get("catalogue.channel." + kind) + ": " + here);
            }
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(said.stream().distinct().count() == 1 ? said.getFirst() : String.join("; ", named));
    }
}
