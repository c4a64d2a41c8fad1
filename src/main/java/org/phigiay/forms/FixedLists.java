package org.phigiay.forms;

import java.util.List;
import java.util.stream.Stream;
import org.phigiay.shared.Bilingual;

/// Lists of choices that many forms share.
public final class FixedLists {

    private FixedLists() {}

    // The 54 peoples of Vietnam, Decision 121-TCTK/PPCĐ (2/3/1979); the value is the name itself, since registers store
    // it.
    private static final List<String> ETHNICITIES = List.of(
            "Kinh",
            "Tày",
            "Thái",
            "Mường",
            "Khmer",
            "Hoa",
            "Nùng",
            "Mông",
            "Dao",
            "Gia Rai",
            "Ê Đê",
            "Ba Na",
            "Sán Chay",
            "Chăm",
            "Cơ Ho",
            "Xơ Đăng",
            "Sán Dìu",
            "Hrê",
            "Ra Glai",
            "Mnông",
            "Thổ",
            "Xtiêng",
            "Khơ Mú",
            "Bru - Vân Kiều",
            "Cơ Tu",
            "Giáy",
            "Tà Ôi",
            "Mạ",
            "Giẻ - Triêng",
            "Co",
            "Chơ Ro",
            "Xinh Mun",
            "Hà Nhì",
            "Chu Ru",
            "Lào",
            "La Chí",
            "Kháng",
            "Phù Lá",
            "La Hủ",
            "La Ha",
            "Pà Thẻn",
            "Lự",
            "Ngái",
            "Chứt",
            "Lô Lô",
            "Mảng",
            "Cơ Lao",
            "Bố Y",
            "Cống",
            "Si La",
            "Pu Péo",
            "Rơ Măm",
            "Brâu",
            "Ơ Đu");

    private static final List<Choice> ETHNICITY_CHOICES = Stream.concat(
                    ETHNICITIES.stream().map(name -> choice(name, name, name)),
                    Stream.of(choice("other", "Dân tộc khác", "Another people")))
            .toList();

    private static final List<Choice> SEXES = List.of(choice("female", "Nữ", "Female"), choice("male", "Nam", "Male"));

    private static final List<Choice> NATIONALITIES =
            List.of(choice("VN", "Việt Nam", "Vietnamese"), choice("other", "Nước khác", "Another country"));

    /// @throws IllegalArgumentException when there is no such list
    public static List<Choice> of(String name) {
        return switch (name) {
            case "ethnicities" -> ETHNICITY_CHOICES;
            case "sexes" -> SEXES;
            case "nationalities" -> NATIONALITIES;
            default -> throw new IllegalArgumentException("No list is called " + name);
        };
    }

    private static Choice choice(String value, String vi, String en) {
        return new Choice(value, new Bilingual(vi, en), null, null);
    }
}
