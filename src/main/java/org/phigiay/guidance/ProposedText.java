package org.phigiay.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.FieldError;

/// What an officer writes of a guidance: the words. Form, channels and papers are not changed here and are taken from
/// the guidance in force.
public record ProposedText(Bilingual plainTitle, Guide guide) {

    public static final ProposedText EMPTY = new ProposedText(
            new Bilingual("", ""),
            new Guide(
                    new Bilingual("", ""),
                    new Bilingual("", ""),
                    new Bilingual("", ""),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of()));

    private static final int LONGEST = 2_000;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_PHRASE = 100;
    private static final int MOST_PHRASES = 100;
    private static final Pattern OURS = Pattern.compile("/[a-z0-9][A-Za-z0-9./_-]*");

    /// The words in force; empty ones where there is no guidance.
    public static ProposedText inForce(Procedure procedure) {
        Guidance guidance = procedure.guidance();
        return guidance == null ? EMPTY : new ProposedText(guidance.plainTitle(), guidance.guide());
    }

    /// These words as the next guidance of the procedure.
    public Guidance on(Procedure procedure) {
        Guidance before = procedure.guidance();
        return before == null
                ? new Guidance(procedure.code(), 1, plainTitle, null, List.of(), List.of(), guide)
                : new Guidance(
                        procedure.code(),
                        before.version() + 1,
                        plainTitle,
                        before.form(),
                        before.channels(),
                        before.components(),
                        guide);
    }

    /// How plainly it is written.
    public Score score(Procedure procedure) {
        return PlainLanguage.score(Passages.of(on(procedure)));
    }

    /// What is wrong with it, each named with its field.
    ///
    /// @param whole whether nothing may be missing, as when a second person is to read it
    List<FieldError> problems(boolean whole) {
        var problems = new ArrayList<FieldError>();
        title(problems, whole);
        text(problems, "who", guide.who(), whole);
        text(problems, "papers", guide.papers(), whole);
        if (whole && guide.steps().isEmpty()) {
            problems.add(FieldError.of("steps.0.vi", "guidance.proposal.step-missing"));
        }
        texts(problems, "steps", guide.steps());
        texts(problems, "counter", guide.counter());
        texts(problems, "notes", guide.notes());
        for (int i = 0; i < guide.eligibility().size(); i++) {
            var asked = guide.eligibility().get(i);
            text(problems, "eligibility." + i + ".question", asked.question(), true);
            text(problems, "eligibility." + i + ".otherwise", asked.otherwise(), whole);
            String href = asked.href();
            if (href != null && !OURS.matcher(href).matches()) {
                problems.add(FieldError.of("eligibility." + i + ".href", "guidance.proposal.href"));
            }
        }
        for (int i = 0; i < guide.mistakes().size(); i++) {
            text(problems, "mistakes." + i + ".wrong", guide.mistakes().get(i).wrong(), true);
            text(problems, "mistakes." + i + ".right", guide.mistakes().get(i).right(), whole);
        }
        guide.examples().forEach((code, examples) -> {
            text(problems, "examples." + code + ".right", examples.right(), false);
            text(problems, "examples." + code + ".wrong", examples.wrong(), false);
        });
        phrases(problems);
        return problems;
    }

    private void title(List<FieldError> problems, boolean whole) {
        if (Math.max(plainTitle.vi().length(), plainTitle.en().length()) > LONGEST_TITLE) {
            problems.add(FieldError.of("plainTitle.vi", "guidance.proposal.title-long", LONGEST_TITLE));
        } else if (whole && plainTitle.vi().isBlank()) {
            problems.add(FieldError.of("plainTitle.vi", "guidance.proposal.missing"));
        }
    }

    private static void texts(List<FieldError> problems, String field, List<Bilingual> texts) {
        for (int i = 0; i < texts.size(); i++) {
            text(problems, field + "." + i, texts.get(i), true);
        }
    }

    private static void text(List<FieldError> problems, String field, @Nullable Bilingual text, boolean needed) {
        if (text == null || text.vi().isBlank()) {
            if (needed) {
                problems.add(FieldError.of(field + ".vi", "guidance.proposal.missing"));
            }
        } else if (text.vi().length() > LONGEST) {
            problems.add(FieldError.of(field + ".vi", "guidance.proposal.long", LONGEST));
        }
        if (text != null && text.en().length() > LONGEST) {
            problems.add(FieldError.of(field + ".en", "guidance.proposal.long", LONGEST));
        }
    }

    private void phrases(List<FieldError> problems) {
        if (guide.phrases().size() > MOST_PHRASES) {
            problems.add(FieldError.of("phrases", "guidance.proposal.phrases-many", MOST_PHRASES));
        } else if (guide.phrases().stream().anyMatch(phrase -> phrase.length() > LONGEST_PHRASE)) {
            problems.add(FieldError.of("phrases", "guidance.proposal.phrase-long", LONGEST_PHRASE));
        }
    }
}
