package org.phigiay.notifications.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// The demo is on and no mail server is set.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${phigiay.demo:true} and '${phigiay.mail.host:}'.isBlank()")
@interface OnlyInDemo {}
