package org.phigiay.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// The measurements: `./phigiay bench NAME`. Each prints a table for people and, last, one line of JSON.
public final class Bench {
    /// One measurement.
    interface Measurement {
        void run() throws Exception;
    }

    /// What stands after the name, such as a file; empty when nothing does.
    private static String more = "";

    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("filling", FillingBench::run);
        ALL.put("lives", LivesBench::run);
        ALL.put("pages", PagesBench::run);
        ALL.put("procedures", ProceduresBench::run);
        ALL.put("start", StartBench::run);
        ALL.put("signing", SigningBench::run);
        ALL.put("search", () -> SearchBench.run(more));
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Measurement chosen = args.length == 0 ? null : ALL.get(args[0]);
        if (chosen == null) {
            System.out.println("./phigiay bench NAME, NAME being one of: " + String.join(", ", ALL.keySet()));
            System.exit(args.length == 0 ? 0 : 2);
            return;
        }
        more = args.length > 1 ? args[1] : "";
        chosen.run();
        System.exit(0);
    }
}
