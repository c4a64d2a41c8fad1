package org.phigiay.identity.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.phigiay.launch.ReadyNote;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells, at the terminal, who can sign in to the demo.
@Component
@Order(10)
@ConditionalOnProperty(name = "phigiay.demo", havingValue = "true", matchIfMissing = true)
class CastNote implements ReadyNote {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "vi".equals(Locale.getDefault().getLanguage())
                        ? "Bản chạy thử, đăng nhập được là (mã PIN hiện trên trang đăng nhập):"
                        : "Demo. These can sign in (the sign-in page shows the PIN):");
        for (Cast one : Cast.values()) {
            lines.add("  %-14s %-18s %s"
                    .formatted(
                            one.token(),
                            one.person().name(),
                            one.post().map(Object::toString).orElse("")));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }
}
