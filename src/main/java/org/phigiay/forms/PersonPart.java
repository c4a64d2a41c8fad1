package org.phigiay.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// A fact asked about a person, so that every form asks it in the same words, with the same example and the same check.
public enum PersonPart {
    NAME("name", FieldType.TEXT, "Họ, chữ đệm, tên", "Full name", AccountFact.NAME),
    PERSONAL_NUMBER(
            "personalNumber",
            FieldType.PERSONAL_NUMBER,
            "Số định danh cá nhân",
            "Personal number",
            AccountFact.PERSONAL_NUMBER),
    BIRTH_DATE("birthDate", FieldType.DATE, "Ngày sinh", "Date of birth", AccountFact.BIRTH_DATE),
    SEX("sex", FieldType.CHOICE, "Giới tính", "Sex", AccountFact.SEX),
    ETHNICITY("ethnicity", FieldType.CHOICE, "Dân tộc", "People", null),
    NATIONALITY("nationality", FieldType.TEXT, "Quốc tịch", "Nationality", null),
    ADDRESS("address", FieldType.ADDRESS, "Nơi cư trú", "Place of residence", AccountFact.ADDRESS),
    PHONE("phone", FieldType.PHONE, "Số điện thoại", "Telephone", AccountFact.PHONE),
    EMAIL("email", FieldType.EMAIL, "Thư điện tử", "E-mail", AccountFact.EMAIL);

    private final String id;
    private final FieldType type;
    private final String vietnamese;
    private final String english;
    private final @Nullable AccountFact fact;

    PersonPart(String id, FieldType type, String vietnamese, String english, @Nullable AccountFact fact) {
        this.id = id;
        this.type = type;
        this.vietnamese = vietnamese;
        this.english = english;
        this.fact = fact;
    }

    /// Its name in definitions and answers.
    public String id() {
        return id;
    }

    /// The part so called, with or without the `?` that makes it optional.
    public static Optional<PersonPart> named(String name) {
        String plain = name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
        return Arrays.stream(values()).filter(part -> part.id.equals(plain)).findFirst();
    }

    /// The fields with every person taken apart into leaf fields.
    static List<Field> expanded(List<Field> fields) {
        var leaves = new ArrayList<Field>();
        for (Field field : fields) {
            if (field.type() == FieldType.PERSON) {
                field.parts().forEach(name -> named(name).ifPresent(part -> leaves.add(part.leaf(field, name))));
            } else {
                leaves.add(field);
            }
        }
        return List.copyOf(leaves);
    }

    private Field leaf(Field person, String name) {
        var group = new Field.Group(person.id(), person.label(), person.fixedSex());
        Bilingual label = new Bilingual(
                vietnamese + " của " + person.label().vi(),
                english + " of " + person.label().en());
        String list = this == SEX ? "sexes" : this == ETHNICITY ? "ethnicities" : null;
        return Field.leaf(
                person.id() + "." + id, type, label, name.endsWith("?"), list, example(), prefill(person), group);
    }

    private @Nullable Prefill prefill(Field person) {
        if (this == NATIONALITY) {
            return Prefill.value("Việt Nam");
        }
        List<Condition> self = person.self();
        return self == null || fact == null ? null : Prefill.account(fact, self);
    }

    private @Nullable Example example() {
        return switch (this) {
            case NAME ->
                new Example(
                        "Nguyễn Thị Mai",
                        "mai",
                        new Bilingual(
                                "thiếu họ, không viết hoa chữ đầu", "the family name and the capitals are missing"));
            case PERSONAL_NUMBER ->
                new Example(
                        "000194000011",
                        "194000011",
                        new Bilingual(
                                "đây là số chứng minh cũ, chỉ có 9 số", "an old card's number has 9 digits only"));
            case PHONE ->
                new Example("0900 000 011", "900 000 011", new Bilingual("thiếu số 0 ở đầu", "the first 0 is missing"));
            case EMAIL -> new Example("mai@example.vn", "mai@", new Bilingual("thiếu phần sau @", "nothing after @"));
            case ADDRESS ->
                new Example(
                        "Thôn Đông, xã An Bình Mẫu, tỉnh Thử Nghiệm",
                        "Ở nhà ngoại",
                        new Bilingual("thiếu tên xã và tỉnh", "commune and province are missing"));
            case BIRTH_DATE, SEX, ETHNICITY, NATIONALITY -> null;
        };
    }
}
