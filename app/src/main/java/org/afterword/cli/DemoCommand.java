package org.afterword.cli;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.afterword.Adding;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Suggesting;
import org.afterword.casefile.Passphrase;
import org.afterword.custody.Verification;
import org.afterword.findings.Finding;
import org.afterword.publishing.Obstacle;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.afterword.verifier.SiteCheck;
import org.afterword.witnesses.Copies;
import org.afterword.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs a fictional case through every stage, publishes a site, and opens the way to look at both.",
        footer = {
            "",
            "Everything in it is invented. A folder of an earlier demo is made anew.",
            "",
            "Examples:",
            "  afterword demo",
            "  afterword demo somewhere/else --no-serve"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String CASE = "demo.afterword";
    private static final String SITE = "site";
    private static final String GROUP = "Tallowfern";
    private static final String BASELINE = "Ullenstoke Rowing Club";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "afterword-demo",
            description = "Where it is made (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("afterword-demo");

    @Option(names = "--no-serve", description = "End when the site is made; serve nothing.")
    private boolean quiet;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        prepare();
        try (Passphrase passphrase = Passphrase.of(phrase());
                Case opened = Case.create(folder.resolve(CASE), passphrase, options.by())
                        .opened()) {
            keepAndRead(opened, terminal);
            count(opened, terminal);
            if (!publish(opened, terminal)) {
                return Exit.REFUSED;
            }
            verify(opened, terminal);
            if (!quiet) {
                serve(opened, terminal);
            }
        }
        return Exit.DONE;
    }

    private void prepare() throws IOException {
        if (Files.exists(folder) && !ours()) {
            throw new UsageException(folder + " is there already and is no demo of ours; name another folder");
        }
        Files.deleteIfExists(folder.resolve(CASE));
        Files.deleteIfExists(folder.resolve(CASE + "-journal"));
        Files.createDirectories(folder);
        Bundle.unpack(folder);
    }

    private boolean ours() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return Files.exists(folder.resolve(CASE)) || inside.findAny().isEmpty();
        }
    }

    private char[] phrase() throws IOException {
        String readme = Files.readString(folder.resolve(Bundle.README));
        return readme.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .findFirst()
                .orElseThrow(() -> new IOException("the demo's README names no passphrase"))
                .toCharArray();
    }

    private void keepAndRead(Case opened, Terminal terminal) throws IOException {
        terminal.say("1  Keeping and reading");
        Adding.Added group = opened.add(List.of(folder.resolve("exports")), Optional.of(GROUP), false, terminal);
        Adding.Added club = opened.add(List.of(folder.resolve("rowing")), Optional.of(BASELINE), true, terminal);
        terminal.say("   " + Words.count(group.kept().exhibits().size(), "file") + " about " + GROUP
                + ", a fictional self-improvement group, and "
                + club.kept().exhibits().size() + " about a fictional rowing club, an ordinary one to set beside it;");
        terminal.say("   " + (group.accounts() + club.accounts()) + " accounts read from them, in one encrypted file: "
                + folder.resolve(CASE));
        Suggesting.Suggested suggested = opened.suggest(terminal);
        terminal.say("2  Suggesting: " + Words.count(suggested.codings(), "passage") + ", "
                + Words.count(suggested.copies(), "copy") + ", "
                + Words.count(opened.people().size(), "name") + ". Nothing of it counts yet.");
    }

    private void count(Case opened, Terminal terminal) throws IOException {
        decide(opened, DemoDecisions.Part.FIRST);
        terminal.say("3  Deciding: the decisions of the people who made this case are in "
                + folder.resolve("decisions.jsonl"));
        terminal.say("4  Counting who really says so");
        terminal.say("   " + Words.count(Copies.list(opened.contents()).size(), "account")
                + " repeat others and add no witness.");
        opened.corroborating().findings().stream()
                .filter(finding ->
                        finding.group().name().equals(GROUP) && finding.code().equals("practice/money-demand"))
                .map(Finding::statement)
                .forEach(statement -> terminal.say("   " + statement));
    }

    private void decide(Case opened, DemoDecisions.Part part) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("decisions.jsonl"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        for (DemoDecisions.About about : DemoDecisions.About.values()) {
            List<Request> requests = new DemoDecisions(opened).requests(lines, part, about);
            if (!requests.isEmpty()) {
                opened.deciding().record(requests);
            }
        }
    }

    private boolean publish(Case opened, Terminal terminal) throws IOException {
        terminal.say("5  Publishing");
        Path site = folder.resolve(SITE);
        if (opened.publish(site, Settings.plain()) instanceof Publication.Refused refused) {
            terminal.say("   Refused: " + Words.count(refused.obstacles().size(), "thing") + " to decide first, as");
            for (Obstacle obstacle : refused.obstacles()
                    .subList(0, Math.min(2, refused.obstacles().size()))) {
                terminal.say("     " + obstacle.what());
            }
            terminal.say("   Deciding it, and approving the texts in which it stood.");
            decide(opened, DemoDecisions.Part.AFTER_REFUSAL);
        }
        return switch (opened.publish(site, Settings.plain())) {
            case Publication.Published published -> {
                terminal.say("   Published: " + Words.count(published.files(), "file") + " in " + site);
                yield true;
            }
            case Publication.Refused refused -> {
                terminal.remark("The demo was refused a second time, which should not be:");
                refused.obstacles()
                        .forEach(obstacle -> terminal.remark(
                                "  " + obstacle.what() + " (" + obstacle.where() + ") " + obstacle.decide()));
                yield false;
            }
        };
    }

    private void verify(Case opened, Terminal terminal) throws IOException {
        terminal.say("6  Verifying");
        Verification verification = Verification.verify(opened.file());
        terminal.say("   The case: " + (verification.ok() ? "nothing is wrong" : "something is wrong") + ", "
                + Words.count(verification.exhibits(), "exhibit") + " and "
                + Words.count(verification.entries(), "log entry") + " checked.");
        Path site = folder.resolve(SITE);
        SiteCheck.Result whole = SiteCheck.verify(site);
        terminal.say("   The site: " + (whole.ok() ? "nothing is wrong" : "something is wrong") + ", "
                + Words.count(whole.files(), "file") + " checked.");
        Path page = site.resolve("index.html");
        byte[] bytes = Files.readAllBytes(page);
        var time = Files.getLastModifiedTime(page);
        bytes[bytes.length / 2] ^= 1;
        Files.write(page, bytes);
        SiteCheck.Result flipped = SiteCheck.verify(site);
        bytes[bytes.length / 2] ^= 1;
        Files.write(page, bytes);
        Files.setLastModifiedTime(page, time);
        terminal.say("   With one bit of one page flipped: "
                + flipped.problems().stream()
                        .map(problem -> problem.file() + ": " + problem.message())
                        .findFirst()
                        .orElse("not noticed"));
        terminal.say("   (It is flipped back.)");
    }

    private void serve(Case opened, Terminal terminal) throws IOException {
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve(SITE).toAbsolutePath().normalize(),
                OutputLevel.NONE);
        server.start();
        try (Workbench workbench = Workbench.start(opened, 0)) {
            terminal.say("");
            terminal.say("The published answer:  http://127.0.0.1:"
                    + server.getAddress().getPort() + "/");
            terminal.say("The workbench:         " + workbench.address());
            terminal.say("");
            terminal.say("Only this computer can reach them. End with Ctrl-C.");
            Waiting.untilInterrupted();
        } finally {
            server.stop(0);
        }
    }
}
