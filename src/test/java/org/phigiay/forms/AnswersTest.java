package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phigiay.forms.Definitions.JSON;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class AnswersTest {

    private final ObjectNode answers = (ObjectNode)
            JSON.readTree(
                    "{\"name\": \"Mai\", \"mother\": {\"name\": \"Lan\"}, \"members\": [{\"name\": \"An\"}, {\"name\": \"Bình\"}]}");

    @Test
    void a_path_leads_through_people_and_lists() {
        assertThat(Answers.at(answers, "name").asString()).isEqualTo("Mai");
        assertThat(Answers.at(answers, "mother.name").asString()).isEqualTo("Lan");
        assertThat(Answers.at(answers, "members.1.name").asString()).isEqualTo("Bình");
        assertThat(Answers.at(answers, "members").size()).isEqualTo(2);
    }

    @Test
    void a_path_that_leads_nowhere_is_no_answer() {
        for (String path :
                new String[] {"", ".", "a", "name.first", "mother.0", "members.2.name", "members.x", "a..b"}) {
            assertThat(Answers.at(answers, path).isMissingNode()).as(path).isTrue();
            assertThat(Answers.has(answers, path)).as(path).isFalse();
        }
    }

    @Test
    void what_is_set_is_found_there_and_nothing_else_changes() {
        Answers.set(answers, "mother.birthDate", StringNode.valueOf("1994-03-14"));
        Answers.set(answers, "father.name", StringNode.valueOf("Hùng"));
        Answers.set(answers, "members.3.name", StringNode.valueOf("Chi"));
        Answers.set(answers, "shares.0.of", StringNode.valueOf("An"));
        assertThat(answers).isEqualTo(JSON.readTree("""
                {"name": "Mai", "mother": {"name": "Lan", "birthDate": "1994-03-14"},
                 "members": [{"name": "An"}, {"name": "Bình"}, {}, {"name": "Chi"}],
                 "father": {"name": "Hùng"}, "shares": [{"of": "An"}]}
                """));
    }

    @Test
    void what_is_removed_leaves_no_empty_person_behind_but_items_keep_their_places() {
        Answers.remove(answers, "mother.name");
        Answers.remove(answers, "members.0.name");
        Answers.remove(answers, "nobody.name");
        assertThat(answers).isEqualTo(JSON.readTree("{\"name\": \"Mai\", \"members\": [{}, {\"name\": \"Bình\"}]}"));
        Answers.remove(answers, "members.0");
        assertThat(Answers.at(answers, "members.0.name").asString()).isEqualTo("Bình");
    }

    @Test
    void no_path_makes_a_list_grow_without_end() {
        assertThatThrownBy(() -> Answers.set(answers, "members.200.name", StringNode.valueOf("x")))
                .isInstanceOf(IllegalArgumentException.class);
        Answers.set(answers, "members.99999999999.name", StringNode.valueOf("x"));
        assertThat(answers.path("members").isObject()).isTrue();
    }
}
