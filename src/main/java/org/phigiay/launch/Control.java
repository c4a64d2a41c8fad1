package org.phigiay.launch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The launcher's end of the control channel: `Control <data folder> <command> <args…>`. It asks the program that runs
/// with that data folder, prints what it answers and ends with its exit status; 3 when no program runs there.
public final class Control {

    private Control() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("Usage: Control <data folder> <command> <args…>");
            System.exit(2);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = call(Path.of(args[0]), List.of(args).subList(1, args.length), out);
        out.flush();
        if (status == 3) {
            System.err.println("No program is running with the data in " + args[0] + ". Start it with: ./phigiay up");
        }
        System.exit(status);
    }

    /// Sends a command to the program of that data folder.
    ///
    /// @param words the command's name and its arguments
    /// @param out receives what the program prints
    /// @return the command's exit status, or 3 when no program runs there
    static int call(Path data, List<String> words, PrintStream out) throws IOException {
        ControlFile file = ControlFile.read(data).orElse(null);
        if (file == null) {
            return 3;
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), file.port())) {
            var request = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream()));
            word(request, file.secret());
            request.writeInt(words.size());
            for (String word : words) {
                word(request, word);
            }
            request.flush();
            var answer = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            for (int length = answer.readInt(); length > 0; length = answer.readInt()) {
                out.write(answer.readNBytes(length));
            }
            return answer.readInt();
        } catch (ConnectException | java.io.EOFException killed) {
            // A killed program leaves its file behind; whoever listens there now does not know our secret.
            return 3;
        }
    }

    private static void word(DataOutputStream out, String word) throws IOException {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
