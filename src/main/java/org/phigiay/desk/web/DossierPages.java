package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Representation;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.identity.Right;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One dossier at an official's desk.
@Controller
@RequestMapping("/can-bo/ho-so/{id}")
class DossierPages {
    private final Dossiers dossiers;
    private final DossierViews views;
    private final Purposes purposes;
    private final People people;

    DossierPages(Dossiers dossiers, DossierViews views, Purposes purposes, People people) {
        this.dossiers = dossiers;
        this.views = views;
        this.purposes = purposes;
        this.people = people;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        DossierId dossier = DossierId.parse(id);
        Actor reader = reader(actor, dossier, request);
        Dossier read = dossiers.read(reader, dossier);
        model.addAttribute("view", views.of(reader, read, Languages.of(request)));
        return "desk/web/show";
    }

    /// How to reach the applicant: read only when asked for, under its own right.
    @GetMapping("/lien-he")
    String contact(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        DossierId dossier = DossierId.parse(id);
        Dossier read = dossiers.read(reader(actor, dossier, request), dossier, Right.CONTACT_REVEAL);
        // Whoever filed for another is the one to reach; the applicant may be a child or an organisation.
        boolean oneself = read.representation() == Representation.SELF;
        Optional<Person> person = people.find(oneself ? read.applicant() : read.filer());
        model.addAttribute("code", read.anyCode());
        model.addAttribute("back", "/can-bo/ho-so/" + read.id());
        Texts texts = Texts.in(Languages.of(request));
        model.addAttribute("label", texts.get(oneself ? "desk.fact.applicant" : "desk.fact.filer"));
        model.addAttribute(
                "name",
                oneself ? read.applicantName() : person.map(Person::name).orElse(""));
        model.addAttribute("phone", person.map(Person::phone).orElse(""));
        model.addAttribute("email", person.map(Person::email).orElse(""));
        return "desk/web/contact";
    }

    /// Remembers why the dossier is read, then shows what was asked for.
    @PostMapping("/muc-dich")
    String purpose(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "chon", defaultValue = "") String chosen,
            @RequestParam(name = "khac", defaultValue = "") String other,
            @RequestParam(name = "ve", defaultValue = "") String back,
            Model model) {
        DossierId dossier = DossierId.parse(id);
        String home = "/can-bo/ho-so/" + dossier;
        String next = back.matches("/[a-z0-9/-]*") && back.length() < 100 ? back : "";
        try {
            String purpose = PurposeForm.read(chosen, other, Texts.in(Language.VI));
            purposes.remember(actor, dossier, purpose, request, response);
            return "redirect:" + home + next;
        } catch (Invalid e) {
            response.setStatus(422);
            Texts texts = Texts.in(Languages.of(request));
            model.addAttribute(
                    "form", PurposeForm.forDossier(dossier, next, chosen, other, Errors.of(e, texts), texts));
            return "desk/web/purpose";
        }
    }

    /// These are the officials' pages: a citizen has pages of their own for the same dossier.
    private Actor reader(Actor actor, DossierId dossier, HttpServletRequest request) {
        if (actor.anonymous()) {
            throw new SignInNeeded();
        }
        if (!actor.official()) {
            throw new Forbidden("identity.forbidden");
        }
        return purposes.of(actor, dossier, request);
    }
}
