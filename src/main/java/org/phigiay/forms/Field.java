package org.phigiay.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Ô: one thing asked for.
///
/// @param id its name in the answers
/// @param label a short noun for summaries and error messages; the label of the input when its page has several fields
/// @param type what it takes
/// @param optional whether it may stay empty; everything else must be answered once it is asked
/// @param min least length of a text, least value of a number
/// @param max greatest length of a text, greatest value of a number
/// @param notFuture for a date: the day must have come
/// @param component for a file: the procedure's component it stands for
/// @param list name of a fixed list of choices (`ethnicities`), instead of `choices`
/// @param words words that may not occur in a text, in whatever case
public record Field(
        String id,
        FieldType type,
        Bilingual label,
        @Nullable Bilingual hint,
        boolean optional,
        @Nullable Long min,
        @Nullable Long max,
        boolean notFuture,
        @Nullable String component,
        @Nullable String list,
        List<Choice> choices,
        List<String> words,
        @Nullable Example example,
        @Nullable Prefill prefill) {

    @SuppressWarnings("NullAway") // Jackson passes null for lists that are not there
    public Field {
        choices = list != null ? FixedLists.of(list) : choices == null ? List.of() : List.copyOf(choices);
        words = words == null ? List.of() : List.copyOf(words);
        if (type == FieldType.FILE && component == null) {
            throw new IllegalArgumentException("A file must name its component: " + id);
        }
        if ((type == FieldType.CHOICE || type == FieldType.CHOICES) && choices.isEmpty()) {
            throw new IllegalArgumentException("A choice needs choices: " + id);
        }
    }

    /// The choice with this value.
    public Optional<Choice> choice(String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }
}
