package org.phigiay.areas;

import org.jspecify.annotations.Nullable;

/// Đơn vị hành chính: a province or a commune that exists today.
///
/// @param code two digits for a province, five for a commune, as Decision 19/2025/QĐ-TTg gives them
/// @param name with its kind, as the list in force writes it: "Phường Ba Đình"
/// @param englishName "Ba Dinh Ward"
/// @param province null for a province
public record Area(
        String code,
        String name,
        String englishName,
        @Nullable Area province) {

    public boolean isProvince() {
        return province == null;
    }

    /// @param language `vi` or `en`
    public String name(String language) {
        return language.startsWith("en") ? englishName : name;
    }

    /// Whether it lies in the province of that code.
    public boolean isIn(String provinceCode) {
        return province != null && province.code().equals(provinceCode);
    }

    /// The name and its province, as an address ends: "Phường Ba Đình, Thành phố Hà Nội".
    public String line() {
        return province == null ? name : name + ", " + province.name();
    }
}
