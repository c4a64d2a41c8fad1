package org.phigiay.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What tells variants of one matter apart: the act in a title ("cấp lại", "gia hạn") and the conditions it states
/// ("có yếu tố nước ngoài"). A variant whose act or condition nobody asked for comes after the plain one.
///
/// Data: `vocabulary/acts.txt`, `vocabulary/conditions.txt`.
final class Rules {

    private static final int BEGINNING = 14;
    private static final int HEAD = 34;
    private static final double NOT_ASKED = 0.8;
    private static final double OTHER_ACT = 0.7;
    private static final double NO_ACT = 0.88;
    private static final double SAME_ACT = 1.1;

    private final List<Act> acts = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    private record Act(String name, List<Part> inTitle, List<Part> asked) {}

    private record Condition(double factor, List<Part> inTitle, List<Part> asked) {}

    Rules() {
        for (String line : VocabularyFiles.lines("acts")) {
            String[] parts = line.split("\\|", 3);
            acts.add(new Act(parts[0].strip(), phrases(parts[1]), phrases(parts[2])));
        }
        for (String line : VocabularyFiles.lines("conditions")) {
            String[] parts = line.split("\\|", 3);
            conditions.add(new Condition(Double.parseDouble(parts[0].strip()), phrases(parts[1]), phrases(parts[2])));
        }
    }

    /// The acts at the beginning of a title.
    Set<String> actsIn(List<String> title) {
        List<String> beginning = title.subList(0, Math.min(BEGINNING, title.size()));
        var found = new HashSet<String>();
        for (Act act : acts) {
            if (act.inTitle().stream().anyMatch(phrase -> contains(beginning, phrase))) {
                found.add(act.name());
            }
        }
        return found;
    }

    /// The numbers of the conditions a title states.
    List<Integer> conditionsIn(List<String> whole) {
        // A long title enumerates; what stands far behind is one case of many.
        List<String> title = whole.subList(0, Math.min(HEAD, whole.size()));
        var found = new ArrayList<Integer>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).inTitle().stream().anyMatch(phrase -> contains(title, phrase))) {
                found.add(i);
            }
        }
        return found;
    }

    /// The acts a question asks for, by its words and by what they stand for.
    Set<String> actsAsked(Question question) {
        List<Heard> heard = heard(question);
        var found = new HashSet<String>();
        for (Act act : acts) {
            boolean said = act.asked().stream().anyMatch(phrase -> says(heard, phrase))
                    || act.inTitle().stream().anyMatch(phrase -> says(heard, phrase));
            boolean meant = question.meanings().stream()
                    .filter(meaning -> meaning.weight() >= 0.5)
                    .anyMatch(meaning -> act.inTitle().stream()
                            .anyMatch(phrase -> contains(meaning.target().keys(), phrase)));
            if (said || meant) {
                found.add(act.name());
            }
        }
        return found;
    }

    /// The numbers of the conditions a question states.
    Set<Integer> conditionsAsked(Question question) {
        List<Heard> heard = heard(question);
        var found = new HashSet<Integer>();
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            boolean said = condition.asked().stream().anyMatch(phrase -> says(heard, phrase))
                    || condition.inTitle().stream().anyMatch(phrase -> says(heard, phrase));
            boolean meant = question.meanings().stream()
                    .filter(meaning -> meaning.weight() >= 0.5)
                    .anyMatch(meaning -> condition.inTitle().stream()
                            .anyMatch(phrase -> contains(meaning.target().keys(), phrase)));
            if (said || meant) {
                found.add(i);
            }
        }
        return found;
    }

    /// How well a procedure's act and conditions go with those asked for, around 1.
    double fit(Entry entry, Set<String> acts, Set<Integer> stated) {
        double fit = 1;
        if (acts.isEmpty()) {
            fit *= entry.acts().isEmpty() || entry.acts().contains("NEW") ? 1 : NOT_ASKED;
        } else if (entry.acts().stream().anyMatch(acts::contains)) {
            fit *= SAME_ACT;
        } else {
            fit *= entry.acts().isEmpty() || entry.acts().contains("NEW") ? NO_ACT : OTHER_ACT;
        }
        for (int condition : entry.conditions()) {
            if (!stated.contains(condition)) {
                fit *= conditions.get(condition).factor();
            }
        }
        return fit;
    }

    private static List<Part> phrases(String text) {
        var phrases = new ArrayList<Part>();
        for (String phrase : text.split(",", -1)) {
            List<String> keys = Syllables.of(phrase);
            if (!keys.isEmpty()) {
                phrases.add(Part.of(keys));
            }
        }
        return phrases;
    }

    private static boolean contains(List<String> keys, Part phrase) {
        int size = phrase.size();
        for (int i = 0; i + size <= keys.size(); i++) {
            if (keys.get(i).equals(phrase.keys().getFirst())
                    && keys.subList(i, i + size).equals(phrase.keys())) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(List<Heard> heard, Part phrase) {
        return heard.stream().anyMatch(each -> each.says(phrase));
    }

    private static List<Heard> heard(Question question) {
        return List.of(new Heard(question.read(), word -> false), new Heard(question.asked(), word -> false));
    }
}
