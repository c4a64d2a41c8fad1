package org.phigiay.identity.web;

import java.util.Comparator;
import org.phigiay.shared.DemoLoader;
import org.springframework.beans.factory.ObjectProvider;

/// Loads the organisation and the cast for a test.
final class Demo {
    private Demo() {}

    static void load(ObjectProvider<DemoLoader> loaders) {
        loaders.stream()
                .filter(loader -> loader.order() <= 20)
                .sorted(Comparator.comparingInt(DemoLoader::order))
                .forEach(DemoLoader::load);
    }
}
