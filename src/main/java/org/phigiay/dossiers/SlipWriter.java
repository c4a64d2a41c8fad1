package org.phigiay.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Explanation;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.FeeKind;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.organisation.Unit;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Role;
import org.phigiay.signing.QrCodes;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Puts the facts of a slip into words, in Vietnamese: the law has one language.
@Component
class SlipWriter {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DossierStore store;
    private final Catalogue catalogue;
    private final Forms forms;
    private final People people;
    private final Organisation organisation;
    private final String address;

    SlipWriter(
            DossierStore store,
            Catalogue catalogue,
            Forms forms,
            People people,
            Organisation organisation,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.store = store;
        this.catalogue = catalogue;
        this.forms = forms;
        this.people = people;
        this.organisation = organisation;
        this.address = address;
    }

    SlipPaper paper(Dossier dossier, SlipAct act) {
        Texts texts = Texts.in(Language.VI);
        Agency agency = organisation.agency(dossier.agency()).orElseThrow();
        Procedure procedure = catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .orElseThrow();
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        Instant at = act.entry().at();
        StatedDecision decision = act.decision();
        boolean received = dossier.receivedAt() != null && !at.isBefore(dossier.receivedAt());
        String code = received ? dossier.anyCode() : dossier.requestCode();
        String link = address + "/tra-cuu/" + code;
        Instant promise = act.entry().text("dueAt").map(Instant::parse).orElse(dossier.firstDueAt());
        return new SlipPaper(
                agency.name(),
                desk(dossier),
                agency.address(),
                agency.phone(),
                agency.place(),
                day(at.atZone(ZONE).toLocalDate()),
                code,
                party(dossier),
                name(dossier.filer()).orElse(dossier.applicantName()),
                dossier.representation() == Representation.SELF
                        ? ""
                        : texts.get("dossiers.representation." + dossier.representation()),
                procedure.title(),
                procedure.code().value(),
                received ? "đang giải quyết hồ sơ" : "trước khi tiếp nhận hồ sơ",
                sheets(dossier, procedure, form, at),
                dossier.statedTerm()
                        .map(term -> Explanation.text(term, Language.VI))
                        .orElse("cơ quan cho biết khi tiếp nhận"),
                received && dossier.receivedAt() != null ? moment(dossier.receivedAt()) : "",
                promise == null ? "" : moment(promise),
                procedure.statedFee().map(SlipWriter::fee).orElse("cơ quan cho biết"),
                decision == null ? act.entry().reason() : null,
                decision == null ? List.of() : items(decision, procedure, form),
                decision == null ? "" : decision.reason(),
                decision == null ? "" : decision.clause(),
                decision == null || decision.until() == null ? null : day(decision.until()),
                decision == null || decision.wayOn() == null || decision.wayOn().isBlank() ? null : decision.wayOn(),
                Optional.ofNullable(act.entry().post())
                        .flatMap(organisation::post)
                        .map(Post::title)
                        .orElse(""),
                name(act.entry().actor()).orElse(""),
                link,
                "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCodes.png(link, 240)));
    }

    /// Name of the unit in which the agency's desk sits.
    private String desk(Dossier dossier) {
        return organisation.postsOf(dossier.agency(), Role.DESK).stream()
                .findFirst()
                .flatMap(post -> organisation.unit(post.unit()))
                .map(Unit::name)
                .orElse("Bộ phận tiếp nhận và trả kết quả");
    }

    /// Of somebody for whom another filed the slip says what the filer told, since the filer receives it too: nobody
    /// learns an address by naming a number.
    private SlipPaper.Party party(Dossier dossier) {
        return switch (store.party(dossier.id()).orElse(Party.SELF)) {
            case Party.Self _ -> {
                @Nullable Person person = people.find(dossier.applicant()).orElse(null);
                yield new SlipPaper.Party(
                        dossier.applicantName(),
                        person == null ? null : person.personalNumber(),
                        null,
                        person == null ? null : person.address(),
                        person == null ? null : person.phone(),
                        person == null ? null : person.email());
            }
            case Party.Ward ward -> told(dossier, ward.personalNumber(), null);
            case Party.Principal principal -> told(dossier, principal.personalNumber(), null);
            case Party.PrincipalBody body -> told(dossier, null, body.taxCode());
            case Party.AccountBody body -> told(dossier, null, body.taxCode());
        };
    }

    /// With how to reach the one who filed.
    private SlipPaper.Party told(Dossier dossier, @Nullable String personalNumber, @Nullable String taxCode) {
        Optional<Person> filer = people.find(dossier.filer());
        return new SlipPaper.Party(
                dossier.applicantName(),
                personalNumber,
                taxCode,
                null,
                filer.map(Person::phone).orElse(null),
                filer.map(Person::email).orElse(null));
    }

    private Optional<String> name(PersonId id) {
        return people.find(id).map(Person::name);
    }

    /// The declaration first, then the papers that were there at that time, by component.
    private List<SlipPaper.Sheet> sheets(Dossier dossier, Procedure procedure, FormDefinition form, Instant at) {
        List<SlipPaper.Sheet> sheets = new ArrayList<>();
        sheets.add(new SlipPaper.Sheet(form.title().vi(), 1));
        Map<String, Integer> counts = new LinkedHashMap<>();
        store.papers(dossier.id()).stream()
                .filter(paper -> !paper.at().isAfter(at))
                .forEach(paper -> counts.merge(paper.component(), 1, Integer::sum));
        counts.forEach((component, count) -> sheets.add(new SlipPaper.Sheet(title(component, procedure, form), count)));
        return sheets;
    }

    private static List<SlipPaper.Item> items(StatedDecision decision, Procedure procedure, FormDefinition form) {
        return decision.items().stream()
                .map(item -> new SlipPaper.Item(title(item.component(), procedure, form), item.note()))
                .toList();
    }

    private static String title(String name, Procedure procedure, FormDefinition form) {
        if (name.equals(Paper.AUTHORITY)) {
            return Texts.in(Language.VI).get("dossiers.party.authority");
        }
        return procedure
                .component(name)
                .map(component -> component.title())
                .or(() -> form.field(name).map(Field::label).map(label -> label.vi()))
                .orElse(name);
    }

    private static String fee(Fee fee) {
        if (fee.free()) {
            return "không thu";
        }
        String amount = String.format(Locale.ROOT, "%,d", fee.amount()).replace(',', '.');
        return (fee.kind() == FeeKind.CHARGE ? "lệ phí " : "phí ") + amount + " đồng";
    }

    private static String day(LocalDate day) {
        return "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String moment(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        return "%02d giờ %02d phút, %s".formatted(local.getHour(), local.getMinute(), day(local.toLocalDate()));
    }
}
