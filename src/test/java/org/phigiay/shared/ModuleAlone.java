package org.phigiay.shared;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// For the configuration of a test that starts one module alone (`@Conditional(ModuleAlone.class)`): the whole program,
/// when it is tested, finds that class too and must not take it.
public final class ModuleAlone implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getRegistry().containsBeanDefinition("phiGiay");
    }
}
