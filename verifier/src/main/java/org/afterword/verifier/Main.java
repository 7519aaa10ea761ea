package org.afterword.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a folder: {@code java -jar afterword-verifier.jar FOLDER [--since CHECKPOINT] [--json]}. */
public final class Main {
    private static final int DONE = 0;
    private static final int MISUSED = 2;
    private static final int PROBLEM_FOUND = 3;
    private static final String USAGE = """
            Usage: java -jar afterword-verifier.jar FOLDER [--since CHECKPOINT] [--json]
            Checks every byte of a site that Afterword has published.
            It says whether something was changed; never whether it is true.
              --since CHECKPOINT  the checkpoint.txt as you kept it elsewhere
              --json              one JSON object instead of sentences
            Exit codes: 0 nothing is wrong, 3 something is wrong, 2 wrong usage.
            """;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    private record Asked(Path folder, Optional<Path> since, boolean json) {}

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return DONE;
        }
        Optional<Asked> asked = asked(arguments);
        if (asked.isEmpty()) {
            err.print(USAGE);
            return MISUSED;
        }
        try {
            return check(asked.get(), out, err);
        } catch (IOException e) {
            err.println("It could not be read: " + e.getMessage());
            return MISUSED;
        }
    }

    private static Optional<Asked> asked(List<String> arguments) {
        Optional<Path> folder = Optional.empty();
        Optional<Path> since = Optional.empty();
        boolean json = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--since") && rest.hasNext() && since.isEmpty()) {
                since = Optional.of(Path.of(rest.next()));
            } else if (!argument.startsWith("--") && folder.isEmpty()) {
                folder = Optional.of(Path.of(argument));
            } else {
                return Optional.empty();
            }
        }
        Optional<Path> kept = since;
        boolean asJson = json;
        return folder.map(found -> new Asked(found, kept, asJson));
    }

    private static int check(Asked asked, PrintStream out, PrintStream err) throws IOException {
        Optional<String> since = asked.since().isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(asked.since().get()));
        if (!SiteCheck.isSite(asked.folder())) {
            err.println(asked.folder() + " is no site that Afterword has published.");
            return MISUSED;
        }
        SiteCheck.Result site = SiteCheck.verify(asked.folder(), since);
        boolean ok = site.ok() && site.unchangedSince().orElse(true);
        String against = site.unchangedSince()
                .map(same -> same ? "yes" : "no, it is another publication, or was changed")
                .orElse("not checked; give --since");
        if (asked.json()) {
            var problems = new ArrayList<Object>();
            for (var problem : site.problems()) {
                problems.add(line("meaning", problem.message(), "severity", "damage", "where", problem.file()));
            }
            out.println(CanonicalJson.write(line(
                    "bytes",
                    site.bytes(),
                    "files",
                    (long) site.files(),
                    "ok",
                    ok,
                    "problems",
                    problems,
                    "signed",
                    site.signedBy().isPresent(),
                    "unchangedSince",
                    against)));
        } else {
            out.println(ok ? "Nothing is wrong with this site." : "Something is wrong with this site.");
            out.println("  " + site.files() + " files, " + site.bytes() + " bytes checked");
            out.println("  signed by the key: " + site.signedBy().orElse("no signature fits"));
            out.println("  the same as the checkpoint kept elsewhere: " + against);
            site.problems().forEach(problem -> out.println("  " + problem.file() + ": " + problem.message()));
        }
        return ok ? DONE : PROBLEM_FOUND;
    }

    private static Map<String, Object> line(Object... pairs) {
        var line = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            line.put((String) pairs[i], pairs[i + 1]);
        }
        return line;
    }
}
