package org.phigiay.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.SignInNeeded;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

/// A way into every trouble there is.
@Controller
class Troubles {
    @GetMapping("/hong/{what}")
    String trouble(@PathVariable String what) {
        throw switch (what) {
            case "khong-thay" -> new NotFound();
            case "khong-duoc" -> new Forbidden("shared.in-flight");
            case "chua-duoc" -> new NotAllowedNow("RECEIVED", List.of("receive", "refuse"));
            case "nhanh-hon" -> new Conflict("shared.in-flight");
            case "sai" -> Invalid.of("name", "shared.not-found");
            case "lon" -> new MaxUploadSizeExceededException(1);
            case "dang-nhap" -> new SignInNeeded();
            case "voi" -> new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            case "mat-du-lieu" -> new DataAccessResourceFailureException("gone", new SQLException("x", "08006"));
            case "day" -> new UncheckedIOException(new IOException("No space left on device"));
            default -> new IllegalStateException("Nguyễn Thị Mai 000194000011");
        };
    }

    @PostMapping("/chi-gui")
    String post(@RequestParam int number) {
        return "ui/galleryHome";
    }
}
