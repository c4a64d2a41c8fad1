package org.phigiay.identity;

import static org.phigiay.identity.Right.About.AGENCY;
import static org.phigiay.identity.Right.About.DOSSIER;
import static org.phigiay.identity.Right.About.GENERAL;
import static org.phigiay.identity.Right.About.PERSON;
import static org.phigiay.identity.Right.Kind.ACT;
import static org.phigiay.identity.Right.Kind.LIST;
import static org.phigiay.identity.Right.Kind.LOOK;
import static org.phigiay.identity.Right.Kind.READ;
import static org.phigiay.identity.Right.Kind.SIGN;
import static org.phigiay.identity.Who.ADMINISTRATOR;
import static org.phigiay.identity.Who.ANYONE;
import static org.phigiay.identity.Who.APPLICANT;
import static org.phigiay.identity.Who.CATALOGUE;
import static org.phigiay.identity.Who.CLERK;
import static org.phigiay.identity.Who.DESK;
import static org.phigiay.identity.Who.FILER;
import static org.phigiay.identity.Who.GUEST;
import static org.phigiay.identity.Who.INSPECTOR;
import static org.phigiay.identity.Who.LEADER;
import static org.phigiay.identity.Who.OFFICER;
import static org.phigiay.identity.Who.REPRESENTATIVE;
import static org.phigiay.identity.Who.SIGNED_IN;
import static org.phigiay.identity.Who.TASK_HOLDER;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Quyền: everything that can be done or read in the system, and who may. This is the one table: [Access]
/// reads it,
/// docs/access-matrix.md is printed from it, and the tests try it cell by cell. What is not on a line is
/// refused.
///
/// The technical administrator stands on no line about dossiers (vn-law: no implicit right to read them);
/// nobody acts
/// by post on a matter of their own (Law 36/2018/QH14 on preventing corruption, conflict of interest).
public enum Right {
    // Public
    CATALOGUE_READ(LOOK, GENERAL, ANYONE),
    CALENDAR_READ(LOOK, GENERAL, ANYONE),
    NUMBERS_READ(LOOK, GENERAL, ANYONE),
    TRACK_READ(LOOK, GENERAL, ANYONE),
    RESULT_VERIFY(LOOK, GENERAL, ANYONE),

    // A person's own things
    FILE_DOSSIER(ACT, GENERAL, SIGNED_IN),
    FILE_UPLOAD(ACT, GENERAL, SIGNED_IN),
    OWN_DOSSIERS_LIST(LOOK, GENERAL, SIGNED_IN),
    OWN_RESULTS_LIST(LOOK, GENERAL, SIGNED_IN),
    DRAFT_READ(READ, PERSON, APPLICANT, GUEST),
    DRAFT_WRITE(ACT, PERSON, APPLICANT, GUEST),
    NOTICE_READ(READ, PERSON, APPLICANT),

    // Questions to officers
    QUESTION_ASK(ACT, GENERAL, SIGNED_IN),
    QUESTION_READ(READ, PERSON, APPLICANT),
    QUESTION_LIST(LIST, AGENCY, DESK, OFFICER),
    QUESTION_ANSWER(ACT, AGENCY, DESK, OFFICER),
    QUESTION_PUBLISH(ACT, GENERAL, CATALOGUE),

    // Dossiers
    DOSSIER_LIST(LIST, AGENCY, DESK, OFFICER, LEADER, CLERK, INSPECTOR),
    DOSSIER_READ(READ, DOSSIER, APPLICANT, FILER, REPRESENTATIVE, TASK_HOLDER, DESK, OFFICER, LEADER, CLERK, INSPECTOR),
    DOSSIER_ACTIONS(
            LOOK, DOSSIER, APPLICANT, FILER, REPRESENTATIVE, TASK_HOLDER, DESK, OFFICER, LEADER, CLERK, INSPECTOR),
    DOSSIER_READINGS(READ, DOSSIER, APPLICANT, REPRESENTATIVE, INSPECTOR),
    DOSSIER_RECEIVE(ACT, DOSSIER, DESK),
    DOSSIER_REQUEST_SUPPLEMENT(ACT, DOSSIER, DESK, TASK_HOLDER),
    DOSSIER_SUPPLEMENT(ACT, DOSSIER, APPLICANT, FILER, REPRESENTATIVE),
    DOSSIER_REFUSE(ACT, DOSSIER, DESK, TASK_HOLDER),
    DOSSIER_WITHDRAW(ACT, DOSSIER, APPLICANT, FILER, REPRESENTATIVE),
    DOSSIER_RATE(ACT, DOSSIER, APPLICANT, FILER, REPRESENTATIVE),
    FILE_READ(READ, DOSSIER, APPLICANT, FILER, REPRESENTATIVE, TASK_HOLDER, DESK, OFFICER, LEADER, CLERK, INSPECTOR),
    CONTACT_REVEAL(READ, DOSSIER, APPLICANT, FILER, REPRESENTATIVE, TASK_HOLDER, DESK),

    // Work on steps
    TASK_LIST(LIST, AGENCY, DESK, OFFICER, LEADER, CLERK),
    TASK_ASSIGN(ACT, DOSSIER, TASK_HOLDER, LEADER),
    TASK_COMPLETE(ACT, DOSSIER, TASK_HOLDER),
    TASK_RETURN(ACT, DOSSIER, TASK_HOLDER),

    // Results
    RESULT_SIGN(SIGN, DOSSIER, LEADER),
    RESULT_ISSUE(ACT, DOSSIER, CLERK),
    RESULT_HAND_OVER(ACT, DOSSIER, DESK),
    RESULT_READ(READ, DOSSIER, APPLICANT, FILER, REPRESENTATIVE, TASK_HOLDER, DESK, OFFICER, LEADER, CLERK, INSPECTOR),

    // Running the house
    CATALOGUE_PREPARE(ACT, GENERAL, CATALOGUE),
    CATALOGUE_PUBLISH(ACT, GENERAL, CATALOGUE),
    ORGANISATION_CHANGE(ACT, AGENCY, ADMINISTRATOR),
    POST_GIVE(ACT, AGENCY, ADMINISTRATOR),
    CALENDAR_CHANGE(ACT, AGENCY, ADMINISTRATOR);

    /// What a right does.
    public enum Kind {
        /// Changes something.
        ACT,
        /// Changes something and asks the person to prove again who they are.
        SIGN,
        /// Reads one person's data: an official needs a purpose, and the reading is noted.
        READ,
        /// Reads a list of an agency's matters: one note with its query; `process` unless an inspector asks.
        LIST,
        /// Reads nothing personal.
        LOOK
    }

    /// What a right is about, hence what the [Target] must say and whether a stranger may know that it exists.
    public enum About {
        /// No thing and no agency: a role held anywhere counts.
        GENERAL,
        /// An agency: everybody may know that it exists.
        AGENCY,
        /// What belongs to one person and no agency: for others it does not exist.
        PERSON,
        /// A dossier: for whoever may not read it, it does not exist.
        DOSSIER
    }

    private final Kind kind;
    private final About about;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<Who> who;

    Right(Kind kind, About about, Who... who) {
        this.kind = kind;
        this.about = about;
        this.who = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(who)));
    }

    public Kind kind() {
        return kind;
    }

    public About about() {
        return about;
    }

    /// Who may, in the order in which the answer is looked for; all others may not.
    public Set<Who> who() {
        return who;
    }

    /// Reads personal data, so that an official's reading has a purpose and leaves an entry in the journal.
    public boolean personal() {
        return kind == READ || kind == LIST;
    }
}
