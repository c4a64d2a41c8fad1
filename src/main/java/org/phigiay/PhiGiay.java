package org.phigiay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// The program: one process that serves a commune, a province or a copy among several on one database.
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Phi Giấy", sharedModules = "shared")
public class PhiGiay {

    public static void main(String[] args) {
        SpringApplication.run(PhiGiay.class, args);
    }
}
