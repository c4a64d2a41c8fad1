package org.phigiay.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailRouteTest {
    @Test
    void what_stands_in_is_found_again_after_it_was_stopped_and_started_on_another_port() {
        var port = new AtomicInteger(2501);
        var beans = new StaticListableBeanFactory();
        beans.addBean("standIn", (MailSettings.StandIn) port::get);
        MailRoute route = new MailRoute(
                new MailSettings("", 587, "", "", "from@phigiay.example", true, 10),
                beans.getBeanProvider(MailSettings.StandIn.class));
        assertThat(((JavaMailSenderImpl) route.sender()).getPort()).isEqualTo(2501);
        port.set(2502);
        assertThat(((JavaMailSenderImpl) route.sender()).getPort()).isEqualTo(2502);
    }
}
