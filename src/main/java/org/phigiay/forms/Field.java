package org.phigiay.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Ô: one thing asked for.
///
/// @param id its name in the answers; a dotted path once a person or an item of a list is taken apart
/// @param label a short noun for summaries and error messages; the label of the input when its page has several fields;
///     of a person what follows "của", such as "mẹ"
/// @param type what it takes
/// @param optional whether it may stay empty; everything else must be answered once it is asked
/// @param min least length of a text, least value of a number, least items of a list
/// @param max greatest length of a text, greatest value of a number, most items of a list
/// @param notFuture for a date: the day must have come
/// @param component for a file: the procedure's component it stands for
/// @param list name of a fixed list of choices (`ethnicities`), instead of `choices`
/// @param words words that may not occur in a text, in whatever case
/// @param parts of a person: which facts are asked, see [PersonPart]
/// @param fixedSex of a person: `female` or `male` when the question says it
/// @param self of a person: filled from the account when these hold; null when it is never
/// @param item of a list: what one item is called
/// @param fields of a list: what is asked for each item
/// @param unit of a calculated value: `money` or `number`
/// @param formula of a calculated value
/// @param group the person this leaf field is a fact of; made by the program
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
        @Nullable Prefill prefill,
        List<String> parts,
        @Nullable String fixedSex,
        @Nullable List<Condition> self,
        @Nullable Bilingual item,
        List<Field> fields,
        @Nullable String unit,
        @Nullable Formula formula,
        @Nullable Group group) {

    /// A person among the questions.
    ///
    /// @param id its dotted path
    /// @param fixedSex as in the definition
    public record Group(
            String id, Bilingual label, @Nullable String fixedSex) {}

    @SuppressWarnings("NullAway") // Jackson passes null for lists that are not there
    public Field {
        choices = list != null ? FixedLists.of(list) : choices == null ? List.of() : List.copyOf(choices);
        words = words == null ? List.of() : List.copyOf(words);
        parts = parts == null ? List.of() : List.copyOf(parts);
        self = self == null ? null : List.copyOf(self);
        fields = fields == null ? List.of() : PersonPart.expanded(fields);
    }

    /// A leaf field made by the program.
    static Field leaf(
            String id,
            FieldType type,
            Bilingual label,
            boolean optional,
            @Nullable String list,
            @Nullable Example example,
            @Nullable Prefill prefill,
            Group group) {
        boolean name = type == FieldType.TEXT;
        return new Field(
                id,
                type,
                label,
                null,
                optional,
                name ? 2L : null,
                name ? 100L : null,
                type == FieldType.DATE,
                null,
                list,
                List.of(),
                List.of(),
                example,
                prefill,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                group);
    }

    /// The choice with this value.
    public Optional<Choice> choice(String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /// Least items of a list.
    public int least() {
        return FormDefinition.least(this);
    }

    /// Most items of a list.
    public int most() {
        return FormDefinition.most(this);
    }

    /// What one item of a list is called.
    public Bilingual one() {
        return item == null ? label : item;
    }

    /// Whether the person gives it, rather than the program.
    public boolean typed() {
        return type != FieldType.CALCULATED;
    }

    /// The same field elsewhere in the answers.
    ///
    /// @param path what becomes of every path the field names
    Field moved(String newId, UnaryOperator<String> path) {
        return new Field(
                newId,
                type,
                label,
                hint,
                optional,
                min,
                max,
                notFuture,
                component,
                list,
                choices,
                words,
                example,
                prefill == null ? null : prefill.moved(path),
                parts,
                fixedSex,
                self,
                item,
                fields,
                unit,
                formula,
                group == null ? null : new Group(path.apply(group.id()), group.label(), group.fixedSex()));
    }
}
