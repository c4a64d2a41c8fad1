package org.phigiay.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.PersonalNumber;
import org.phigiay.forms.TaxCode;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.Body;
import org.phigiay.identity.Declarations;
import org.phigiay.identity.Declared;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.PersonId;
import org.springframework.stereotype.Component;

/// Judges for whom somebody says they file, and finds whose matter it then is. Nobody gains by naming somebody's
/// number: the answer is the same whether that number has an account here or not.
@Component
public class Parties {
    private static final int LONGEST = 200;
    private static final int OF_AGE = 18;
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final Bodies bodies;
    private final People people;
    private final Declarations declarations;

    Parties(Bodies bodies, People people, Declarations declarations) {
        this.bodies = bodies;
        this.people = people;
        this.declarations = declarations;
    }

    /// The ways in which this form may be filed: `self`, `guardian`, `authorised`, `authorised-body`, `organisation`.
    public static List<String> admitted(FormDefinition form) {
        List<String> admitted = new ArrayList<>(form.forWhom());
        if (admitted.contains("authorised") && admitted.contains("organisation")) {
            admitted.add(PartyTold.AUTHORISED_BODY);
        }
        return admitted;
    }

    /// Whose the dossier is.
    record Applicant(PersonId id, String name) {}

    /// Everything wrong with what was told, on `party.<field>` and `files.authority`; empty when it may be filed.
    ///
    /// @param components the components for which a file is there
    /// @param today the day on which it is judged, in Vietnam
    public List<FieldError> problems(
            Actor actor, FormDefinition form, PartyTold told, Collection<String> components, LocalDate today) {
        if (!admitted(form).contains(told.kind())) {
            return List.of(FieldError.of("party.kind", "dossiers.party.kind.missing"));
        }
        List<FieldError> errors = new ArrayList<>();
        switch (told.kind()) {
            case "guardian" -> {
                name(told, errors);
                born(told, today, errors);
                number(told, false, errors);
                care(told, today, errors);
                notOneself(actor, told, errors);
            }
            case "authorised" -> {
                name(told, errors);
                born(told, today, errors);
                number(told, true, errors);
                notOneself(actor, told, errors);
            }
            case PartyTold.AUTHORISED_BODY -> {
                name(told, errors);
                taxCode(told, errors);
            }
            case "organisation" -> {
                if (held(actor, told.taxCode()).isEmpty()) {
                    errors.add(FieldError.of("party.taxCode", "dossiers.party.not-holder"));
                }
            }
            default -> {}
        }
        if (told.authorised() && !components.contains(Paper.AUTHORITY)) {
            errors.add(FieldError.of("files." + Paper.AUTHORITY, "dossiers.party.authority.missing"));
        }
        return errors;
    }

    /// For whom it is, once there is nothing wrong with it; an organisation is called as it is registered.
    Party registered(Actor actor, PartyTold told) {
        return told.party() instanceof Party.AccountBody body
                ? held(actor, body.taxCode())
                        .map(known -> new Party.AccountBody(known.name(), known.taxCode()))
                        .orElse(body)
                : told.party();
    }

    /// The organisations for which this person may file.
    public List<Body> held(Actor actor) {
        return bodies.heldBy(actor.person());
    }

    /// Whose dossier it becomes. Called inside the verb that files it.
    Applicant applicant(Actor actor, Party party) {
        return switch (party) {
            case Party.Self _ -> new Applicant(actor.person(), actor.name());
            case Party.Ward ward ->
                declared(actor, Declared.person(ward.name(), ward.personalNumber(), ward.birthDate()));
            case Party.Principal principal ->
                declared(actor, Declared.person(principal.name(), principal.personalNumber(), principal.birthDate()));
            case Party.PrincipalBody body -> declared(actor, Declared.body(body.taxCode(), body.name()));
            case Party.AccountBody body -> {
                Body held = held(actor, body.taxCode())
                        .orElseThrow(() -> Invalid.of("party.taxCode", "dossiers.party.not-holder"));
                yield new Applicant(held.id(), held.name());
            }
        };
    }

    private Applicant declared(Actor actor, Declared told) {
        PersonId id = declarations.recognise(actor, told);
        if (id.equals(actor.person())) {
            throw Invalid.of("party.personalNumber", "dossiers.party.oneself");
        }
        return new Applicant(id, told.name());
    }

    private Optional<Body> held(Actor actor, String taxCode) {
        return held(actor).stream()
                .filter(body -> body.taxCode().equals(taxCode))
                .findFirst();
    }

    private static void name(PartyTold told, List<FieldError> errors) {
        if (told.name().isEmpty()) {
            errors.add(FieldError.of(
                    "party.name", told.body() ? "dossiers.party.body.missing" : "dossiers.party.name.missing"));
        } else if (told.name().length() > LONGEST
                || told.name().codePoints().anyMatch(Parties::noLetterOfAName)
                || told.name().codePoints().noneMatch(Character::isLetter)) {
            errors.add(FieldError.of("party.name", "dossiers.party.name.wrong", LONGEST));
        }
    }

    private static boolean noLetterOfAName(int sign) {
        int type = Character.getType(sign);
        return Character.isISOControl(sign)
                || sign == '<'
                || sign == '>'
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static void born(PartyTold told, LocalDate today, List<FieldError> errors) {
        if (told.birthDate().isEmpty()) {
            errors.add(FieldError.of("party.birthDate", "dossiers.party.birthDate.missing"));
        } else if (told.born().filter(day -> !day.isBefore(OLDEST)).isEmpty()) {
            errors.add(FieldError.of("party.birthDate", "dossiers.party.birthDate.wrong"));
        } else if (told.born().orElseThrow().isAfter(today)) {
            errors.add(FieldError.of("party.birthDate", "dossiers.party.birthDate.future"));
        }
    }

    private static void number(PartyTold told, boolean needed, List<FieldError> errors) {
        String number = told.personalNumber();
        if (number.isEmpty()) {
            if (needed) {
                errors.add(FieldError.of("party.personalNumber", "dossiers.party.personalNumber.missing"));
            }
        } else if (!number.matches("[0-9]{12}")) {
            errors.add(FieldError.of("party.personalNumber", "dossiers.party.personalNumber.wrong"));
        } else if (told.born().isPresent()
                && !new PersonalNumber(number).agreesWithYear(told.born().get())) {
            errors.add(FieldError.of(
                    "party.personalNumber",
                    "dossiers.party.personalNumber.year",
                    Integer.toString(new PersonalNumber(number).year())));
        }
    }

    private static void care(PartyTold told, LocalDate today, List<FieldError> errors) {
        if (told.standing().isEmpty()) {
            errors.add(FieldError.of("party.care", "dossiers.party.care.missing"));
        } else if (told.standing().get() == Party.Care.CHILD
                && told.born()
                        .filter(day -> !day.plusYears(OF_AGE).isAfter(today))
                        .isPresent()) {
            errors.add(FieldError.of("party.care", "dossiers.party.care.grown"));
        }
    }

    /// Nobody is in their own care, and nobody gives themself an authority.
    private void notOneself(Actor actor, PartyTold told, List<FieldError> errors) {
        Optional<Person> self = people.find(actor.person());
        boolean same = self.filter(person -> person.personalNumber().equals(told.personalNumber())
                        || (told.personalNumber().isEmpty()
                                && person.name().equalsIgnoreCase(told.name())
                                && told.born().isPresent()
                                && told.born().get().equals(person.birthDate())))
                .isPresent();
        if (same) {
            String field = told.personalNumber().isEmpty() ? "party.name" : "party.personalNumber";
            errors.removeIf(error -> error.field().equals(field));
            errors.add(FieldError.of(field, "dossiers.party.oneself"));
        }
    }

    private static void taxCode(PartyTold told, List<FieldError> errors) {
        boolean shaped = told.taxCode().matches("[0-9]{10}([0-9]{3})?|[0-9]{12}");
        if (!shaped || !TaxCode.agrees(told.taxCode())) {
            errors.add(FieldError.of("party.taxCode", "dossiers.party.taxCode.wrong"));
        }
    }
}
