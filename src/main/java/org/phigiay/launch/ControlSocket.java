package org.phigiay.launch;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channel through which the launcher asks the running program for something: a loopback socket and a secret in
/// a file only this account can read. [Control] is the other end.
///
/// The caller sends the secret and the words of the command, each as a length and UTF-8 bytes; the answer comes as
/// pieces of output, each a length and bytes, then 0 and the exit status.
public final class ControlSocket implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ControlSocket.class);
    private static final int MOST_WORDS = 100;

    private final Path data;
    private final ControlFile file;
    private final ServerSocket socket;
    private final Map<String, ControlCommand> commands = new TreeMap<>();

    private ControlSocket(Path data, ControlFile file, ServerSocket socket, List<ControlCommand> commands) {
        this.data = data;
        this.file = file;
        this.socket = socket;
        commands.forEach(command -> this.commands.put(command.name(), command));
    }

    /// Opens the channel and writes the file that leads to it.
    ///
    /// @param data the data folder
    /// @param address of the program's pages
    /// @param commands what can be asked for
    public static ControlSocket open(Path data, String address, List<ControlCommand> commands) throws IOException {
        var socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var file = new ControlFile(socket.getLocalPort(), HexFormat.of().formatHex(secret), address);
        var control = new ControlSocket(data, file, socket, commands);
        Thread.ofPlatform().daemon().name("control").start(control::listen);
        file.write(data);
        return control;
    }

    /// Closes the channel; the file goes with it, unless a later start wrote its own.
    @Override
    public void close() throws IOException {
        if (ControlFile.read(data).filter(file::equals).isPresent()) {
            Files.deleteIfExists(ControlFile.path(data));
        }
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().name("control-call").start(() -> answer(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    log.warn("Control channel: {}", e.getMessage());
                }
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(10_000);
            var in = new DataInputStream(caller.getInputStream());
            byte[] offered = word(in).getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(offered, file.secret().getBytes(StandardCharsets.UTF_8))) {
                return;
            }
            int count = in.readInt();
            if (count < 1 || count > MOST_WORDS) {
                return;
            }
            var words = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                words.add(word(in));
            }
            var out = new DataOutputStream(new BufferedOutputStream(caller.getOutputStream()));
            int status;
            try (var print = new PrintStream(new Pieces(out), true, StandardCharsets.UTF_8)) {
                status = run(words.getFirst(), words.subList(1, words.size()), print);
            }
            out.writeInt(0);
            out.writeInt(status);
            out.flush();
        } catch (IOException e) {
            log.debug("A caller of the control channel left: {}", e.getMessage());
        }
    }

    private int run(String name, List<String> args, PrintStream out) {
        ControlCommand command = commands.get(name);
        if (command == null) {
            out.println("Unknown command: " + name + ". Known: " + String.join(", ", commands.keySet()));
            return 2;
        }
        try {
            return command.run(args, out);
        } catch (RuntimeException e) {
            log.error("Command {} failed", name, e);
            out.println("The command failed: " + e.getMessage());
            return 1;
        }
    }

    private static String word(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > 64 * 1024) {
            throw new IOException("word too long");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /// Output as pieces with their lengths.
    private static final class Pieces extends OutputStream {
        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
