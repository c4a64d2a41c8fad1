package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.processing.Load;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Task;
import org.phigiay.processing.TaskView;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.Page;
import org.phigiay.shared.Role;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Figure;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.SavedView;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Lists of work: an official's own, the whole agency's for its leader, all dossiers for whoever looks one up.
@Controller
class WorkPages {
    static final int SIZE = 50;
    private static final int SHORT = 10;

    private final Processing processing;
    private final Dossiers dossiers;
    private final WorkRows rows;
    private final Purposes purposes;

    WorkPages(Processing processing, Dossiers dossiers, WorkRows rows, Purposes purposes) {
        this.processing = processing;
        this.dossiers = dossiers;
        this.rows = rows;
        this.purposes = purposes;
    }

    @GetMapping("/can-bo")
    String work(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(name = "xem", defaultValue = "") String wanted,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Model model) {
        if (role(actor, Role.INSPECTOR)) {
            return "redirect:/can-bo/ho-so";
        }
        if (role(actor, Role.CATALOGUE)) {
            return "redirect:/can-bo/danh-muc";
        }
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        TaskView view = Slug.view(wanted);
        Page<Task> tasks = processing.tasksIn(actor, view, after, SIZE);
        Load load = processing.load(actor);
        model.addAttribute("caption", texts.get("desk.view." + view));
        model.addAttribute("views", views(actor, view, load, texts));
        model.addAttribute("rows", rows.ofTasks(actor, tasks.items(), language));
        model.addAttribute("next", tasks.next() == null ? null : href(view, tasks.next()));
        model.addAttribute("first", after == null ? null : href(view, null));
        model.addAttribute("leader", role(actor, Role.LEADER));
        return "desk/web/work";
    }

    /// Three numbers that matter, then what stands behind them.
    @GetMapping("/can-bo/lanh-dao")
    String leader(Actor actor, HttpServletRequest request, Model model) {
        Load agency = processing.loadOfAgency(actor);
        if (!role(actor, Role.LEADER)) {
            throw new Forbidden("identity.forbidden");
        }
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        Load own = processing.load(actor);
        model.addAttribute(
                "figures",
                List.of(
                        figure(agency.late(), "desk.leader.late", "#tre", texts),
                        figure(agency.soon(), "desk.leader.soon", "#sap-den-han", texts),
                        figure(own.toSign(), "desk.leader.to-sign", "#cho-ky", texts)));
        model.addAttribute("toSign", rows.ofTasks(actor, list(actor, TaskView.TO_SIGN, own.toSign(), false), language));
        model.addAttribute("late", rows.ofTasks(actor, list(actor, TaskView.LATE, agency.late(), true), language));
        model.addAttribute("soon", rows.ofTasks(actor, list(actor, TaskView.SOON, agency.soon(), true), language));
        model.addAttribute("more", Math.max(agency.late(), Math.max(agency.soon(), own.toSign())) > SHORT);
        return "desk/web/leader";
    }

    /// Every dossier of the agency, newest first, by code or name; an inspector says why first.
    @GetMapping("/can-bo/ho-so")
    String dossiers(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "trang-thai", defaultValue = "") String state,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            Model model) {
        Language language = Languages.of(request);
        Actor reader = purposes.ofList(actor, request);
        if (!actor.official()) {
            processing.load(actor);
        }
        List<DossierState> states = state.isBlank() ? List.of() : DossierState.parse(state);
        Page<Dossier> page = dossiers.list(reader, states, words, after);
        model.addAttribute("words", words);
        model.addAttribute("states", states(state, Texts.in(language)));
        model.addAttribute("rows", rows.ofDossiers(page.items(), language));
        model.addAttribute("purpose", reader.purpose());
        model.addAttribute("next", page.next() == null ? null : lookUp(words, state, page.next()));
        model.addAttribute("first", after == null ? null : lookUp(words, state, null));
        return "desk/web/dossiers";
    }

    @PostMapping("/can-bo/ho-so/muc-dich")
    String purpose(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "chon", defaultValue = "") String chosen,
            @RequestParam(name = "khac", defaultValue = "") String other,
            Model model) {
        try {
            String purpose = PurposeForm.read(chosen, other, Texts.in(Language.VI));
            purposes.rememberForList(actor, purpose, request, response);
            return "redirect:/can-bo/ho-so";
        } catch (Invalid e) {
            response.setStatus(422);
            Texts texts = Texts.in(Languages.of(request));
            model.addAttribute("form", PurposeForm.forList(chosen, other, Errors.of(e, texts), texts));
            return "desk/web/purpose";
        }
    }

    private List<Task> list(Actor actor, TaskView view, int count, boolean agency) {
        if (count == 0) {
            return List.of();
        }
        return agency
                ? processing.tasksOfAgency(actor, view, null, SHORT).items()
                : processing.tasksIn(actor, view, null, SHORT).items();
    }

    private static List<SavedView> views(Actor actor, TaskView current, Load load, Texts texts) {
        List<SavedView> views = new ArrayList<>();
        for (TaskView view : TaskView.values()) {
            boolean concerns = switch (view) {
                case TO_RECEIVE -> role(actor, Role.DESK);
                case TO_SIGN -> role(actor, Role.LEADER);
                case MINE, LATE, SOON, CITIZEN -> true;
            };
            if (concerns || view == current) {
                views.add(new SavedView(
                        texts.get("desk.view." + view), href(view, null), load.of(view), view == current));
            }
        }
        return views;
    }

    private static List<Option> states(String chosen, Texts texts) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", texts.get("desk.list.all-states"), chosen.isBlank()));
        Arrays.stream(DossierState.values())
                .mapToInt(DossierState::code)
                .distinct()
                .filter(code -> code != DossierState.FEE_DUE.code() && code != DossierState.STOPPED.code())
                .forEach(code -> options.add(Option.of(
                        String.valueOf(code),
                        texts.get("dossiers.state."
                                + DossierState.parse(String.valueOf(code)).getFirst()),
                        chosen.equals(String.valueOf(code)))));
        return options;
    }

    private static Figure figure(int number, String words, String href, Texts texts) {
        return new Figure(String.valueOf(number), texts.get(words), number == 0 ? "" : href);
    }

    private static String href(TaskView view, @Nullable String after) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/can-bo").queryParam("xem", Slug.of(view));
        return after == null
                ? uri.toUriString()
                : uri.queryParam("sau", "{after}")
                        .encode()
                        .buildAndExpand(after)
                        .toUriString();
    }

    private static String lookUp(String words, String state, @Nullable String after) {
        return UriComponentsBuilder.fromPath("/can-bo/ho-so")
                .queryParam("q", "{q}")
                .queryParam("trang-thai", "{state}")
                .queryParam("sau", "{after}")
                .encode()
                .buildAndExpand(words, state, after == null ? "" : after)
                .toUriString();
    }

    private static boolean role(Actor actor, Role role) {
        return actor.posts().stream().anyMatch(held -> held.role() == role);
    }
}
