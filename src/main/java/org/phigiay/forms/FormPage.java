package org.phigiay.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.JsonNode;

/// Câu hỏi: one page of a form, which asks one thing.
///
/// @param id last part of the page's address, e.g. `ngay-sinh`; `thanh-vien~2` for the second item of a list
/// @param section id of the [Section] it is listed under
/// @param title the question, heading of the page
/// @param note a sentence worth reading before answering
/// @param why why it is asked
/// @param readers who will see the answers, when it is not simply the desk and whoever works on the dossier
/// @param showIf the page is asked only when all of these hold
/// @param each id of an earlier list: the page is asked once for every item of it
/// @param fields at least one; a person is taken apart into leaf fields
/// @param item which item of which list this page is for; made by the program
public record FormPage(
        String id,
        String section,
        Bilingual title,
        @Nullable Bilingual hint,
        @Nullable Bilingual note,
        @Nullable WhyWeAsk why,
        @Nullable Bilingual readers,
        List<Condition> showIf,
        @Nullable String each,
        List<Field> fields,
        @Nullable Item item) {

    /// Stands between the page's own id and the number of the item, counted from 1.
    static final String ITEM = "~";

    /// @param index from 0
    public record Item(String list, int index) {}

    @SuppressWarnings("NullAway") // Jackson passes null for a list that is not there
    public FormPage {
        showIf = showIf == null ? List.of() : List.copyOf(showIf);
        fields = fields == null ? List.of() : PersonPart.expanded(fields);
    }

    /// Whether these answers lead to the page.
    public boolean asked(JsonNode answers) {
        return Condition.allHold(showIf, answers)
                && (item == null || Answers.at(answers, item.list()).size() >= item.index());
    }

    /// Whether the page asks for that leaf field.
    public boolean has(String field) {
        return fields.stream().anyMatch(each -> each.id().equals(field));
    }

    /// The list that stands alone on this page.
    public Optional<Field> list() {
        return fields.stream().filter(field -> field.type() == FieldType.LIST).findFirst();
    }

    /// The id without the number of an item.
    public String baseId() {
        int at = id.indexOf(ITEM);
        return at < 0 ? id : id.substring(0, at);
    }

    /// This page for one item of a list: what the list asks, or what a page for each item asks.
    ///
    /// @param index from 0
    FormPage of(Field list, int index) {
        String place = list.id() + "." + index + ".";
        UnaryOperator<String> path = name -> name.startsWith(list.id() + ".")
                ? place + name.substring(list.id().length() + 1)
                : name;
        boolean own = each == null;
        List<Field> asked = own ? list.fields() : fields;
        Bilingual one = list.item() == null ? list.label() : list.item();
        return new FormPage(
                id + ITEM + (index + 1),
                section,
                own
                        ? new Bilingual(upper(one.vi()) + " thứ " + (index + 1), upper(one.en()) + " " + (index + 1))
                        : new Bilingual(
                                title.vi() + " (" + one.vi() + " " + (index + 1) + ")",
                                title.en() + " (" + one.en() + " " + (index + 1) + ")"),
                hint,
                note,
                why,
                readers,
                showIf.stream()
                        .map(condition -> condition.on(path.apply(condition.field())))
                        .toList(),
                null,
                asked.stream()
                        .map(field -> field.moved(
                                place + field.id(),
                                name -> name.startsWith(list.id() + ".")
                                        ? path.apply(name)
                                        : field.group() != null
                                                        && name.equals(
                                                                field.group().id())
                                                ? place + name
                                                : name))
                        .toList(),
                new Item(list.id(), index));
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
