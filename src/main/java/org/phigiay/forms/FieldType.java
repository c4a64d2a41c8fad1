package org.phigiay.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What kind of answer a field takes, and its shape in JSON.
public enum FieldType {
    /// One line; a string.
    @JsonProperty("text")
    TEXT,
    /// Several lines; a string with line feeds.
    @JsonProperty("longText")
    LONG_TEXT,
    /// One of the choices; its value as a string.
    @JsonProperty("choice")
    CHOICE,
    /// Any number of the choices; an array of their values.
    @JsonProperty("choices")
    CHOICES,
    /// A boolean.
    @JsonProperty("yesNo")
    YES_NO,
    /// Day, month, year in three fields; a string `yyyy-MM-dd`.
    @JsonProperty("date")
    DATE,
    /// A Vietnamese telephone number; a string of digits that begins with 0.
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("email")
    EMAIL,
    /// Số định danh cá nhân: 12 digits as a string.
    @JsonProperty("personalNumber")
    PERSONAL_NUMBER,
    /// Mã số thuế: 10 digits with a check digit, 13 with a branch, or a personal number; a string.
    @JsonProperty("taxCode")
    TAX_CODE,
    /// A postal address in words; a string.
    @JsonProperty("address")
    ADDRESS,
    /// Whole đồng; an integer.
    @JsonProperty("money")
    MONEY,
    /// A whole number; an integer.
    @JsonProperty("number")
    NUMBER,
    /// A paper of the procedure: no answer in JSON, the file is sent beside the answers.
    @JsonProperty("file")
    FILE,
    /// "I declare that this is true": the boolean true and nothing else.
    @JsonProperty("declaration")
    DECLARATION,
    /// Facts about one person; an object. Taken apart into leaf fields when the definition is read.
    @JsonProperty("person")
    PERSON,
    /// The same questions for each of several things or people; an array of objects. Alone on its page.
    @JsonProperty("list")
    LIST,
    /// A whole number the program works out; never typed.
    @JsonProperty("calculated")
    CALCULATED;

    /// The name of the type in definitions, in camel case.
    public String jsonName() {
        return switch (this) {
            case TEXT -> "text";
            case LONG_TEXT -> "longText";
            case CHOICE -> "choice";
            case CHOICES -> "choices";
            case YES_NO -> "yesNo";
            case DATE -> "date";
            case PHONE -> "phone";
            case EMAIL -> "email";
            case PERSONAL_NUMBER -> "personalNumber";
            case TAX_CODE -> "taxCode";
            case ADDRESS -> "address";
            case MONEY -> "money";
            case NUMBER -> "number";
            case FILE -> "file";
            case DECLARATION -> "declaration";
            case PERSON -> "person";
            case LIST -> "list";
            case CALCULATED -> "calculated";
        };
    }
}
