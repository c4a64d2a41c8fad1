package org.phigiay.calendar.web;

import java.util.List;
import javax.sql.DataSource;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ModuleAlone;
import org.phigiay.shared.TestDatabase;
import org.springframework.boot.ApplicationRunner;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// The calendar's page with what it stands on, and nobody signed in.
@SpringBootConfiguration
@Conditional(ModuleAlone.class)
@ComponentScan({"org.phigiay.calendar", "org.phigiay.organisation", "org.phigiay.ui", "org.phigiay.shared"})
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class CalendarAlone {
    @Bean
    DataSource dataSource() {
        return TestDatabase.shared().app();
    }

    @Bean
    JdbcClient jdbc(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager manager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    ApplicationRunner demo(List<DemoLoader> loaders) {
        return arguments -> loaders.forEach(DemoLoader::load);
    }
}
