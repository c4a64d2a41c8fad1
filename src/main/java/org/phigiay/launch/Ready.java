package org.phigiay.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What happens when the program has started: the control channel opens and the person at the terminal reads where to
/// go and who can sign in.
@Component
class Ready implements DisposableBean {

    private final DataFolder data;
    private final ObjectProvider<ControlCommand> commands;
    private final ObjectProvider<ReadyNote> notes;
    private @Nullable ControlSocket control;

    Ready(DataFolder data, ObjectProvider<ControlCommand> commands, ObjectProvider<ReadyNote> notes) {
        this.data = data;
        this.commands = commands;
        this.notes = notes;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return;
        }
        var server = context.getWebServer();
        if (server == null) {
            return;
        }
        String address = "http://localhost:" + server.getPort();
        try {
            control = ControlSocket.open(data.path(), address, commands.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (event.getApplicationContext().getEnvironment().getProperty("phigiay.announce", Boolean.class, false)) {
            // Ctrl-C and SIGTERM are how this program is meant to end: once all is closed, that is a success.
            SpringApplication.getShutdownHandlers()
                    .add(() -> Runtime.getRuntime().halt(0));
            print(new PrintStream(System.out, true, StandardCharsets.UTF_8), address, server.getPort());
        }
    }

    private void print(PrintStream out, String address, int port) {
        boolean vietnamese = "vi".equals(Locale.getDefault().getLanguage());
        out.println();
        out.println("  Phi Giấy: " + address);
        for (String lan : localNetworkAddresses()) {
            out.println((vietnamese ? "  Từ điện thoại cùng mạng: http://" : "  From a phone on this network: http://")
                    + lan + ":" + port);
        }
        notes.orderedStream().forEach(note -> {
            out.println();
            note.lines().forEach(line -> out.println("  " + line));
        });
        out.println();
        out.println(vietnamese ? "  Dừng: Ctrl-C" : "  Stop: Ctrl-C");
        out.println();
    }

    private static List<String> localNetworkAddresses() {
        try {
            var found = new ArrayList<String>();
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!card.isUp() || card.isLoopback() || card.isPointToPoint() || card.isVirtual()) {
                    continue;
                }
                for (var address : Collections.list(card.getInetAddresses())) {
                    if (address instanceof Inet4Address && address.isSiteLocalAddress()) {
                        found.add(address.getHostAddress());
                    }
                }
            }
            return found;
        } catch (SocketException e) {
            return List.of();
        }
    }

    @Override
    public void destroy() throws IOException {
        ControlSocket open = control;
        if (open != null) {
            open.close();
        }
    }
}
