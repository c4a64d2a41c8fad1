package org.phigiay.identity.demo;

import static org.phigiay.identity.Sex.FEMALE;
import static org.phigiay.identity.Sex.MALE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Person;
import org.phigiay.identity.Sex;
import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Role;

/// The invented cast: one person for each role, in the demo, the tests and the documentation alike. Identity numbers
/// begin with 000, which no register gives out. The name of a constant, in lower case, is the name of its demo token.
public enum Cast {
    CITIZEN(11, "Nguyễn Thị Mai", FEMALE, "1994-03-14", "Số 12, thôn Đông, xã An Bình Mẫu"),
    NEIGHBOUR(12, "Trần Văn Hùng", MALE, "1988-09-02", "Số 14, thôn Đông, xã An Bình Mẫu"),
    DESK(21, "Lê Thị Hoa", FEMALE, "1991-06-20", "Thôn Đoài, xã An Bình Mẫu", "H99.01/mot-cua", Role.DESK),
    OFFICER(22, "Phạm Quốc Việt", MALE, "1985-11-08", "Thôn Đoài, xã An Bình Mẫu", "H99.01/ho-tich", Role.OFFICER),
    LEADER(23, "Đặng Minh Tâm", MALE, "1976-01-30", "Thôn Trung, xã An Bình Mẫu", "H99.01/lanh-dao", Role.LEADER),
    CLERK(24, "Vũ Thu Hà", FEMALE, "1989-04-17", "Thôn Trung, xã An Bình Mẫu", "H99.01/van-thu", Role.CLERK),
    INSPECTOR(
            25, "Hoàng Đức Long", MALE, "1979-12-05", "Thôn Trung, xã An Bình Mẫu", "H99.01/giam-sat", Role.INSPECTOR),
    ECONOMY(26, "Bùi Thanh Sơn", MALE, "1983-07-23", "Thôn Nam, xã An Bình Mẫu", "H99.01/kinh-te", Role.OFFICER),
    CATALOGUE(27, "Ngô Lan Anh", FEMALE, "1990-02-11", "Thôn Nam, xã An Bình Mẫu", "H99.01/danh-muc", Role.CATALOGUE),
    ADMINISTRATOR(
            28, "Đỗ Hải Nam", MALE, "1987-10-19", "Thôn Nam, xã An Bình Mẫu", "H99.01/quan-tri", Role.ADMINISTRATOR),
    DESK2(31, "Mai Văn Khoa", MALE, "1992-05-26", "Thôn Thượng, xã Hòa Lạc Mẫu", "H99.02/mot-cua", Role.DESK),
    OFFICER2(32, "Trịnh Thị Yến", FEMALE, "1986-08-09", "Thôn Thượng, xã Hòa Lạc Mẫu", "H99.02/ho-tich", Role.OFFICER),
    LEADER2(33, "Lý Công Thành", MALE, "1974-03-03", "Thôn Hạ, xã Hòa Lạc Mẫu", "H99.02/lanh-dao", Role.LEADER),
    CLERK2(34, "Cao Thị Ngân", FEMALE, "1993-09-28", "Thôn Hạ, xã Hòa Lạc Mẫu", "H99.02/van-thu", Role.CLERK),
    CATALOGUE2(35, "Phan Văn Lâm", MALE, "1984-12-24", "Thôn Hạ, xã Hòa Lạc Mẫu", "H99.02/danh-muc", Role.CATALOGUE),
    DESK3(41, "Hà Thị Nhung", FEMALE, "1990-10-05", "Số 3 đường Mẫu", "H99/mot-cua", Role.DESK),
    OFFICER3(42, "Tạ Văn Lộc", MALE, "1982-02-18", "Số 5 đường Mẫu", "H99/chuyen-vien", Role.OFFICER),
    LEADER3(43, "Quách Thị Dung", FEMALE, "1972-07-07", "Số 7 đường Mẫu", "H99/lanh-dao", Role.LEADER),
    CLERK3(44, "Nông Đức Trí", MALE, "1988-12-12", "Số 9 đường Mẫu", "H99/van-thu", Role.CLERK),
    /// Holds the account of the cooperative [#COOPERATIVE].
    COMPANY(51, "Hồ Văn Phúc", MALE, "1980-04-12", "Thôn Bắc, xã An Bình Mẫu");

    /// Tax code of the invented cooperative: its check digit agrees, and no register gives out such a number.
    public static final String COOPERATIVE_TAX_CODE = "0000000017";

    public static final String COOPERATIVE = "Hợp tác xã Nông sản An Bình Mẫu";

    private static final String PROVINCE = ", tỉnh Thử Nghiệm";

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable parts
    private final Person person;

    @SuppressWarnings("ImmutableEnumChecker") // a record of one text
    private final @Nullable PostCode post;

    private final @Nullable Role role;

    Cast(int number, String name, Sex sex, String birthDate, String address) {
        this(number, name, sex, birthDate, address, null, null);
    }

    Cast(
            int number,
            String name,
            Sex sex,
            String birthDate,
            String address,
            @Nullable String post,
            @Nullable Role role) {
        LocalDate born = LocalDate.parse(birthDate);
        String id = "000%d%02d%06d".formatted(sex == FEMALE ? 1 : 0, born.getYear() % 100, number);
        this.person = new Person(
                new PersonId(UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number))),
                name,
                id,
                born,
                sex,
                "0900 000 %03d".formatted(number),
                name().toLowerCase(Locale.ROOT) + "@example.vn",
                address + PROVINCE,
                "MAU-%06d".formatted(number));
        this.post = post == null ? null : new PostCode(post);
        this.role = role;
    }

    public Person person() {
        return person;
    }

    public PersonId id() {
        return person.id();
    }

    /// The name of the demo token: `citizen`, `desk2`.
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The post held in the demo; empty for a citizen.
    public Optional<PostCode> post() {
        return Optional.ofNullable(post);
    }

    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /// What the demo's sign-in page asks for and shows: there is nothing to protect.
    public String pin() {
        return person.personalNumber().substring(6);
    }

    /// The person as an actor over the API, not stepped up and with no purpose stated.
    public Actor actor() {
        return actor(null);
    }

    /// The person as an actor over the API who has just proved again who they are.
    public Actor actorSteppedUp(Instant at) {
        return actor(at);
    }

    /// Posts held beside the first one: a small commune has more posts than people, so one officer sees to several
    /// matters. The police's post is among them, so that matters of residence can be worked through in the demo.
    public List<PostCode> further() {
        List<String> names = switch (this) {
            case OFFICER -> List.of("cong-an", "van-hoa-xa-hoi");
            case ECONOMY -> List.of("dia-chinh");
            case OFFICER2 -> List.of("cong-an", "dia-chinh", "kinh-te", "van-hoa-xa-hoi");
            default -> List.of();
        };
        return post == null
                ? List.of()
                : names.stream()
                        .map(name -> new PostCode(post.agency().value() + "/" + name))
                        .toList();
    }

    private Actor actor(@Nullable Instant steppedUpAt) {
        List<Actor.Held> held = post == null || role == null
                ? List.of()
                : Stream.concat(Stream.of(post), further().stream())
                        .map(each -> new Actor.Held(each, each.agency(), unit(each), role))
                        .toList();
        return new Actor(person.id(), person.name(), held, Actor.Via.API, steppedUpAt, null);
    }

    private static String unit(PostCode post) {
        String name = post.value().substring(post.value().indexOf('/') + 1);
        String section = switch (name) {
            case "mot-cua" -> ".01";
            case "kinh-te", "dia-chinh" -> ".03";
            case "ho-tich" -> ".04";
            case "van-hoa-xa-hoi" -> ".05";
            case "cong-an" -> ".06";
            default -> ".02";
        };
        if (post.agency().value().equals("H99")) {
            return name.equals("mot-cua") ? "H99.00.01" : "H99.00.02";
        }
        return post.agency().value() + section;
    }

    public static Optional<Cast> named(String token) {
        return Arrays.stream(values())
                .filter(one -> one.token().equals(token.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Optional<Cast> numbered(String personalNumber) {
        return Arrays.stream(values())
                .filter(one -> one.person.personalNumber().equals(personalNumber))
                .findFirst();
    }
}
