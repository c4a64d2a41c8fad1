package org.phigiay.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the identity provider says about a person, under our names. vn-law.md section 12 lists the provider's.
///
/// @param personalNumber 12 digits: the person is matched by it and by nothing else
/// @param name as on the identity card
/// @param accountKind `LoaiTaiKhoan`; `1` is a citizen
/// @param externalId `TechID`, the provider's own name for the account
/// @param email may be absent, and is never an identity
public record Claims(
        String personalNumber,
        String name,
        @Nullable String accountKind,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address) {

    /// The provider said too little to know the person by.
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String what) {
            super(what, null, false, false);
        }
    }

    /// Names of the provider's claims; a provider that uses others is a matter of settings (`phigiay.oidc.claims.*`).
    ///
    /// @param birthDate a date as `yyyyMMdd`
    public record Names(
            @DefaultValue("SoDinhDanh") String personalNumber,
            @DefaultValue("HoVaTen") String name,
            @DefaultValue("LoaiTaiKhoan") String accountKind,
            @DefaultValue("NgayThangNamSinh") String birthDate,
            @DefaultValue("GioiTinh") String sex,
            @DefaultValue("TechID") String externalId,
            @DefaultValue("email") String email,
            @DefaultValue("phone_number") String phone,
            @DefaultValue("DiaChi") String address) {

        public static final Names NATIONAL = new Names(
                "SoDinhDanh",
                "HoVaTen",
                "LoaiTaiKhoan",
                "NgayThangNamSinh",
                "GioiTinh",
                "TechID",
                "email",
                "phone_number",
                "DiaChi");
    }

    /// Reads the provider's claims.
    ///
    /// @throws Unusable when there is no 12-digit personal number, no name, or the account is no citizen's
    public static Claims read(Map<String, Object> said, Names names) {
        String number = text(said, names.personalNumber());
        if (number == null || !number.matches("\\d{12}")) {
            throw new Unusable("no personal number of 12 digits");
        }
        String name = text(said, names.name());
        if (name == null) {
            throw new Unusable("no name");
        }
        String kind = text(said, names.accountKind());
        if (kind != null && !kind.equals("1")) {
            throw new Unusable("not the account of a citizen");
        }
        return new Claims(
                number,
                name,
                kind,
                date(text(said, names.birthDate())),
                sex(text(said, names.sex()), number),
                text(said, names.externalId()),
                text(said, names.email()),
                text(said, names.phone()),
                text(said, names.address()));
    }

    private static @Nullable String text(Map<String, Object> said, String name) {
        Object value = said.get(name);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// The provider need not say the sex: the fourth digit of the personal number does (Decree 137/2015/NĐ-CP, Art.
    /// 13).
    private static Sex sex(@Nullable String said, String number) {
        if (said != null) {
            return said.equalsIgnoreCase("Nữ") || said.equalsIgnoreCase("female") ? Sex.FEMALE : Sex.MALE;
        }
        return (number.charAt(3) - '0') % 2 == 1 ? Sex.FEMALE : Sex.MALE;
    }
}
