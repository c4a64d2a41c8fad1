package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashSet;
import java.util.Set;
import org.phigiay.forms.Answers;
import tools.jackson.databind.JsonNode;

/// Fills in whatever fields stand on a page, by their names, from a set of answers; with the mouse, or with the
/// keyboard
/// alone.
final class FormFiller {
    private static final int MOST_TABS = 120;

    private final Page page;
    private final JsonNode answers;
    private final boolean keyboard;
    private final FilePayload photo;

    FormFiller(Page page, JsonNode answers, boolean keyboard, byte[] photo) {
        this.page = page;
        this.answers = answers;
        this.keyboard = keyboard;
        this.photo = new FilePayload("giay-to.jpg", "image/jpeg", photo);
    }

    /// Every field of the page that can be filled in, then the button that goes on.
    void answer() {
        for (String name : names()) {
            fill(name);
        }
        goOn();
    }

    void goOn() {
        if (keyboard) {
            tabTo("button.govuk-button:not([name])");
            page.evaluate("() => { window.before = true; }");
            page.keyboard().press("Enter");
            page.waitForFunction("() => window.before !== true && document.readyState === 'complete'");
        } else {
            page.locator("main form button.govuk-button:not([name])").first().click();
        }
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Locator fields = page.locator("main form :is(input, select, textarea)[name]:not([type=hidden])");
        for (int i = 0; i < fields.count(); i++) {
            names.add(fields.nth(i).getAttribute("name"));
        }
        return names;
    }

    private void fill(String name) {
        String kind = String.valueOf(page.locator(at(name)).first().evaluate("field => field.type"));
        switch (kind) {
            case "file" -> page.locator(at(name)).first().setInputFiles(photo);
            case "radio", "checkbox" -> choose(name, kind);
            case "select-one" -> {
                String value = value(name);
                if (value != null) {
                    if (keyboard) {
                        tabTo(at(name));
                    }
                    page.locator(at(name)).selectOption(value);
                }
            }
            default -> {
                String value = value(name);
                if (value == null) {
                    return;
                }
                if (keyboard) {
                    tabTo(at(name));
                    page.keyboard().press("Control+A");
                    page.keyboard().insertText(value);
                } else {
                    page.locator(at(name)).fill(value);
                }
            }
        }
    }

    private void choose(String name, String kind) {
        JsonNode answer = Answers.at(answers, name);
        Locator all = page.locator(at(name));
        for (int i = 0; i < all.count(); i++) {
            String value = all.nth(i).getAttribute("value");
            boolean wanted = name.equals("more")
                    ? value.equals("false")
                    : answer.isArray()
                            ? answer.valueStream().anyMatch(each -> value.equals(each.asString("")))
                            : value.equals(answer.asString(""));
            if (!wanted) {
                continue;
            }
            if (!keyboard) {
                all.nth(i).check();
            } else if (kind.equals("checkbox")) {
                tabTo(at(name) + "[value=\"" + value + "\"]");
                page.keyboard().press("Space");
            } else {
                tabTo(at(name));
                for (int step = 0; step < all.count() && !all.nth(i).isChecked(); step++) {
                    page.keyboard().press(step == 0 && all.count() > 0 ? "Space" : "ArrowDown");
                }
            }
            assertThat(all.nth(i).isChecked()).as("%s = %s", name, value).isTrue();
        }
    }

    private String value(String name) {
        for (String part : new String[] {".day", ".month", ".year"}) {
            if (name.endsWith(part)) {
                String date = Answers.at(answers, name.substring(0, name.length() - part.length()))
                        .asString("");
                return date.length() != 10
                        ? null
                        : part.equals(".day")
                                ? date.substring(8)
                                : part.equals(".month") ? date.substring(5, 7) : date.substring(0, 4);
            }
        }
        JsonNode answer = Answers.at(answers, name);
        return answer.isMissingNode() || answer.isContainer() ? null : answer.asString("");
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate(
                    "wanted => document.activeElement !== null && document.activeElement.matches(wanted)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No way by the keyboard to " + selector + " on " + page.url());
    }

    private static String at(String name) {
        return "main form [name=\"" + name + "\"]";
    }
}
