package org.phigiay.shared;

/// What a post is for. A right never belongs to a person: it belongs to the post the person holds now.
public enum Role {
    /// Bộ phận một cửa: receives, asks for supplements, refuses, hands over.
    DESK,
    /// Công chức thụ lý: verifies and drafts.
    OFFICER,
    /// Lãnh đạo: approves and signs.
    LEADER,
    /// Văn thư: numbers, puts the agency's signature, issues.
    CLERK,
    /// Quản trị danh mục thủ tục: proposes and publishes procedures.
    CATALOGUE,
    /// Quản trị kỹ thuật: runs the installation and has no right to read dossiers.
    ADMINISTRATOR,
    /// Thanh tra, giám sát: reads only, and says why.
    INSPECTOR
}
