package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.afterword.Capturing;
import org.afterword.Case;
import org.afterword.Collecting;
import org.afterword.capture.Capture;
import org.afterword.capture.CaptureException;
import org.afterword.capture.Capturer;
import org.afterword.capture.DropFolder;
import org.afterword.capture.Look;
import org.afterword.capture.Watch;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Group;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Looks at a page again and again, and shows what was removed or edited.",
        footer = {
            "",
            "The case is closed while a watch runs. What it finds is sealed for the case, in a folder beside it,"
                    + " and taken in by --collect. --once looks once, and keeps what it finds at once.",
            "With --revisions nothing is asked of the network: it reads what a wiki's Special:Export gave.",
            "",
            "Examples:",
            "  afterword watch case.afterword https://example.org/letter --proxy socks5://127.0.0.1:9050 --every 6h",
            "  afterword watch case.afterword https://example.org/letter --direct --once",
            "  afterword watch case.afterword --collect",
            "  afterword watch case.afterword --revisions export.xml"
        })
final class WatchCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Parameters(index = "0", paramLabel = "CASE", description = "The case file.")
    private @Nullable Path path;

    @Parameters(index = "1", arity = "0..1", paramLabel = "URL", description = "The address of the page.")
    private @Nullable String url;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private CaptureOptions how = new CaptureOptions();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "6h",
            description = "How often: 30m, 6h, 1d; at least 1m (default: ${DEFAULT-VALUE}).")
    private String every = "6h";

    @Option(names = "--once", description = "Look once, and keep it in the case at once.")
    private boolean once;

    @Option(names = "--times", paramLabel = "N", description = "Stop after N looks.")
    private int times = Integer.MAX_VALUE;

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description = "Where sealed captures wait (default: CASE-drop, beside the case).")
    private @Nullable Path drop;

    @Option(names = "--collect", description = "Take what a watch left into the case.")
    private boolean collect;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "What the accounts on the page tell of; else what those of its captures before do.")
    private @Nullable String group;

    @Option(names = "--revisions", paramLabel = "FILE", description = "Read a wiki's export (XML, also .gz) instead.")
    private @Nullable Path revisions;

    @Option(names = "--keep", description = "With --revisions: add the file to the case.")
    private boolean keep;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        if (revisions != null) {
            return new RevisionsReport(revisions, terminal)
                    .show(keep ? Optional.of(this::addRevisions) : Optional.empty());
        }
        if (collect) {
            try (Case opened = open()) {
                return say(opened.collect(folder(), terminal), terminal);
            }
        }
        if (url == null) {
            throw new UsageException(
                    "what is watched? Give URL, or --collect, or --revisions FILE; see 'afterword watch --help'");
        }
        how.way();
        return watch(Capturer.address(url), terminal);
    }

    private Case open() throws IOException {
        Path file = Optional.ofNullable(path).orElseThrow();
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), file)) {
            return Case.open(file, passphrase, options.by());
        }
    }

    private void addRevisions(Path file) throws IOException {
        try (Case opened = open()) {
            opened.add(List.of(file), Optional.ofNullable(group), false, options.terminal());
        }
    }

    private DropFolder folder() {
        return drop == null ? DropFolder.beside(Optional.ofNullable(path).orElseThrow()) : new DropFolder(drop);
    }

    private int say(Collecting collected, Terminal terminal) {
        collected.kept().forEach(kept -> CaptureCommand.say(kept, terminal));
        collected
                .left()
                .forEach(name -> terminal.remark(name + " in " + folder().path()
                        + " was not sealed for this case, or was changed or cut; it stays where it is."));
        terminal.say(Words.count(collected.kept().size(), "capture") + " taken into the case.");
        return collected.left().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private int watch(String address, Terminal terminal) throws IOException {
        Duration pause = CaptureOptions.duration(every);
        if (pause.compareTo(SHORTEST) < 0 && !how.allowsPrivate()) {
            throw new UsageException("--every " + every + " would be a burden to the site, and be noticed;"
                    + " it is at least 1m. Nothing was asked yet");
        }
        Capturer capturer = how.capturer(options.by());
        Watch watch;
        String recipient;
        Optional<Group> before;
        try (Case opened = open()) {
            Collecting collected = opened.collect(folder(), terminal);
            if (!collected.kept().isEmpty()) {
                say(collected, terminal);
            }
            watch = new Watch(address, opened.captures());
            before = Capturing.groupOf(opened.file(), address);
            recipient = opened.file().dropBox().recipient();
            if (once) {
                return look(address, capturer, watch, terminal, capture -> {
                    Capturing.Kept kept = opened.keep(capture, about(before), isBaseline(before), terminal);
                    kept.how()
                            .own()
                            .forEach(own -> terminal.remark("To know: your " + own.what()
                                    + " stands in what was captured; it is among the names to protect."));
                });
            }
        }
        terminal.remark("Watching, every " + every + ". The case is closed; what is found waits sealed in "
                + folder().path() + ". Ctrl-C ends it.");
        for (int i = 0; i < times; i++) {
            if (i > 0 && !waited(pause)) {
                break;
            }
            int looked = look(
                    address,
                    capturer,
                    watch,
                    terminal,
                    capture -> folder().put(capture, about(before), isBaseline(before), recipient));
            terminal.remark(
                    looked == Exit.DONE
                            ? "Looked at " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "."
                            : "Next look in " + every + ".");
        }
        return Exit.DONE;
    }

    /** What was said now, else what the captures of before tell of. */
    private Optional<String> about(Optional<Group> before) {
        return group == null ? before.map(Group::name) : Optional.of(group);
    }

    private boolean isBaseline(Optional<Group> before) {
        return before.filter(one -> about(before).equals(Optional.of(one.name())))
                .filter(Group::baseline)
                .isPresent();
    }

    private static boolean waited(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Keeping {
        void keep(Capture capture) throws IOException;
    }

    private static int look(String address, Capturer capturer, Watch watch, Terminal terminal, Keeping keeping)
            throws IOException {
        Capture capture;
        try {
            capture = capturer.capture(address);
        } catch (CaptureException e) {
            terminal.say(address + ": not reached: " + e.getMessage() + ". That says nothing of the page.");
            terminal.data(Row.of("url", address).and("look", "not reached").and("reason", e.getMessage()));
            return Exit.FAILED;
        }
        Look look = watch.look(capture.how());
        if (look.worthKeeping()) {
            keeping.keep(capture);
        }
        new LookReport(address, capture.how(), terminal).show(look);
        return Exit.DONE;
    }
}
