package org.phigiay.forms;

/// A small form with everything a definition can say: a person, a list with a page for each item, calculated values,
/// conditions of every kind.
final class FormatTwo {

    private FormatTwo() {}

    static final String BODY = """
            {"ref": {"id": "household", "version": 1}, "procedure": "1.004222",
             "title": {"vi": "Tờ khai thử", "en": "A trial form"},
             "sections": [{"id": "all", "title": {"vi": "Tất cả", "en": "All"}}],
             "pages": [
              {"id": "me", "section": "all", "title": {"vi": "Mẹ là ai?", "en": "Who is the mother?"},
               "fields": [{"id": "mother", "type": "person", "label": {"vi": "mẹ", "en": "the mother"},
                           "parts": ["name", "personalNumber", "birthDate", "phone?"], "fixedSex": "female",
                           "self": []}]},
              {"id": "so-thang", "section": "all", "title": {"vi": "Mấy tháng?", "en": "How many months?"},
               "fields": [{"id": "months", "type": "number", "min": 1, "max": 24,
                           "label": {"vi": "Số tháng", "en": "Months"}}]},
              {"id": "thanh-vien", "section": "all", "title": {"vi": "Ai cùng chuyển?", "en": "Who moves along?"},
               "fields": [{"id": "members", "type": "list", "min": 0, "max": 3,
                           "label": {"vi": "Thành viên", "en": "Members"},
                           "item": {"vi": "thành viên", "en": "member"},
                           "fields": [{"id": "who", "type": "person", "label": {"vi": "thành viên", "en": "the member"},
                                       "parts": ["name", "personalNumber", "birthDate", "sex"]},
                                      {"id": "share", "type": "money", "label": {"vi": "Phần góp", "en": "Share"}},
                                      {"id": "child", "type": "yesNo", "label": {"vi": "Là trẻ em", "en": "A child"}}]}]},
              {"id": "truong-hoc", "section": "all", "each": "members",
               "title": {"vi": "Học ở đâu?", "en": "Which school?"},
               "showIf": [{"field": "members.child", "in": ["true"]}],
               "fields": [{"id": "school", "type": "text", "label": {"vi": "Trường", "en": "School"}}]},
              {"id": "tong", "section": "all", "title": {"vi": "Cộng lại", "en": "Together"},
               "fields": [{"id": "total", "type": "calculated", "unit": "money", "label": {"vi": "Tổng", "en": "Total"},
                           "formula": {"sumOf": "members.share"}},
                          {"id": "monthly", "type": "calculated", "unit": "money",
                           "label": {"vi": "Mỗi tháng", "en": "A month"},
                           "formula": {"quotient": ["total", "months"]}},
                          {"id": "age", "type": "calculated", "unit": "number", "label": {"vi": "Tuổi mẹ", "en": "Age"},
                           "formula": {"age": "mother.birthDate"}},
                          {"id": "note", "type": "longText", "optional": true,
                           "label": {"vi": "Lời nhắn", "en": "A note"}}]},
              {"id": "gia", "section": "all", "title": {"vi": "Có lương hưu không?", "en": "Is there a pension?"},
               "showIf": [{"field": "age", "atLeast": 60}],
               "fields": [{"id": "pension", "type": "yesNo", "label": {"vi": "Lương hưu", "en": "Pension"}}]}],
             "rules": [],
             "result": {"kind": "trial", "code": "KQ.G00.000000", "symbol": "TT",
                        "title": {"vi": "Giấy thử", "en": "Trial paper"},
                        "fields": [{"id": "name", "label": {"vi": "Tên", "en": "Name"}, "answer": "mother.name"}]},
             "example": {"mother": {"name": "Nguyễn Thị Mai", "personalNumber": "000194000011",
                                    "birthDate": "1994-03-14"},
                         "months": 7,
                         "members": [{"who": {"name": "Trần An", "personalNumber": "000219000012",
                                              "birthDate": "2019-05-20", "sex": "male"},
                                      "share": 100, "child": true, "school": "Trường mẫu"},
                                     {"who": {"name": "Trần Bình", "personalNumber": "000088000012",
                                              "birthDate": "1988-09-02", "sex": "male"},
                                      "share": 251, "child": false}]}}
            """;

    static FormDefinition form() {
        return Forms.parse(BODY);
    }

    static FormDefinition with(String part, String instead) {
        if (!BODY.contains(part)) {
            throw new IllegalArgumentException("The form does not say " + part);
        }
        return Forms.parse(BODY.replace(part, instead));
    }
}
