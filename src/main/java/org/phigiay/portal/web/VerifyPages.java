package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.wallet.KeptResult;
import org.phigiay.wallet.Wallet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Xác minh: anybody checks a PDF, or the code of a paper they hold. Whatever is sent gets a verdict.
@Controller
@RequestMapping(VerifyPages.PATH)
class VerifyPages {
    static final String PATH = "/xac-minh";
    static final String FILE = "tep";
    private static final int LONGEST = 80;

    private final Wallet wallet;
    private final Verdicts verdicts;

    VerifyPages(Wallet wallet, Verdicts verdicts) {
        this.wallet = wallet;
        this.verdicts = verdicts;
    }

    record AskView(String code, Errors errors) {}

    @GetMapping
    String ask(
            @RequestParam(name = "ma", required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (code == null) {
            model.addAttribute("view", new AskView("", Errors.NONE));
            return "portal/web/verify";
        }
        if (code.isBlank()) {
            return again("ma", "portal.verify.code.empty", request, response, model);
        }
        String path = code.strip();
        return "redirect:" + PATH + "/"
                + URLEncoder.encode(path.length() > LONGEST ? path.substring(0, LONGEST) : path, StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    @PostMapping
    String file(
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isBlank()) {
            return again(FILE, "portal.verify.file.empty", request, response, model);
        }
        model.addAttribute("view", verdicts.of(wallet.verify(file.getBytes()), Languages.of(request)));
        return "portal/web/verdict";
    }

    @GetMapping("/{code}")
    String code(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        KeptResult result = code.length() > LONGEST ? null : wallet.byCode(code).orElse(null);
        if (result == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("view", verdicts.noSuchCode(code, Languages.of(request)));
        } else {
            model.addAttribute("view", verdicts.of(result, wallet.outcome(result), Languages.of(request)));
        }
        return "portal/web/verdict";
    }

    private static String again(
            String field, String message, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Errors errors = Errors.of(List.of(FieldError.of(field, message)), Texts.in(Languages.of(request)));
        model.addAttribute("view", new AskView("", errors));
        return "portal/web/verify";
    }
}
