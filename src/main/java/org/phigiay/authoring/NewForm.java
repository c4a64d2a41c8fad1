package org.phigiay.authoring;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.LegalBasis;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ResultType;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A first proposal for a form: who asks, how to reach them, one question for each paper, the declaration. An officer
/// goes on from there.
final class NewForm {

    private static final String DECREE = "Nghị định 118/2025/NĐ-CP";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NewForm() {}

    static ObjectNode of(Procedure procedure) {
        ObjectNode form = JSON.objectNode();
        form.set("ref", ref(ownRef(procedure, 1)));
        form.put("procedure", procedure.code().value());
        form.set("title", both(procedure.title(), procedure.title("en")));
        form.putArray("sections")
                .add(section("nguoi", "Người yêu cầu", "The person asking"))
                .add(section("giay-to", "Giấy tờ", "Papers"))
                .add(section("gui", "Liên hệ và gửi", "Contact and sending"));
        ArrayNode pages = form.putArray("pages");
        String clause = clause(procedure);
        pages.add(requester(clause));
        for (Component paper : Papers.of(procedure)) {
            if (!Papers.declaration(paper)) {
                pages.add(paper(paper, clause));
            }
        }
        pages.add(contact());
        pages.add(declaration(clause));
        form.putArray("rules");
        form.set("result", result(procedure));
        form.set("example", JSON.objectNode());
        return form;
    }

    /// The name under which a procedure's own form is kept, whatever form it had before.
    static FormRef ownRef(Procedure procedure, int version) {
        return new FormRef("form-" + procedure.code().value().replace('.', '-').toLowerCase(Locale.ROOT), version);
    }

    static ObjectNode ref(FormRef ref) {
        return JSON.objectNode().put("id", ref.id()).put("version", ref.version());
    }

    /// What is printed when the dossier is settled: the result the announcement names, with name and number of whoever
    /// asked.
    static ObjectNode result(Procedure procedure) {
        ResultType type = procedure.national().results().stream()
                .findFirst()
                .orElse(new ResultType("", new Bilingual("Văn bản trả lời", "Answer")));
        ObjectNode result = JSON.objectNode()
                .put("kind", "general")
                .put("code", type.code())
                .put("symbol", symbol(type.name().vi()));
        result.set("title", both(type.name().vi(), type.name().en()));
        result.putArray("fields")
                .add(line("name", "Họ, chữ đệm, tên", "Full name"))
                .add(line("personalNumber", "Số định danh cá nhân", "Personal number"))
                .add(line("address", "Nơi cư trú", "Residence"));
        return result;
    }

    static ObjectNode both(String vi, String en) {
        return JSON.objectNode().put("vi", vi).put("en", en);
    }

    static String clause(Procedure procedure) {
        return procedure.national().legalBasis().stream()
                .map(LegalBasis::number)
                .filter(number -> !number.isBlank())
                .findFirst()
                .map(NewForm::law)
                .orElse(DECREE);
    }

    private static String law(String number) {
        if (number.contains("NĐ-CP")) {
            return "Nghị định " + number;
        }
        if (number.contains("/TT-") || number.contains("/TTLT-")) {
            return "Thông tư " + number;
        }
        return number.contains("/QH") ? "Luật số " + number : number;
    }

    private static ObjectNode requester(String clause) {
        ObjectNode page = page("nguoi-yeu-cau", "nguoi", "Bạn tên gì, sinh ngày nào, ở đâu?", "Who are you?");
        page.set("hint", both("Ghi đúng như trên thẻ căn cước.", "As on your identity card."));
        page.set(
                "why",
                why(
                        "Cán bộ cần biết đúng người để làm việc và đưa kết quả.",
                        "The officer must know whose matter it is and whom to give the result.",
                        clause));
        ArrayNode fields = page.putArray("fields");
        fields.add(example(
                account(
                        field("name", "text", "Họ, chữ đệm, tên", "Full name")
                                .put("min", 2)
                                .put("max", 100),
                        "name"),
                "Nguyễn Thị Mai",
                "Mai",
                "thiếu họ và chữ đệm",
                "the family and middle names are missing"));
        fields.add(example(
                account(
                        field("personalNumber", "personalNumber", "Số định danh cá nhân", "Personal number"),
                        "personalNumber"),
                "000194000011",
                "194000011",
                "chỉ có 9 chữ số, thiếu 3 chữ số",
                "it has 9 digits only, 3 are missing"));
        fields.add(
                account(field("birthDate", "date", "Ngày sinh", "Date of birth").put("notFuture", true), "birthDate"));
        fields.add(example(
                account(field("address", "address", "Nơi cư trú", "Residence"), "address"),
                "Số 12, thôn Đông, xã An Bình Mẫu, tỉnh Thử Nghiệm",
                "thôn Đông",
                "thiếu xã và tỉnh",
                "commune and province are missing"));
        return page;
    }

    private static ObjectNode paper(Component paper, String clause) {
        String id = "giay-to-" + paper.code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        ObjectNode page = page(id, "giay-to", "Gửi ảnh: " + paper.title(), "Send a photo: " + paper.title("en"));
        page.set(
                "why",
                why(
                        "Giấy này có trong danh sách giấy tờ của thủ tục.",
                        "This paper is on the published list of the procedure.",
                        clause));
        ObjectNode field =
                field("paper" + paper.code().replaceAll("[^A-Za-z0-9]+", ""), "file", paper.title(), paper.title("en"));
        field.put("component", paper.code());
        if (!paper.required()) {
            field.put("optional", true);
        }
        page.putArray("fields").add(field);
        return page;
    }

    private static ObjectNode contact() {
        ObjectNode page = page("lien-he", "gui", "Chúng tôi liên hệ với bạn thế nào?", "How can we reach you?");
        page.set(
                "why",
                why(
                        "Chúng tôi báo tin hồ sơ qua số điện thoại hoặc thư điện tử này.",
                        "We send news of the dossier there.",
                        DECREE));
        ArrayNode fields = page.putArray("fields");
        fields.add(example(
                account(field("phone", "phone", "Số điện thoại", "Telephone"), "phone"),
                "0900000011",
                "90000011",
                "thiếu số 0 ở đầu",
                "the 0 at the beginning is missing"));
        fields.add(example(
                account(field("email", "email", "Thư điện tử", "E-mail").put("optional", true), "email"),
                "mai@example.vn",
                "mai.example.vn",
                "thiếu dấu @",
                "the @ is missing"));
        return page;
    }

    private static ObjectNode declaration(String clause) {
        ObjectNode page = page(
                "cam-doan",
                "gui",
                "Bạn cam đoan các câu trả lời là đúng?",
                "Do you declare that your answers are true?");
        page.set(
                "why",
                why(
                        "Người khai nhận trách nhiệm về lời mình cam đoan.",
                        "Whoever declares answers for what is declared.",
                        clause));
        page.putArray("fields")
                .add(field(
                        "declaration",
                        "declaration",
                        "Tôi cam đoan các câu trả lời là đúng sự thật và nhận trách nhiệm về lời cam đoan này.",
                        "I declare that my answers are true and that I answer for this declaration."));
        return page;
    }

    static ObjectNode page(String id, String section, String vi, String en) {
        ObjectNode page = JSON.objectNode().put("id", id).put("section", section);
        page.set("title", both(vi, en));
        return page;
    }

    static ObjectNode field(String id, String type, String vi, String en) {
        ObjectNode field = JSON.objectNode().put("id", id).put("type", type);
        field.set("label", both(vi, en));
        return field;
    }

    static ObjectNode section(String id, String vi, String en) {
        ObjectNode section = JSON.objectNode().put("id", id);
        section.set("title", both(vi, en));
        return section;
    }

    private static ObjectNode why(String vi, String en, String clause) {
        ObjectNode why = JSON.objectNode();
        why.set("text", both(vi, en));
        return why.put("clause", clause);
    }

    private static ObjectNode account(ObjectNode field, String fact) {
        field.putObject("prefill").put("account", fact);
        return field;
    }

    private static ObjectNode example(ObjectNode field, String right, String wrong, String vi, String en) {
        field.putObject("example").put("right", right).put("wrong", wrong).set("because", both(vi, en));
        return field;
    }

    private static ObjectNode line(String answer, String vi, String en) {
        ObjectNode line = JSON.objectNode().put("id", answer);
        line.set("label", both(vi, en));
        return line.put("answer", answer);
    }

    /// The first letters of the title's syllables, as numbers of documents abbreviate types: `GXN`.
    private static String symbol(String title) {
        String letters = Stream.of(title.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .limit(6)
                .collect(Collectors.joining());
        return letters.isEmpty() ? "KQ" : letters;
    }
}
