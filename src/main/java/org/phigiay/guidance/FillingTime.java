package org.phigiay.guidance;

import org.phigiay.forms.Field;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;

/// Thời gian điền: about how many minutes a form takes, before anybody has measured it.
///
/// Reading a page takes 6 seconds and 1 second for each 4 tiếng on it; answering takes what [#seconds] says for each
/// kind of field; a page that only some answers lead to counts half; checking takes 4 seconds for each field asked of
/// everybody, and a minute to send. The sum is rounded up to whole minutes, from five on to a multiple of five.
public final class FillingTime {

    private static final int TURN_PAGE = 6;
    private static final int READ_PER_SECOND = 4;
    private static final int CHECK = 4;
    private static final int SEND = 60;

    private FillingTime() {}

    /// Minutes, at least one.
    public static int of(FormDefinition form) {
        double seconds = SEND;
        for (FormPage page : form.pages()) {
            double here = TURN_PAGE + (double) syllables(page) / READ_PER_SECOND;
            for (Field field : page.fields()) {
                here += seconds(field);
                // A list takes as long as what is asked for one item.
                here += field.fields().stream()
                        .mapToDouble(FillingTime::seconds)
                        .sum();
            }
            boolean sometimes = !page.showIf().isEmpty();
            seconds +=
                    sometimes ? here / 2 : here + (double) CHECK * page.fields().size();
        }
        return rounded((int) Math.ceil(seconds / 60));
    }

    /// How long one answer takes, in seconds; what the account fills in by itself is only looked at, and what may stay
    /// empty counts half.
    static double seconds(Field field) {
        if (field.prefill() != null) {
            return CHECK;
        }
        int whole = ofType(field.type());
        return field.optional() ? whole / 2.0 : whole;
    }

    private static int ofType(FieldType type) {
        return switch (type) {
            case YES_NO, DECLARATION -> 5;
            case CHOICE -> 8;
            case CHOICES -> 15;
            case NUMBER -> 10;
            case DATE, MONEY -> 15;
            case TEXT, PHONE -> 20;
            case EMAIL, TAX_CODE -> 25;
            case PERSONAL_NUMBER -> 30;
            case ADDRESS -> 40;
            case LONG_TEXT -> 90;
            case FILE -> 120;
            case CALCULATED, PERSON -> 2;
            case LIST -> 10;
        };
    }

    private static int syllables(FormPage page) {
        int count = Sentence.syllables(page.title().vi()).size();
        if (page.hint() != null) {
            count += Sentence.syllables(page.hint().vi()).size();
        }
        if (page.note() != null) {
            count += Sentence.syllables(page.note().vi()).size();
        }
        for (Field field : page.fields()) {
            count += Sentence.syllables(field.label().vi()).size();
        }
        return count;
    }

    private static int rounded(int minutes) {
        return minutes <= 5 ? Math.max(1, minutes) : (minutes + 4) / 5 * 5;
    }
}
