package org.phigiay.notifications.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// The demo is on and no mail server is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnlyInDemo.WithoutMailServer.class)
@interface OnlyInDemo {

    /// Looks into the settings.
    final class WithoutMailServer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var settings = context.getEnvironment();
            return settings.getProperty("phigiay.demo", Boolean.class, true)
                    && settings.getProperty("phigiay.mail.host", "").isBlank();
        }
    }
}
