package org.afterword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Capturing;
import org.afterword.Case;
import org.afterword.capture.CaptureException;
import org.afterword.capture.CaptureRecord;
import org.afterword.capture.Capturer;
import org.afterword.capture.Own;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "capture",
        description = "Saves web pages before they go: what was sent, what came, and how it looked.",
        footer = {
            "",
            "A capture tells the site that somebody looks. Choose --direct, or --proxy for Tor.",
            "Redirects, images, stylesheets, fonts, scripts and frames are kept; a page cannot make this program ask"
                    + " your own network. A page that needs a login: save it in your browser, and use 'afterword add'.",
            "",
            "Examples:",
            "  afterword capture case.afterword https://example.org/letter --proxy socks5://127.0.0.1:9050",
            "  afterword capture case.afterword https://example.org/letter --direct --group \"The group\""
        })
final class CaptureCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "URL", description = "Addresses of pages.")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private CaptureOptions how = new CaptureOptions();

    @Option(names = "--group", paramLabel = "NAME", description = "What the accounts on them tell of.")
    private @Nullable String group;

    @Option(names = "--baseline", description = "It is an ordinary group, to be set beside the others.")
    private boolean baseline;

    @Override
    public Integer call() throws IOException {
        how.way();
        return super.call();
    }

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (baseline && group == null) {
            throw new UsageException("--baseline needs --group NAME: which ordinary group do these pages tell of?");
        }
        Capturer capturer = how.capturer(by());
        List<String> addresses = urls.stream().map(Capturer::address).toList();
        int failed = 0;
        int done = 0;
        for (String url : addresses) {
            terminal.step("capturing", ++done, addresses.size());
            try {
                say(opened.keep(capturer.capture(url), Optional.ofNullable(group), baseline, terminal), terminal);
            } catch (CaptureException e) {
                failed++;
                terminal.say(url + ": not captured: " + e.getMessage() + ".");
                terminal.data(Row.of("url", url).and("outcome", "failed").and("reason", e.getMessage()));
            }
        }
        return failed == 0 ? Exit.DONE : Exit.FAILED;
    }

    static void say(Capturing.Kept kept, Terminal terminal) {
        CaptureRecord record = kept.how();
        terminal.say(record.url() + ": " + words(record) + "; "
                + Words.count(kept.exhibits().size(), "file") + " kept, "
                + Words.count(record.requests().size(), "answer") + " in them, "
                + Words.count(kept.accounts(), "account") + " read.");
        if (!record.finalUrl().equals(record.url())) {
            terminal.say("  it led to " + record.finalUrl());
        }
        record.notes().forEach(note -> terminal.say("  To know: " + note + "."));
        for (CaptureRecord.Refusal refusal : record.refused()) {
            terminal.say("  Not got: " + refusal.url() + ": " + refusal.reason());
        }
        for (Own own : record.own()) {
            terminal.say("  This leads to you: your " + own.what() + " stands "
                    + (own.inPage() ? "on the page" : "in what was sent with it")
                    + "; it is among the names to protect, and stays in the files that were kept.");
        }
        terminal.data(Row.of("url", record.url())
                .and("outcome", record.outcome())
                .and("status", record.status())
                .and("finalUrl", record.finalUrl())
                .and("at", record.at())
                .and("by", record.by())
                .and("way", record.way())
                .and("address", record.address())
                .and("tls", record.tls())
                .and("title", record.title())
                .and("exhibits", kept.exhibits())
                .and("parts", record.parts())
                .and("accounts", kept.accounts())
                .and("requests", record.requests())
                .and("refused", record.refused())
                .and("notes", record.notes())
                .and("own", record.own()));
    }

    static String words(CaptureRecord record) {
        return switch (record.outcome()) {
            case CAPTURED -> "captured";
            case INCOMPLETE -> "captured, but not all of it came";
            case GONE ->
                record.status() >= 400
                        ? "gone: the site says there is no such page (" + record.status() + ")"
                        : "gone: the page says nothing";
            case ERROR -> "the site answered with an error (" + record.status() + ")";
        };
    }
}
