package org.phigiay.guidance.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Eligibility;
import org.phigiay.catalogue.Examples;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Mistake;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.ProposedText;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.VietnameseText;

/// Reads what an officer typed into the editor of guidance. Empty lines fall away; where there is no English text the
/// Vietnamese one stands for it.
public final class ProposalForm {

    /// Lines of one list that are read; nobody needs more.
    static final int MOST = 40;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
    private static final Pattern LINE = Pattern.compile("\\R");

    private final Map<String, String[]> fields;

    private ProposalForm(Map<String, String[]> fields) {
        this.fields = fields;
    }

    /// The words of a sent form.
    ///
    /// @param fields as the servlet gives them
    public static ProposedText read(Map<String, String[]> fields, Procedure procedure) {
        return new ProposalForm(fields).text(procedure);
    }

    private ProposedText text(Procedure procedure) {
        return new ProposedText(
                both("plainTitle"),
                new Guide(
                        both("who"),
                        both("papers"),
                        ProposedText.inForce(procedure).guide().declaration(),
                        texts("steps"),
                        texts("counter"),
                        texts("notes"),
                        LINE.splitAsStream(get("phrases"))
                                .map(String::strip)
                                .filter(phrase -> !phrase.isEmpty())
                                .distinct()
                                .toList(),
                        all(this::eligibility),
                        all(this::mistake),
                        examples(procedure)));
    }

    /// The texts of a list in the order of the numbers beside them.
    private List<Bilingual> texts(String list) {
        var numbered = new ArrayList<Map.Entry<Double, Bilingual>>();
        for (int i = 0; i < MOST; i++) {
            Bilingual text = both(list + "." + i);
            if (!empty(text)) {
                numbered.add(Map.entry(place(list + "." + i + ".at", i + 1), text));
            }
        }
        return numbered.stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private double place(String field, int otherwise) {
        try {
            double place = Double.parseDouble(get(field).replace(',', '.'));
            return Double.isFinite(place) ? place : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static <T> List<T> all(IntFunction<@Nullable T> one) {
        var all = new ArrayList<T>();
        for (int i = 0; i < MOST; i++) {
            T made = one.apply(i);
            if (made != null) {
                all.add(made);
            }
        }
        return all;
    }

    private @Nullable Eligibility eligibility(int i) {
        String row = "eligibility." + i;
        Bilingual question = both(row + ".question");
        Bilingual otherwise = both(row + ".otherwise");
        String href = get(row + ".href");
        return empty(question) && empty(otherwise) && href.isEmpty()
                ? null
                : new Eligibility(
                        question, !get(row + ".goesOn").equals("khong"), otherwise, href.isEmpty() ? null : href);
    }

    private @Nullable Mistake mistake(int i) {
        Bilingual wrong = both("mistakes." + i + ".wrong");
        Bilingual right = both("mistakes." + i + ".right");
        return empty(wrong) && empty(right) ? null : new Mistake(wrong, right);
    }

    private Map<String, Examples> examples(Procedure procedure) {
        var all = new HashMap<String, Examples>();
        for (Component component : procedure.components()) {
            Bilingual right = both("examples." + component.code() + ".right");
            Bilingual wrong = both("examples." + component.code() + ".wrong");
            if (!empty(right) || !empty(wrong)) {
                all.put(component.code(), new Examples(right, wrong));
            }
        }
        return all;
    }

    private static boolean empty(Bilingual text) {
        return text.vi().isEmpty() && text.en().isEmpty();
    }

    private Bilingual both(String field) {
        String vi = get(field + ".vi");
        String en = get(field + ".en");
        return new Bilingual(vi, en.isEmpty() ? vi : en);
    }

    /// The text of a field with composed letters, without control signs and outer spaces.
    private String get(String field) {
        String[] values = fields.get(field);
        String typed = values == null ? "" : Arrays.stream(values).findFirst().orElse("");
        String lines = LINE.matcher(VietnameseText.nfc(typed)).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("").strip();
    }
}
