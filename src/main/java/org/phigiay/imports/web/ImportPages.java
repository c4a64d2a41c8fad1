package org.phigiay.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Differences;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.imports.Batch;
import org.phigiay.imports.Batch.BatchId;
import org.phigiay.imports.FindingKind;
import org.phigiay.imports.ImportRow;
import org.phigiay.imports.Imports;
import org.phigiay.imports.RowOutcome;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Danh mục thủ tục, phía cán bộ: the catalogue officer's home, and reading in files of national texts.
@Controller
@RequestMapping("/can-bo/danh-muc")
class ImportPages {

    static final String PATH = "/can-bo/danh-muc/nhap";
    private static final int SIZE = 50;

    private final Imports imports;
    private final Catalogue catalogue;
    private final ImportViews views;

    ImportPages(Imports imports, Catalogue catalogue, ImportViews views) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.views = views;
    }

    /// What an officer of the catalogue can do.
    @GetMapping
    String home(Actor actor, HttpServletRequest request, Model model) {
        List<Batch> waiting = imports.latest(actor).stream()
                .filter(batch -> batch.state() == Batch.State.PREPARED)
                .toList();
        model.addAttribute("view", views.home(catalogue.heads(), waiting.size(), Languages.of(request)));
        return "imports/web/home";
    }

    @GetMapping("/nhap")
    String list(Actor actor, HttpServletRequest request, Model model) {
        return list(actor, Errors.NONE, request, model);
    }

    @PostMapping("/nhap")
    String read(
            Actor actor,
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        Texts texts = Texts.in(Languages.of(request));
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(actor, Errors.of(Invalid.of("tep", "imports.file.missing"), texts), request, model);
        }
        try (InputStream in = file.getInputStream()) {
            Batch batch = imports.prepare(actor, name, in);
            redirect.addFlashAttribute("flash", "imports.flash.prepared");
            return "redirect:" + PATH + "/" + batch.id();
        } catch (Invalid e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Invalid named = new Invalid(e.errors().stream()
                    .map(error -> org.phigiay.shared.FieldError.of(
                            "tep", error.message(), error.args().toArray()))
                    .toList());
            return list(actor, Errors.of(named, texts), request, model);
        }
    }

    @GetMapping("/nhap/{id}")
    String show(
            Actor actor,
            @PathVariable("id") String id,
            @RequestParam(name = "xem", defaultValue = "") String outcome,
            @RequestParam(name = "luu-y", defaultValue = "") String kind,
            @RequestParam(name = "sau", defaultValue = "0") String after,
            HttpServletRequest request,
            Model model) {
        BatchId batch = id(id);
        RowOutcome wanted = one(RowOutcome.values(), outcome);
        FindingKind finding = one(FindingKind.values(), kind);
        List<ImportRow> rows = imports.lines(actor, batch, wanted, finding, number(after), SIZE + 1);
        model.addAttribute(
                "view",
                views.batch(
                        actor,
                        imports.find(actor, batch),
                        imports.kinds(actor, batch),
                        wanted,
                        finding,
                        rows.size() > SIZE ? rows.subList(0, SIZE) : rows,
                        rows.size() > SIZE,
                        number(after) > 0,
                        Languages.of(request)));
        return "imports/web/batch";
    }

    /// One row: what was found, and for a changed procedure what changes, in words.
    @GetMapping("/nhap/{id}/dong/{line}")
    String row(
            Actor actor,
            @PathVariable("id") String id,
            @PathVariable("line") String line,
            HttpServletRequest request,
            Model model) {
        BatchId batch = id(id);
        ImportRow row = imports.line(actor, batch, number(line));
        Language language = Languages.of(request);
        ProcedureVersion text = row.text();
        List<Difference> differences = List.of();
        if (text != null && row.base() > 0) {
            // What it was compared with: the national text of that number stands in some edition.
            differences = catalogue.versions(new ProcedureCode(row.code())).stream()
                    .filter(procedure -> procedure.national().version() == row.base())
                    .findFirst()
                    .map(procedure -> Differences.between(procedure.national(), text, language))
                    .orElse(List.of());
        }
        model.addAttribute("view", views.row(batch, row, differences, language));
        return "imports/web/row";
    }

    @PostMapping("/nhap/{id}/dang")
    String publish(Actor actor, @PathVariable("id") String id, RedirectAttributes redirect) {
        int _ = imports.publish(actor, id(id));
        redirect.addFlashAttribute("flash", "imports.flash.published");
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/nhap/{id}/bo")
    String discard(Actor actor, @PathVariable("id") String id, RedirectAttributes redirect) {
        imports.discard(actor, id(id));
        redirect.addFlashAttribute("flash", "imports.flash.discarded");
        return "redirect:" + PATH;
    }

    /// The whole report: a line for each row and finding. Streamed, so that its size does not matter.
    @GetMapping("/nhap/{id}/bao-cao.csv")
    void report(Actor actor, @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BatchId batch = id(id);
        Batch found = imports.find(actor, batch);
        Texts texts = Texts.in(Languages.of(request));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"bao-cao-nhap-" + found.id() + ".csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        PrintWriter out = response.getWriter();
        // Spreadsheets recognise UTF-8 by this mark.
        out.write('\ufeff');
        ReportLines.head(texts, out);
        for (int after = 0; ; ) {
            List<ImportRow> rows = imports.lines(actor, batch, null, null, after, 500);
            if (rows.isEmpty()) {
                return;
            }
            rows.forEach(row -> ReportLines.write(row, texts, out));
            after = rows.getLast().line();
        }
    }

    private String list(Actor actor, Errors errors, HttpServletRequest request, Model model) {
        model.addAttribute("view", views.list(imports.latest(actor), errors, Languages.of(request)));
        return "imports/web/list";
    }

    private static BatchId id(String text) {
        try {
            return new BatchId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
