package org.phigiay.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Loại thông báo: what a person is told about a dossier or a question, each from one type of journal entry.
public enum NoticeKind {
    SUBMITTED("dossier.submitted"),
    /// Told to the applicant when somebody else filed, in place of [#SUBMITTED].
    SUBMITTED_FOR_YOU("dossier.submitted"),
    RECEIVED("dossier.received"),
    SUPPLEMENT_REQUESTED("dossier.supplement-requested"),
    REFUSED("dossier.refused"),
    ISSUED("dossier.issued"),
    HANDED_OVER("dossier.handed-over"),
    WITHDRAWN("dossier.withdrawn"),
    /// A further part of the filing could not be filed by itself.
    CHAIN_STOPPED("dossier.chain-stopped"),
    /// Told to whoever asked; about a question, not about a dossier.
    QUESTION_ANSWERED("question.answered"),
    /// Told to the agency's leaders, not to the applicant.
    RECEPTION_OVERDUE("dossier.reception-overdue");

    private final String entryType;

    NoticeKind(String entryType) {
        this.entryType = entryType;
    }

    /// What an entry of that type tells; empty when nobody is told of it.
    static Optional<NoticeKind> of(String entryType) {
        return Arrays.stream(values())
                .filter(kind -> kind.entryType.equals(entryType))
                .findFirst();
    }

    /// Whether it is told to officials about their work.
    public boolean forOfficials() {
        return this == RECEPTION_OVERDUE;
    }

    /// Whether the reader has to do something.
    public boolean asks() {
        return this == SUPPLEMENT_REQUESTED || this == CHAIN_STOPPED || this == RECEPTION_OVERDUE;
    }

    /// As it stands in keys of texts and in rows: `supplement-requested`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoticeKind parse(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
