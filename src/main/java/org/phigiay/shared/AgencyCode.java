package org.phigiay.shared;

/// Mã định danh điện tử cơ quan: the electronic identifier of an agency, growing from left to right
/// (`H01.151` a commune, `H01.151.01` its one-stop centre). Decision 20/2020/QĐ-TTg as amended by 09/2025/QĐ-TTg.
public record AgencyCode(String value) implements Comparable<AgencyCode> {

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
