package org.phigiay.forms;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.phigiay.shared.FieldError;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The shipped definitions, and the check without a database around it.
public final class Definitions {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final JsonMapper JSON = new JsonMapper();
    /// Their names, such as `birth-2`.
    static final List<String> ALL = names();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Definitions() {}

    /// Every form that comes with the program.
    public static List<FormDefinition> shipped() {
        return ALL.stream().map(Definitions::shipped).toList();
    }

    private static List<String> names() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:org/phigiay/forms/definitions/*.json"))
                    .map(file -> Objects.requireNonNull(file.getFilename()).replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormDefinition shipped(String name) {
        return Forms.parse(body(name));
    }

    static String body(String name) {
        try (InputStream in =
                Definitions.class.getResourceAsStream("/org/phigiay/forms/definitions/" + name + ".json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema schema(FormDefinition form) {
        return REGISTRY.getSchema(AnswersSchema.of(form, "vi"));
    }

    static List<FieldError> check(FormDefinition form, JsonNode answers) {
        return check(form, answers, TODAY);
    }

    static List<FieldError> check(FormDefinition form, JsonNode answers, LocalDate today) {
        return AnswerCheck.of(form, schema(form), form.calculated(answers, today), today, "vi");
    }

    /// The form's example, with some answers replaced; a JSON null takes an answer away.
    static ObjectNode example(FormDefinition form, String changes) {
        ObjectNode answers = (ObjectNode) form.example().deepCopy();
        JSON.readTree(changes).properties().forEach(change -> {
            if (change.getValue().isNull()) {
                answers.remove(change.getKey());
            } else {
                answers.set(change.getKey(), change.getValue());
            }
        });
        return answers;
    }
}
