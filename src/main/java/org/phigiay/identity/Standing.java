package org.phigiay.identity;

/// As what somebody holds an organisation's account.
public enum Standing {
    /// Chủ hộ kinh doanh: the owner of a household business.
    OWNER,
    /// Người đại diện theo pháp luật (Civil Code 91/2015/QH13, Art. 137).
    LEGAL_REPRESENTATIVE,
    /// Somebody on the staff to whom the organisation gave the account.
    STAFF
}
