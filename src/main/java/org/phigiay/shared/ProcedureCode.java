package org.phigiay.shared;

/// Mã thủ tục hành chính: the national code of an administrative procedure, such as `1.004873`.
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

    @Override
    public int compareTo(ProcedureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
