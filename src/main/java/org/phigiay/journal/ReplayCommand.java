package org.phigiay.journal;

import java.io.PrintStream;
import java.util.List;
import org.phigiay.launch.ControlCommand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./phigiay replay FOLLOWER`: one follower forgets what it built and reads the journal again from its beginning.
@Component
class ReplayCommand implements ControlCommand {
    private static final long PATIENCE = 10 * 60_000L;

    private final FollowerRunner runner;
    private final ObjectProvider<Follower> followers;

    ReplayCommand(FollowerRunner runner, ObjectProvider<Follower> followers) {
        this.runner = runner;
        this.followers = followers;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        List<String> names = followers.stream().map(Follower::name).sorted().toList();
        if (args.size() != 1 || !names.contains(args.getFirst())) {
            out.println("Which follower? One of: " + String.join(", ", names));
            return 2;
        }
        String name = args.getFirst();
        if (!runner.replay(name)) {
            out.println("Follower " + name + " cannot start anew now.");
            return 1;
        }
        if (!runner.caughtUp(name, PATIENCE)) {
            out.println("Follower " + name + " reads the journal again; it goes on in the background.");
            return 0;
        }
        out.println("Follower " + name + " has read the whole journal again.");
        return 0;
    }
}
