package org.phigiay.ui;

import org.phigiay.shared.ModuleAlone;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;

/// The pages' module by itself: no database, nobody signs in.
@SpringBootConfiguration
@Conditional(ModuleAlone.class)
@ComponentScan("org.phigiay.ui")
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class UiAlone {
    @Bean
    Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public String place(Texts texts) {
                return "Xã An Bình Mẫu";
            }

            @Override
            public java.util.List<Way> ways(@org.jspecify.annotations.Nullable Viewer viewer, Texts texts) {
                return java.util.List.of(
                        new Way("Thủ tục", "/thu-tuc"),
                        new Way("Tra cứu hồ sơ", "/tra-cuu"),
                        new Way("Giao diện", "/thu-vien-giao-dien"));
            }

            @Override
            public Help help(Texts texts) {
                return new Help(
                        "Một cửa Xã An Bình Mẫu, thôn Mẫu 1",
                        "Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00",
                        "0900 000 000");
            }
        };
    }

    @Bean
    FrameSource person() {
        return new FrameSource() {
            @Override
            public @org.jspecify.annotations.Nullable Viewer viewer(jakarta.servlet.http.HttpServletRequest request) {
                return request.getRequestURI().endsWith("can-bo")
                        ? new Viewer("Lê Thị Hoa", "Cán bộ một cửa", true, "/dang-xuat")
                        : null;
            }

            @Override
            public @org.jspecify.annotations.Nullable Csrf csrf(jakarta.servlet.http.HttpServletRequest request) {
                return request.getRequestURI().endsWith("can-bo") ? new Csrf("_csrf", "x") : null;
            }
        };
    }
}
