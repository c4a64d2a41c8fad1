package org.phigiay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.DossierState;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The plan of the house, held by the build: who may stand on whom, who may speak SQL, what things may be called.
class HouseTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.phigiay");

    private static final DescribedPredicate<JavaClass> WRITTEN = DescribedPredicate.describe(
            "written by us",
            type -> !type.getSimpleName().startsWith("Jte")
                    && !type.getFullName().contains("$"));

    @Test
    void arrows_between_modules_point_down_only() {
        ApplicationModules modules = ApplicationModules.of(PhiGiay.class);
        modules.verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules")).writeDocumentation();
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that(WRITTEN)
                .and()
                .resideOutsideOfPackages("org.phigiay.launch..", "org.phigiay.shared..")
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Sequencer")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.jdbc.."))
                .check(PROGRAM);
    }

    @Test
    void a_store_is_called_by_its_own_module_alone() {
        classes()
                .that(WRITTEN)
                .should(new ArchCondition<>("call only stores of their own module") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass())
                                .filter(simpleNameEndingWith("Store").and(resideInAPackage("org.phigiay..")))
                                .filter(store -> !module(store).equals(module(type)))
                                .filter(store -> !store.getSimpleName().equals("BlobStore"))
                                .forEach(store -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " uses " + store.getName())));
                    }
                })
                .check(PROGRAM);
    }

    @Test
    void names_say_what_things_are() {
        for (String suffix :
                List.of("Impl", "Dto", "Entity", "Mapper", "Converter", "Helper", "Util", "Utils", "Manager", "Base")) {
            noClasses().that(WRITTEN).should().haveSimpleNameEndingWith(suffix).check(PROGRAM);
        }
    }

    @Test
    void no_expression_language_runs_on_stored_text_and_nothing_is_deserialised() {
        noClasses()
                .that(WRITTEN)
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.expression.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(PROGRAM);
    }

    @Test
    void the_drawing_of_the_life_is_the_table() throws IOException {
        Path file = Path.of("docs/dossier-life.md");
        String drawn = """
                # The life of a dossier

                Generated from `DossierState.LIFE`; the build compares. National codes: %s.

                ```mermaid
                %s```
                """.formatted(codes(), DossierState.LIFE.toMermaid());
        if (!Files.exists(file) || Boolean.getBoolean("write-docs")) {
            Files.writeString(file, drawn);
        }
        assertThat(Files.readString(file))
                .as("docs/dossier-life.md; -Dwrite-docs=true writes it anew")
                .isEqualTo(drawn);
    }

    private static String codes() {
        StringBuilder codes = new StringBuilder();
        for (DossierState state : DossierState.values()) {
            codes.append(codes.isEmpty() ? "" : ", ").append(state).append(' ').append(state.code());
        }
        return codes.toString();
    }

    private static String module(JavaClass type) {
        String name = type.getPackageName();
        String inside = name.length() > "org.phigiay".length() ? name.substring("org.phigiay.".length()) : "";
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
