package org.phigiay.notifications.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.notifications.Letters;
import org.phigiay.notifications.Notice;
import org.phigiay.notifications.Notices;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Page;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Thông báo: the list of notices, and marking them as read.
@Controller
class NoticePages {
    private static final String ROOT = "/thong-bao";

    private final Notices notices;
    private final Letters letters;
    private final Catalogue catalogue;

    NoticePages(Notices notices, Letters letters, Catalogue catalogue) {
        this.notices = notices;
        this.letters = letters;
        this.catalogue = catalogue;
    }

    @GetMapping(ROOT)
    String list(
            Actor actor,
            @RequestParam(name = "sau", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        Language language = Languages.of(request);
        Page<Notice> page = notices.list(actor, after);
        List<NoticeView.Row> rows =
                page.items().stream().map(notice -> row(notice, language)).toList();
        model.addAttribute(
                "view",
                new NoticeView(
                        rows,
                        notices.unread(actor),
                        rows.isEmpty() ? null : rows.getFirst().entry(),
                        page.next() == null ? null : ROOT + "?sau=" + page.next(),
                        after == null ? null : ROOT));
        return "notifications/web/list";
    }

    @PostMapping(ROOT + "/da-doc")
    String markAllRead(Actor actor, @RequestParam("den") String newest, RedirectAttributes redirect) {
        int _ = notices.markAllRead(actor, newest);
        return back(redirect);
    }

    @PostMapping(ROOT + "/{entry}/da-doc")
    String markRead(Actor actor, @PathVariable String entry, RedirectAttributes redirect) {
        notices.markRead(actor, entry);
        return back(redirect);
    }

    private static String back(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "notifications.marked");
        return "redirect:" + ROOT;
    }

    private NoticeView.Row row(Notice notice, Language language) {
        return new NoticeView.Row(
                notice.entry().toString(),
                notice.at(),
                notice.unread(),
                notice.kind().asks(),
                notice.code(),
                notice.href(),
                letters.words(notice, language),
                catalogue
                        .find(notice.procedure())
                        .map(procedure -> procedure.title(language.code()))
                        .orElse(notice.procedure().value()));
    }
}
