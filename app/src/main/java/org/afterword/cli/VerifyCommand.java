package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Problem;
import org.afterword.custody.Verification;
import org.afterword.publishing.SiteCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every byte of a case and its log, or of a published site (which needs no passphrase).",
        footer = {
            "",
            "It says whether something was changed; never whether it is true.",
            "",
            "Examples:",
            "  afterword verify case.afterword",
            "  afterword verify site/"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CASE|SITE", description = "A case file, or the folder of a published site.")
    private @Nullable Path path;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "For a site: its checkpoint.txt as you kept it elsewhere.")
    private @Nullable Path since;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        Path what = Optional.ofNullable(path).orElseThrow();
        if (Files.isDirectory(what)) {
            return site(what, terminal);
        }
        if (since != null) {
            throw new UsageException("--since is for published sites so far, not for cases");
        }
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), what)) {
            var verification = Verification.verify(what, passphrase);
            int exit = verified(verification, terminal);
            if (verification.ok()) {
                try (Case opened = Case.open(what, passphrase, options.by())) {
                    Reminder.say(opened.contents(), terminal);
                }
            }
            return exit;
        }
    }

    private static int verified(Verification verification, Terminal terminal) {
        terminal.say(verification.ok() ? "Nothing is wrong with this case." : "Something is wrong with this case.");
        terminal.say("  " + Words.count(verification.exhibits(), "exhibit") + ", "
                + Words.count(verification.bytes(), "byte") + " checked; "
                + Words.count(verification.entries(), "log entry"));
        if (verification.erased().entries() + verification.erased().exhibits() > 0) {
            terminal.say("  erased on purpose, as the log says: "
                    + Words.count(verification.erased().entries(), "log entry") + ", the bytes of "
                    + Words.count(verification.erased().exhibits(), "exhibit") + " more");
        }
        terminal.say("  signed by this case's key: " + (verification.signed() ? "yes" : "no"));
        terminal.say("  unchanged since a checkpoint kept elsewhere: " + verification.unchangedSince());
        terminal.say("  existed before: " + verification.existedBefore());
        for (Problem problem : verification.problems()) {
            terminal.say("  " + problem.severity() + ", " + problem.where() + ": " + problem.meaning());
            terminal.say("      " + problem.action());
        }
        terminal.data(Row.of("ok", verification.ok())
                .and("signed", verification.signed())
                .and("unchangedSince", verification.unchangedSince())
                .and("existedBefore", verification.existedBefore())
                .and("exhibits", verification.exhibits())
                .and("bytes", verification.bytes())
                .and("entries", verification.entries())
                .and("erased", verification.erased())
                .and("problems", verification.problems()));
        return verification.ok() ? Exit.DONE : Exit.PROBLEM_FOUND;
    }

    private int site(Path folder, Terminal terminal) throws IOException {
        if (!SiteCheck.isSite(folder)) {
            throw new UsageException(folder + " is a folder, but no site that Afterword has published");
        }
        Optional<String> kept = since == null ? Optional.empty() : Optional.of(Files.readString(since));
        SiteCheck.Result result = SiteCheck.verify(folder, kept);
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
