package org.phigiay.forms;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// How many questions of a draft still ask for the person before it can be filed: unanswered, or not yet right.
@Component
public class QuestionsLeft {

    private final Forms forms;

    QuestionsLeft(Forms forms) {
        this.forms = forms;
    }

    /// The number of pages, as far as the answers tell which pages there are.
    public int of(Draft draft) {
        FormDefinition form = forms.definition(draft.form());
        ObjectNode answers = forms.relevant(form, draft.answers());
        Set<String> pages = new HashSet<>();
        forms.check(form, answers, "vi")
                .forEach(error -> form.pageOf(error.field()).map(FormPage::id).ifPresent(pages::add));
        forms.checkFiles(form, answers, draft.components(), "vi")
                .forEach(error -> form.route(answers).stream()
                        .filter(page -> page.fields().stream()
                                .anyMatch(field -> error.field().equals("files." + field.component())))
                        .map(FormPage::id)
                        .findFirst()
                        .ifPresent(pages::add));
        return pages.size();
    }
}
