package org.phigiay.identity.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.phigiay.identity.People;
import org.phigiay.identity.Tokens;
import org.phigiay.launch.ControlCommand;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// `token NAME`: a new API token of one of the cast, good for 30 days; earlier ones stay good. It counts as stepped up.
@Component
@ConditionalOnProperty(name = "phigiay.demo", havingValue = "true", matchIfMissing = true)
class TokenCommand implements ControlCommand {
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private final Tokens tokens;
    private final People people;

    TokenCommand(Tokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        Cast one = args.size() == 1 ? Cast.named(args.getFirst()).orElse(null) : null;
        if (one == null) {
            out.println("Usage: token NAME, where NAME is one of: "
                    + Arrays.stream(Cast.values()).map(Cast::token).collect(Collectors.joining(", ")));
            return 2;
        }
        if (people.find(one.id()).isEmpty()) {
            out.println("The demo's people are not loaded here.");
            return 1;
        }
        out.println(tokens.make(one.id(), "demo", true, GOOD_FOR));
        return 0;
    }
}
