package org.phigiay.desk.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.ResultLine;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.processing.Processing;
import org.phigiay.processing.ResultDocument;
import org.phigiay.processing.ResultPictures;
import org.phigiay.processing.Results;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What the forms of the steps show: who could do it, where it can go back to, what would be signed and issued.
@Component
public class StepForms {
    private final Processing processing;
    private final Results results;
    private final ResultPictures pictures;
    private final Dossiers dossiers;
    private final People people;

    StepForms(Processing processing, Results results, ResultPictures pictures, Dossiers dossiers, People people) {
        this.processing = processing;
        this.results = results;
        this.pictures = pictures;
        this.dossiers = dossiers;
        this.people = people;
    }

    /// The document as it would be signed.
    ///
    /// @param seen SHA-256 of its bytes, hexadecimal
    /// @param pages addresses of its pages as pictures
    /// @param lines the same in words
    public record DraftView(String title, String seen, String href, List<String> pages, List<ResultLine> lines) {
        public String shortHash() {
            return seen.substring(0, 16).replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    /// @param number the number it would get now
    public record NumberedView(String title, String number) {}

    List<Option> people(Actor actor, Task task, Typed typed, Texts texts) {
        String chosen = typed.or(
                "to",
                Objects.requireNonNullElse(task.assignee(), actor.person()).toString());
        return people.find(people.holders(task.post())).values().stream()
                .sorted(java.util.Comparator.comparing(Person::name))
                .map(person -> Option.of(
                        person.id().toString(),
                        person.id().equals(actor.person())
                                ? texts.get("desk.assign.myself", person.name())
                                : person.name(),
                        person.id().toString().equals(chosen)))
                .toList();
    }

    List<Option> earlier(Task task, Typed typed, Language language) {
        String chosen = typed.get("to");
        return processing.table(task).returnable(task.step()).reversed().stream()
                .map(step -> Option.of(
                        String.valueOf(step.number()),
                        step.title(language.locale()),
                        String.valueOf(step.number()).equals(chosen)))
                .toList();
    }

    /// The lines to be worded: as drafted before when there was a draft, else from the answers.
    List<ResultLine> lines(Dossier dossier) {
        List<ResultLine> drafted =
                results.of(dossier.id()).map(ResultDocument::fields).orElse(List.of());
        return results.proposal(dossier).stream()
                .map(line -> drafted.stream()
                        .filter(each -> each.id().equals(line.id()))
                        .findFirst()
                        .orElse(line))
                .toList();
    }

    /// The lines as the answers say.
    List<ResultLine> proposal(DossierId id) {
        return results.proposal(dossiers.find(id));
    }

    DraftView draft(DossierId id) {
        ResultDocument result = results.of(id).orElseThrow(NotFound::new);
        StoredFile file = results.draftFile(id);
        String href = "/can-bo/ho-so/" + id + "/du-thao";
        return new DraftView(
                result.title(),
                file.sha256(),
                href,
                IntStream.rangeClosed(1, pictures.pages(file))
                        .mapToObj(page -> href + "/trang/" + page)
                        .toList(),
                result.fields());
    }

    NumberedView numbered(DossierId id) {
        ResultDocument result = results.of(id).orElseThrow(NotFound::new);
        return new NumberedView(result.title(), results.nextNumber(result));
    }
}
