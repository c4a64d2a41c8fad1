package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a form in the making comes from and what it becomes: a version of the form with the edition that leads to it.
@org.springframework.stereotype.Component
class Publishing {

    /// Forms made by the program for procedures that have none of their own.
    private static final String GENERAL = "general-";

    private final Forms forms;
    private final Catalogue catalogue;
    private final JsonMapper json;

    Publishing(Forms forms, Catalogue catalogue, JsonMapper json) {
        this.forms = forms;
        this.catalogue = catalogue;
        this.json = json;
    }

    /// The procedure's own form in force; null when it has none.
    static @Nullable FormRef inForce(Procedure procedure) {
        Guidance guidance = procedure.guidance();
        return guidance == null ? null : guidance.form();
    }

    /// The definition a form begins as.
    ObjectNode beginning(Procedure procedure, Beginning from) {
        ObjectNode form = switch (from) {
            case Beginning.Nothing _ -> NewForm.of(procedure);
            case Beginning.Current _ -> of(procedure);
            case Beginning.Copy copy -> {
                Procedure other = catalogue.find(copy.from()).orElseThrow(() -> new NotFound("authoring.no-form"));
                ObjectNode copied = of(other);
                copied.put("procedure", procedure.code().value());
                copied.set("title", NewForm.both(procedure.title(), procedure.title("en")));
                if (copied.get("result") instanceof ObjectNode result) {
                    ObjectNode own = NewForm.result(procedure);
                    List.of("code", "title", "symbol").forEach(part -> result.set(part, own.get(part)));
                }
                copied.remove("chain");
                yield copied;
            }
            case Beginning.Upload upload -> uploaded(procedure, upload.json());
        };
        form.set("ref", NewForm.ref(next(procedure)));
        return form;
    }

    /// The definition as it will be published: numbered, whole in English, with answers that may be filed.
    ObjectNode complete(Procedure procedure, FormDraft draft) {
        ObjectNode form = draft.form().deepCopy();
        form.set("ref", NewForm.ref(next(procedure)));
        form.put("procedure", procedure.code().value());
        speakEnglish(form);
        for (String list : List.of("sections", "pages", "rules")) {
            if (!(form.get(list) instanceof ArrayNode)) {
                form.putArray(list);
            }
        }
        return ExampleAnswers.into(form, forms);
    }

    FormRef publish(Actor actor, Procedure procedure, FormDraft draft, @Nullable String reason) {
        FormDefinition published = forms.publish(actor, json.writeValueAsString(complete(procedure, draft)));
        catalogue.guide(actor, guidance(procedure, published, draft.offer()), reason);
        return published.ref();
    }

    /// Ways to hand in with a term and a fee each; a way that neither the announcement nor the officer completes is
    /// left
    /// out. Empty when nothing can be promised.
    static List<Channel> channels(Procedure procedure, Offer offer) {
        Guidance before = procedure.guidance();
        if (before != null && !before.channels().isEmpty()) {
            return before.channels();
        }
        var all = new ArrayList<Channel>();
        for (ChannelKind kind : ChannelKind.values()) {
            Channel stated = procedure.channels().stream()
                    .filter(channel -> channel.kind() == kind)
                    .findFirst()
                    .orElse(null);
            if (stated == null && kind != ChannelKind.ONLINE) {
                continue;
            }
            var term = stated == null || stated.term() == null
                    ? offer.term() == null ? procedure.statedTerm().orElse(null) : offer.term()
                    : stated.term();
            var fee = stated == null || stated.fee() == null
                    ? offer.fee() == null ? procedure.statedFee().orElse(null) : offer.fee()
                    : stated.fee();
            if (term != null && fee != null) {
                all.add(new Channel(kind, term, fee, stated == null ? null : stated.note()));
            }
        }
        return all;
    }

    /// A number nobody has used yet, after the form in force.
    private FormRef next(Procedure procedure) {
        FormRef before = inForce(procedure);
        FormRef next = before == null || before.id().startsWith(GENERAL)
                ? NewForm.ownRef(procedure, 1)
                : new FormRef(before.id(), before.version() + 1);
        while (exists(next)) {
            next = new FormRef(next.id(), next.version() + 1);
        }
        return next;
    }

    private boolean exists(FormRef ref) {
        try {
            return !forms.body(ref).isEmpty();
        } catch (NotFound none) {
            return false;
        }
    }

    private ObjectNode of(Procedure procedure) {
        FormRef ref = inForce(procedure);
        if (ref == null && procedure.fileable()) {
            ref = procedure.form();
        }
        if (ref == null) {
            throw new NotFound("authoring.no-form");
        }
        return (ObjectNode) json.readTree(forms.body(ref));
    }

    private ObjectNode uploaded(Procedure procedure, String text) {
        JsonNode read;
        try {
            read = FormTree.cleaned(json.readTree(text));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw Invalid.of("tep", "authoring.upload.no-json", Math.max(1, line));
        }
        if (!(read instanceof ObjectNode form)) {
            throw Invalid.of("tep", "authoring.upload.no-form");
        }
        form.put("procedure", procedure.code().value());
        form.set("ref", NewForm.ref(NewForm.ownRef(procedure, 1)));
        List<FieldError> problems =
                Quality.problems(forms, form, json.writeValueAsString(ExampleAnswers.into(form, forms))).stream()
                        .map(remark -> new FieldError(
                                String.join("/", remark.place().steps()), remark.message(), remark.args()))
                        .toList();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return form;
    }

    /// Where an English text is missing the Vietnamese one stands for it.
    private static void speakEnglish(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("vi")
                && object.path("en").asString("").isBlank()) {
            object.put("en", object.path("vi").asString(""));
        }
        node.forEach(Publishing::speakEnglish);
    }

    private Guidance guidance(Procedure procedure, FormDefinition form, Offer offer) {
        Guidance before = procedure.guidance();
        List<Component> papers = Papers.of(procedure);
        if (before == null) {
            return new Guidance(
                    procedure.code(),
                    1,
                    form.title(),
                    form.ref(),
                    channels(procedure, offer),
                    papers,
                    guide(procedure, form, papers));
        }
        return new Guidance(
                procedure.code(),
                before.version() + 1,
                before.plainTitle(),
                form.ref(),
                channels(procedure, offer),
                papers,
                before.guide());
    }

    /// The first words about a procedure that nobody has written guidance for yet.
    private static Guide guide(Procedure procedure, FormDefinition form, List<Component> papers) {
        String audience = procedure.national().audience().vi();
        String names = papers.stream()
                .filter(paper -> !Papers.declaration(paper))
                .map(Component::title)
                .collect(Collectors.joining("; "));
        return new Guide(
                audience.isBlank()
                        ? new Bilingual("Xem nội dung công bố ở dưới", "See the announced text below")
                        : new Bilingual(audience, audience),
                names.isEmpty()
                        ? new Bilingual("Không cần gửi kèm giấy tờ nào", "No papers are needed")
                        : new Bilingual(names, names),
                form.title(),
                List.of(
                        new Bilingual(
                                "Bạn trả lời các câu hỏi trên điện thoại hoặc máy tính, rồi nộp.",
                                "You answer the questions on a phone or a computer and file."),
                        new Bilingual(
                                "Cán bộ xem hồ sơ và báo cho bạn khi có kết quả.",
                                "The officer looks at the dossier and tells you when there is a result.")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
