package org.phigiay.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.phigiay.dossiers.DossierId;
import org.phigiay.ui.Texts;

/// What an official can do with a dossier, in the order of the bar: the first one possible is the main button.
public enum Deed {
    RECEIVE("receive", "tiep-nhan", "dossiers.action."),
    COMPLETE("complete-step", "hoan-thanh-buoc", "processing.action."),
    SIGN("sign", "ky", "processing.action."),
    ISSUE("issue", "ban-hanh", "processing.action."),
    HAND_OVER("hand-over", "tra-ket-qua", "dossiers.action."),
    REQUEST_SUPPLEMENT("request-supplement", "yeu-cau-bo-sung", "dossiers.action."),
    RETURN("return-step", "tra-lai-buoc", "processing.action."),
    ASSIGN("assign", "phan-cong", "processing.action."),
    REFUSE("refuse", "tu-choi", "dossiers.action.");

    private final String action;
    private final String verb;
    private final String texts;

    Deed(String action, String verb, String texts) {
        this.action = action;
        this.verb = verb;
        this.texts = texts;
    }

    /// Last part of the address.
    public String verb() {
        return verb;
    }

    /// Name of the template of its form.
    String template() {
        return switch (this) {
            case RECEIVE -> "receive";
            case COMPLETE -> "complete";
            case SIGN -> "sign";
            case ISSUE -> "issue";
            case HAND_OVER -> "handOver";
            case REQUEST_SUPPLEMENT -> "requestSupplement";
            case RETURN -> "returnStep";
            case ASSIGN -> "assign";
            case REFUSE -> "refuse";
        };
    }

    public String label(Texts all) {
        return all.get(texts + action);
    }

    public String href(DossierId id) {
        return "/can-bo/ho-so/" + id + "/" + verb;
    }

    /// Those among the names of actions that are an official's, in the order of the bar.
    static List<Deed> of(List<String> actions) {
        return Arrays.stream(values())
                .filter(deed -> actions.contains(deed.action))
                .toList();
    }

    static Optional<Deed> called(String verb) {
        return Arrays.stream(values()).filter(deed -> deed.verb.equals(verb)).findFirst();
    }
}
