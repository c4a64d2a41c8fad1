package org.phigiay.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL refuses to run as root. A program started as root runs it in a user namespace of its own, where it is
/// nobody; files keep their owner.
final class AsRoot {

    private AsRoot() {}

    /// What to put before a PostgreSQL command for this account: nothing, unless it is root.
    static List<String> prefix() {
        return Holder.PREFIX;
    }

    private static final class Holder {
        static final List<String> PREFIX = isRoot() ? namespace() : List.of();
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self)
                    ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static List<String> namespace() {
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException absent) {
            // said below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartFailed("PostgreSQL does not run as root, and this machine allows no user namespaces (unshare)."
                + " Start the program from an ordinary account.");
    }
}
