package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.AnswerLine;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.QuestionView;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;

/// The page of a list: what was added so far, and whether there is more. Each item has pages of its own.
@Component
class ListPages {
    static final String MORE = "more";

    private final Drafts drafts;

    ListPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /// @param one what an item is called
    /// @param more the radios, empty when the list is full
    record ListView(
            FormPage page,
            String title,
            @Nullable String hint,
            String one,
            int at,
            int of,
            QuestionView.Links links,
            long seen,
            List<Item> items,
            int most,
            List<Option> more,
            Errors errors) {}

    /// @param number from 1
    record Item(int number, String name, List<Fact> facts, String change) {}

    String show(Filing filing, FormPage page, Language language, Model model) {
        return draw(filing, page, List.of(), language, model);
    }

    String take(
            Actor actor,
            Filing filing,
            FormPage page,
            MultiValueMap<String, String> posted,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Language language,
            Model model) {
        Field list = page.list().orElseThrow();
        String removed = posted.getFirst("remove");
        String seen = posted.getFirst("seen");
        long version = seen != null && seen.matches("\\d{1,18}")
                ? Long.parseLong(seen)
                : filing.draft().version();
        if (removed != null) {
            if (!removed.matches("\\d{1,3}")) {
                throw new NotFound();
            }
            boolean changed = drafts.removeItem(
                            actor, filing.draft().id(), list.id(), Integer.parseInt(removed) - 1, version)
                    .listChanged();
            redirect.addFlashAttribute(
                    "flash", changed ? "dossiers.filing.listChanged" : "dossiers.filing.item.removed");
            return "redirect:" + filing.href(page);
        }
        // The page counts as seen: whoever comes back goes on after it.
        drafts.save(actor, filing.draft().id(), page, JsonNodeFactory.instance.objectNode(), version);
        if (posted.containsKey("later")) {
            return "redirect:" + filing.leaveHref(page.id());
        }
        int size = size(filing, list);
        boolean more = "true".equals(posted.getFirst(MORE));
        if (more && size < list.most()) {
            return "redirect:"
                    + filing.href(
                            filing.form().page(page.id() + "~" + (size + 1)).orElseThrow(NotFound::new));
        }
        List<FieldError> errors = new ArrayList<>();
        if (size < list.least()) {
            errors.add(FieldError.of(MORE, "forms.error.list.few", list.label().in(language.code()), list.least()));
        } else if (size < list.most() && !"false".equals(posted.getFirst(MORE))) {
            errors.add(FieldError.of(MORE, "forms.list.moreMissing"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return draw(filing, page, errors, language, model);
        }
        return "redirect:" + filing.next(page, filing.answers());
    }

    private static int size(Filing filing, Field list) {
        return Answers.at(filing.draft().answers(), list.id()).size();
    }

    private String draw(Filing filing, FormPage page, List<FieldError> errors, Language language, Model model) {
        Field list = page.list().orElseThrow();
        String lang = language.code();
        Texts texts = Texts.in(language);
        List<FormPage> route = filing.form().route(filing.answers());
        int at = IntStream.range(0, route.size())
                .filter(i -> route.get(i).id().equals(page.id()))
                .findFirst()
                .orElse(0);
        int size = size(filing, list);
        List<Option> more = size >= list.most()
                ? List.of()
                : List.of(
                        Option.of("true", texts.get("forms.question.yes"), size < list.least()),
                        Option.of("false", texts.get("forms.question.no"), false));
        model.addAttribute(
                "view",
                new ListView(
                        page,
                        page.title().in(lang),
                        page.hint() == null ? null : page.hint().in(lang),
                        list.one().in(lang),
                        at + 1,
                        route.size(),
                        filing.links(page),
                        filing.draft().version(),
                        IntStream.range(0, size)
                                .mapToObj(index -> item(filing, page, list, index, language))
                                .toList(),
                        list.most(),
                        more,
                        Errors.of(errors, texts)));
        return "dossiers/web/list";
    }

    private static Item item(Filing filing, FormPage page, Field list, int index, Language language) {
        FormPage own = filing.form().page(page.id() + "~" + (index + 1)).orElseThrow(NotFound::new);
        List<Fact> facts = own.fields().stream()
                .map(field -> new Fact(
                        field.label().in(language.code()),
                        AnswerLine.text(field, filing.answers(), language.code()),
                        null,
                        null))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
        String name = facts.isEmpty()
                ? list.one().in(language.code()) + " " + (index + 1)
                : facts.getFirst().value();
        return new Item(index + 1, name, facts, filing.href(own));
    }
}
