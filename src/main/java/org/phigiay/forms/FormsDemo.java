package org.phigiay.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.phigiay.shared.Actor;
import org.phigiay.shared.DemoLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Publishes the forms that come with the program.
@Component
class FormsDemo implements DemoLoader {

    private final Forms forms;

    FormsDemo(Forms forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void load() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:org/phigiay/forms/definitions/*.json")) {
                FormDefinition _ = forms.publish(Actor.SYSTEM, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
