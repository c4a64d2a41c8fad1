package org.phigiay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.phigiay.PhiGiay;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the whole program inside the measuring JVM, with an embedded PostgreSQL and data of its own.
final class Program {
    private Program() {}

    static Path home() {
        return Path.of(System.getProperty("phigiay.home", "."));
    }

    static ConfigurableApplicationContext start(String name, String... settings) throws IOException {
        Path data = home().resolve("target/bench-data/" + name);
        delete(data);
        Files.createDirectories(data);
        List<String> args = new ArrayList<>(List.of(
                "--phigiay.data=" + data.toAbsolutePath(),
                "--phigiay.home=" + home().toAbsolutePath(),
                "--server.port=0",
                "--phigiay.start-cache=false",
                "--phigiay.warm-up=false",
                "--logging.threshold.console=error"));
        args.addAll(List.of(settings));
        SpringApplication program = new SpringApplication(PhiGiay.class);
        program.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new StatementCount()));
        return program.run(args.toArray(String[]::new));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.version");
    }
}
