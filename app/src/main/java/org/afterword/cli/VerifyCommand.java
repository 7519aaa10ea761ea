package org.afterword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Retention;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Problem;
import org.afterword.custody.Existed;
import org.afterword.custody.Roots;
import org.afterword.custody.Verification;
import org.afterword.verifier.BagCheck;
import org.afterword.verifier.SiteCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks every byte of a case and its log, or of a bag or a published site (which need no passphrase).",
        footer = {
            "",
            "It says three things, each apart: whether this case's key signed the log; whether anything was changed"
                    + " since a checkpoint that was kept elsewhere; before which time a stamp shows it to have existed."
                    + " It never says that a content is true.",
            "",
            "Examples:",
            "  afterword verify case.afterword",
            "  afterword verify case.afterword --since checkpoint.txt --roots authorities.pem",
            "  afterword verify case.afterword --repair",
            "  afterword verify site/",
            "  afterword verify bag/"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int LARGEST_CHECKPOINT = 1 << 20;

    @Parameters(
            index = "0",
            paramLabel = "CASE|SITE|BAG",
            description = "A case file, or the folder of a published site or a bag.")
    private @Nullable Path path;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint kept elsewhere: what 'afterword checkpoint' gave, or a site's checkpoint.txt."
                    + " Shows that nothing it covers was changed or dropped.")
    private @Nullable Path since;

    @Option(
            names = "--roots",
            paramLabel = "FILE",
            description = "For a case: root certificates (PEM) of the time-stamp authorities that you trust.")
    private @Nullable Path roots;

    @Option(
            names = "--repair",
            description = "For a case: put right what can be put right safely, after a copy of the file was made.")
    private boolean repair;

    @Option(names = "--yes", description = "With --repair: do not ask.")
    private boolean yes;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        Path what = Optional.ofNullable(path).orElseThrow();
        if (Files.isDirectory(what)) {
            return folder(what, terminal);
        }
        var outside = new Verification.Outside(kept(), roots == null ? Roots.NONE : Roots.read(roots));
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), what)) {
            List<Retention> past = new ArrayList<>();
            Verification found =
                    Verification.verify(what, passphrase, outside, contents -> past.add(Reminder.past(contents)));
            int exit = verified(found, terminal);
            past.forEach(one -> Reminder.say(one, terminal));
            if (!repair) {
                return exit;
            }
            return new Repairing(what, passphrase, terminal, yes).repair(found)
                    ? verified(Verification.verify(what, passphrase, outside), terminal)
                    : exit;
        }
    }

    /** Whatever the file holds; what is no text is no checkpoint. */
    private Optional<String> kept() throws IOException {
        if (since == null) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(since)) {
            return Optional.of(new String(in.readNBytes(LARGEST_CHECKPOINT), StandardCharsets.UTF_8));
        }
    }

    private int folder(Path folder, Terminal terminal) throws IOException {
        boolean bag = BagCheck.isBag(folder);
        if (!bag && !SiteCheck.isSite(folder)) {
            throw new UsageException(folder + " is a folder, but no site or bag that Afterword has made");
        }
        if (repair) {
            throw new UsageException(
                    "--repair is for a case; a " + (bag ? "bag" : "site") + " is made anew from its case");
        }
        if (roots != null) {
            throw new UsageException(
                    bag
                            ? "--roots is for a case; the bag's VERIFY.md says how openssl checks its stamps against roots"
                            : "--roots is for a case; a site has no time stamps");
        }
        return bag ? BagReport.of(BagCheck.verify(folder, kept()), terminal) : site(folder, terminal);
    }

    private static int verified(Verification verification, Terminal terminal) {
        terminal.say(verification.ok() ? "Nothing is wrong with this case." : "Something is wrong with this case.");
        terminal.say("  " + Words.count(verification.exhibits(), "exhibit") + ", "
                + Words.count(verification.bytes(), "byte") + " checked; "
                + Words.count(verification.entries(), "log entry"));
        if (verification.erased().entries() + verification.erased().exhibits() > 0) {
            terminal.say("  erased on purpose, as the log says: "
                    + Words.count(verification.erased().entries(), "log entry")
                    + (verification.erased().exhibits() == 0
                            ? ""
                            : ", the bytes of "
                                    + Words.count(verification.erased().exhibits(), "exhibit") + " more"));
        }
        terminal.say("  signed by this case's key: " + (verification.signed() ? "yes" : "no"));
        String since = verification.unchangedSince();
        terminal.say("  unchanged since a checkpoint kept elsewhere: "
                + (since.startsWith("the checkpoint") ? "yes, since " : "") + since);
        terminal.say("  existed before: " + verification.existedBefore());
        for (Verification.Stamped stamp : verification.stamps()) {
            terminal.say("      the first " + Words.count(stamp.entries(), "log entry") + ": before "
                    + stamp.existed().before() + ", says " + stamp.existed().authority() + ", asked at "
                    + stamp.address() + " (" + stamp.existed().root().words() + ")");
        }
        for (Problem problem : verification.problems()) {
            terminal.say("  " + problem.severity() + ", " + problem.where()
                    + problem.name().map(name -> " (" + name + ")").orElse("") + ": " + problem.meaning());
            terminal.say("      " + problem.action());
        }
        terminal.data(Row.of("ok", verification.ok())
                .and("signed", verification.signed())
                .and("unchangedSince", verification.unchangedSince())
                .and("existedBefore", verification.existedBefore())
                .and("exhibits", verification.exhibits())
                .and("bytes", verification.bytes())
                .and("entries", verification.entries())
                .and(
                        "stamps",
                        verification.stamps().stream().map(VerifyCommand::row).toList())
                .and("erased", verification.erased())
                .and("problems", verification.problems()));
        return verification.ok() ? Exit.DONE : Exit.PROBLEM_FOUND;
    }

    private static Row row(Verification.Stamped stamp) {
        Existed existed = stamp.existed();
        return Row.of("entry", stamp.entry())
                .and("entries", stamp.entries())
                .and("before", existed.before())
                .and("time", existed.time())
                .and("authority", existed.authority())
                .and("address", stamp.address())
                .and("policy", existed.policy())
                .and("serial", existed.serial())
                .and("root", existed.root().name().toLowerCase(Locale.ROOT));
    }

    private int site(Path folder, Terminal terminal) throws IOException {
        SiteCheck.Result result = SiteCheck.verify(folder, kept());
        boolean unchanged = result.unchangedSince().orElse(true);
        boolean ok = result.ok() && unchanged;
        terminal.say(ok ? "Nothing is wrong with this site." : "Something is wrong with this site.");
        terminal.say(
                "  " + Words.count(result.files(), "file") + ", " + Words.count(result.bytes(), "byte") + " checked");
        terminal.say("  signed by the key: " + result.signedBy().orElse("no signature fits"));
        String against = result.unchangedSince()
                .map(same -> same ? "yes" : "no, it is another publication, or was changed")
                .orElse("not checked; give --since");
        terminal.say("  the same as the checkpoint kept elsewhere: " + against);
        List<Row> problems = new ArrayList<>();
        for (SiteCheck.Problem problem : result.problems()) {
            terminal.say("  " + problem.file() + ": " + problem.message());
            problems.add(
                    Row.of("severity", "damage").and("where", problem.file()).and("meaning", problem.message()));
        }
        terminal.data(Row.of("ok", ok)
                .and("signed", result.signedBy().isPresent())
                .and("signedBy", result.signedBy())
                .and("unchangedSince", against)
                .and("existedBefore", "not stamped")
                .and("files", result.files())
                .and("bytes", result.bytes())
                .and("problems", problems));
        return ok ? Exit.DONE : Exit.PROBLEM_FOUND;
    }
}
