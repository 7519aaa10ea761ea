package org.afterword.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    private static final int LONGEST_NOTE = 1 << 20;
    private static final String USAGE = """
            Usage: java -jar afterword-verifier.jar FOLDER [--since CHECKPOINT] [--disclosed FOLDER] [--json]
            Checks every byte of a bag or a site that Afterword has made, and what its proofs say.
            It says whether something was changed; never whether it is true.
              --since CHECKPOINT  the checkpoint.txt as you kept it elsewhere
              --disclosed FOLDER  what was disclosed to you of one commitment of this site, decrypted and unzipped
              --json              one JSON object instead of sentences
            Exit codes: 0 nothing is wrong, 3 something is wrong, 2 wrong usage.
            """;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    private record Asked(Path folder, Optional<Path> since, Optional<Path> disclosed, boolean json) {}

    /**
     * @return the exit code
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return DONE;
        }
        try {
            Optional<Asked> asked = asked(arguments);
            if (asked.isEmpty()) {
                err.print(USAGE);
                return MISUSED;
            }
            return check(asked.get(), out, err);
        } catch (IOException | InvalidPathException e) {
            err.println("This could not be read: " + e.getMessage());
            return MISUSED;
        }
    }

    private static Optional<Asked> asked(List<String> arguments) {
        Optional<Path> folder = Optional.empty();
        Optional<Path> since = Optional.empty();
        Optional<Path> disclosed = Optional.empty();
        boolean json = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--since") && rest.hasNext() && since.isEmpty()) {
                since = Optional.of(Path.of(rest.next()));
            } else if (argument.equals("--disclosed") && rest.hasNext() && disclosed.isEmpty()) {
                disclosed = Optional.of(Path.of(rest.next()));
            } else if (!argument.startsWith("--") && folder.isEmpty()) {
                folder = Optional.of(Path.of(argument));
            } else {
                return Optional.empty();
            }
        }
        Optional<Path> kept = since;
        Optional<Path> opened = disclosed;
        boolean asJson = json;
        return folder.map(found -> new Asked(found, kept, opened, asJson));
    }

    private static int check(Asked asked, PrintStream out, PrintStream err) throws IOException {
        Optional<String> since = asked.since().isEmpty()
                ? Optional.empty()
                : Optional.of(note(asked.since().get()));
        Report report;
        if (asked.disclosed().isPresent() && !SiteCheck.isSite(asked.folder())) {
            err.println(asked.folder() + " is no site that Afterword has made; --disclosed is about one of a site's"
                    + " commitments.");
            return MISUSED;
        }
        if (BagCheck.isBag(asked.folder())) {
            report = bag(BagCheck.verify(asked.folder(), since));
        } else if (SiteCheck.isSite(asked.folder())) {
            report = site(SiteCheck.verify(asked.folder(), since));
            if (asked.disclosed().isPresent()) {
                report = with(
                        report,
                        DisclosureCheck.verify(asked.folder(), asked.disclosed().get()));
            }
        } else {
            err.println(asked.folder() + " is neither a bag nor a site that Afterword has made.");
            return MISUSED;
        }
        if (asked.json()) {
            out.println(CanonicalJson.write(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return report.ok() ? DONE : PROBLEM_FOUND;
    }

    /** Whatever the file holds; what is no text is no checkpoint. */
    private static String note(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.UTF_8);
        }
    }

    private record Report(boolean ok, List<String> lines, Map<String, Object> json) {}

    private static Report bag(BagCheck.Result bag) {
        String against = bag.unchangedSince()
                .map(same -> same ? "yes" : "not shown by this bag; ask for one made of that log")
                .orElse("not checked; give --since");
        var lines = head("bag", bag.ok(), bag.files(), bag.bytes(), bag.signedBy());
        lines.add("  exhibits shown to be in the signed log: " + bag.exhibits());
        lines.add("  unchanged since the checkpoint kept elsewhere: " + against);
        var stamps = new ArrayList<Object>();
        for (var stamp : bag.stamps()) {
            lines.add("  existed before: " + stamp.before() + ", says " + stamp.file() + " of " + stamp.exhibits()
                    + " of the exhibits; VERIFY.md says how to check who says so");
            stamps.add(row("file", stamp.file(), "exhibits", stamp.exhibits(), "before", stamp.before() + ""));
        }
        if (bag.stamps().isEmpty()) {
            lines.add("  existed before: not stamped");
        }
        var problems = new ArrayList<Object>();
        for (var problem : bag.problems()) {
            problem(problem.file(), problem.message(), lines, problems);
        }
        var json = json(bag.ok(), bag.files(), bag.bytes(), bag.signedBy(), against, problems);
        json.put("exhibits", (long) bag.exhibits());
        json.put("stamps", stamps);
        return new Report(bag.ok(), lines, json);
    }

    private static Report site(SiteCheck.Result site) {
        boolean ok = site.ok() && site.unchangedSince().orElse(true);
        String against = site.unchangedSince()
                .map(same -> same ? "yes" : "no, it is another publication, or was changed")
                .orElse("not checked; give --since");
        var lines = head("site", ok, site.files(), site.bytes(), site.signedBy());
        lines.add("  the same as the checkpoint kept elsewhere: " + against);
        var problems = new ArrayList<Object>();
        for (var problem : site.problems()) {
            problem(problem.file(), problem.message(), lines, problems);
        }
        return new Report(ok, lines, json(ok, site.files(), site.bytes(), site.signedBy(), against, problems));
    }

    private static Report with(Report site, DisclosureCheck.Result disclosed) {
        boolean ok = site.ok() && disclosed.ok();
        var lines = new ArrayList<>(site.lines());
        lines.add(
                disclosed.ok()
                        ? "The exhibit that was disclosed is the one behind the commitment."
                        : "The exhibit that was disclosed is not shown to be the one behind the commitment.");
        disclosed.commitment().ifPresent(commitment -> lines.add("  commitment: " + commitment));
        disclosed.sha256().ifPresent(hash -> lines.add("  the exhibit's SHA-256: " + hash));
        disclosed.pages().forEach(page -> lines.add("  stands on: " + page));
        disclosed
                .passage()
                .ifPresent(words -> lines.add("  the words: " + words.replaceAll("\\p{Cntrl}+", " ")
                        + (disclosed.found()
                                ? " (they stand in the exhibit)"
                                : " (open the exhibit and look for them)")));
        var json = new LinkedHashMap<>(site.json());
        var problems = new ArrayList<Object>();
        for (var problem : disclosed.problems()) {
            problem(problem.file(), problem.message(), lines, problems);
        }
        json.put("ok", ok);
        json.put("disclosed", row("ok", disclosed.ok(), "pages", disclosed.pages(), "problems", problems));
        return new Report(ok, List.copyOf(lines), json);
    }

    private static List<String> head(String what, boolean ok, int files, long bytes, Optional<String> signedBy) {
        var lines = new ArrayList<String>();
        lines.add((ok ? "Nothing" : "Something") + " is wrong with this " + what + ".");
        lines.add("  files checked: " + files + ", bytes: " + bytes);
        lines.add("  signed by the key: " + signedBy.orElse("no signature fits"));
        return lines;
    }

    private static void problem(String file, String message, List<String> lines, List<Object> problems) {
        lines.add("  " + file.replaceAll("\\p{Cntrl}", "?") + ": " + message);
        problems.add(row("severity", "damage", "where", file, "meaning", message));
    }

    private static Map<String, Object> json(
            boolean ok, int files, long bytes, Optional<String> signedBy, String against, List<Object> problems) {
        var json = row("ok", ok, "files", (long) files, "bytes", bytes, "signed", signedBy.isPresent());
        signedBy.ifPresent(key -> json.put("signedBy", key));
        json.put("unchangedSince", against);
        json.put("problems", problems);
        return json;
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
