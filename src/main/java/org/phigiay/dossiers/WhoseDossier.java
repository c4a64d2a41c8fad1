package org.phigiay.dossiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// Người yêu cầu và người nộp: puts into words whose a dossier is and who filed it. Of somebody else's matter it says
/// what the filer told, never what that person's account knows: a filer learns nothing by naming somebody.
@Component
public class WhoseDossier {
    private final Dossiers dossiers;
    private final People people;
    private final Bodies bodies;

    WhoseDossier(Dossiers dossiers, People people, Bodies bodies) {
        this.dossiers = dossiers;
        this.people = people;
        this.bodies = bodies;
    }

    /// Both of them with what was told; nothing when somebody filed for themself.
    public List<Fact> facts(Dossier dossier, Language language) {
        Party party = dossiers.party(dossier);
        if (party.representation() == Representation.SELF) {
            return List.of();
        }
        Texts texts = Texts.in(language);
        return List.of(
                Fact.of(texts.get("dossiers.whose.applicant"), dossier.applicantName(), told(party, language)),
                Fact.of(
                        texts.get("dossiers.whose.filer"),
                        filer(dossier),
                        texts.get("dossiers.representation." + dossier.representation())));
    }

    /// For officials: whether the applicant is known by sign-in or register, or by the filer's word alone.
    public String proof(Dossier dossier, Language language) {
        boolean account = people.find(dossier.applicant()).isPresent()
                || (dossiers.party(dossier) instanceof Party.AccountBody)
                || !bodies.holders(dossier.applicant()).isEmpty();
        return Texts.in(language).get(account ? "dossiers.whose.proven" : "dossiers.whose.declared");
    }

    /// Name of the one who filed.
    public String filer(Dossier dossier) {
        Optional<String> name = people.find(dossier.filer()).map(Person::name);
        return name.orElse(dossier.applicantName());
    }

    /// What was told of the one it is for, in one line.
    private static String told(Party party, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        List<String> parts = new ArrayList<>();
        switch (party) {
            case Party.Self _ -> {}
            case Party.Ward ward -> {
                parts.add(texts.get("dossiers.party.born", dates.shortDay(ward.birthDate())));
                if (ward.personalNumber() != null) {
                    parts.add(texts.get("dossiers.party.number", ward.personalNumber()));
                }
                parts.add(texts.get("dossiers.whose.care." + ward.care()));
            }
            case Party.Principal principal -> {
                parts.add(texts.get("dossiers.party.born", dates.shortDay(principal.birthDate())));
                parts.add(texts.get("dossiers.party.number", principal.personalNumber()));
            }
            case Party.PrincipalBody body -> parts.add(texts.get("dossiers.party.tax", body.taxCode()));
            case Party.AccountBody body -> parts.add(texts.get("dossiers.party.tax", body.taxCode()));
        }
        return String.join(", ", parts);
    }
}
