package org.phigiay.catalogue;

/// Cơ quan thực hiện: who does what in a procedure, in the announced words; empty where nothing is announced.
///
/// @param competent who decides (cơ quan có thẩm quyền)
/// @param receiving where dossiers are handed in (địa chỉ tiếp nhận)
/// @param delegated who may decide instead (cơ quan được ủy quyền)
/// @param coordinating who is asked (cơ quan phối hợp)
/// @param performing who does the work (cơ quan trực tiếp thực hiện)
/// @param related procedures that belong to it
public record Authorities(
        String competent, String receiving, String delegated, String coordinating, String performing, String related) {

    public static final Authorities UNSTATED = new Authorities("", "", "", "", "", "");
}
