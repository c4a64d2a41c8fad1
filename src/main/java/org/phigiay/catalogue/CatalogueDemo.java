package org.phigiay.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.AgencyKind;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ProcedureCode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Publishes the procedures that come with the program and says that the invented communes perform them.
@Component
class CatalogueDemo implements DemoLoader {

    private static final String CIVIL_STATUS = ".04";
    /// The unit of a commune that performs what the civil-status section does not.
    private static final Map<String, String> UNITS = Map.of(
            "1.001612", ".03",
            "2.000720", ".03",
            "1.001266", ".03",
            "1.001570", ".03",
            "1.013225", ".03",
            "1.013831", ".03",
            "1.014027", ".05",
            "1.004222", ".06",
            "1.004194", ".06");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ProcedureCode.class, AsText.class)
            .build();

    private final Catalogue catalogue;
    private final Organisation organisation;

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // only its signature counts
        AsText(String value) {}
    }

    /// What a file of a shipped procedure holds.
    record Shipped(ProcedureVersion national, Guidance guidance) {}

    CatalogueDemo(Catalogue catalogue, Organisation organisation) {
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load() {
        List<Agency> communes = organisation.agencies().stream()
                .filter(agency -> agency.kind() == AgencyKind.COMMUNE)
                .toList();
        for (Shipped shipped : shipped()) {
            ProcedureVersion version = shipped.national();
            boolean _ = catalogue.ship(Actor.SYSTEM, version, shipped.guidance());
            String unit = UNITS.getOrDefault(version.code().value(), CIVIL_STATUS);
            for (Agency commune : communes) {
                boolean _ = catalogue.configure(
                        Actor.SYSTEM,
                        new AgencySetting(version.code(), commune.code(), commune.code() + unit, version.from(), null));
            }
        }
    }

    /// The procedures that come with the program, in their JSON files.
    static List<Shipped> shipped() {
        try {
            var all = new java.util.ArrayList<Shipped>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:org/phigiay/catalogue/procedures/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    all.add(JSON.readValue(in, Shipped.class));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
