package org.afterword.cli;

import java.util.List;
import org.afterword.capture.CaptureRecord;
import org.afterword.capture.Look;
import org.afterword.capture.WordDiff;

/** Says what a look at a watched page found. */
final class LookReport {
    private final String url;
    private final CaptureRecord now;
    private final Terminal terminal;

    LookReport(String url, CaptureRecord now, Terminal terminal) {
        this.url = url;
        this.now = now;
        this.terminal = terminal;
    }

    void show(Look look) {
        switch (look) {
            case Look.First first -> say("first", "captured for the first time");
            case Look.Same same -> say("same", "as before; nothing was kept");
            case Look.Back back -> say("back", "there again, with the words of " + back.since().at());
            case Look.Unsure unsure -> say("unsure", CaptureCommand.words(now) + "; that says nothing of the page");
            case Look.Gone gone -> {
                terminal.say(url + ": " + CaptureCommand.words(now) + ". "
                        + gone.lastGood()
                                .map(good -> "The last good capture is of " + good.at() + ": " + name(good))
                                .orElse("There is no capture from before")
                        + ".");
                terminal.data(row("gone")
                        .and("lastGood", gone.lastGood()
                                .map(good -> Row.of("at", good.at()).and("name", name(good)))));
            }
            case Look.Changed changed -> changed(changed);
        }
    }

    private void say(String look, String words) {
        terminal.say(url + ": " + words + ".");
        terminal.data(row(look));
    }

    private Row row(String look) {
        return Row.of("url", url)
                .and("look", look)
                .and("at", now.at())
                .and("status", now.status())
                .and("outcome", now.outcome());
    }

    private void changed(Look.Changed changed) {
        int removed = words(changed.changes().stream().map(WordDiff.Change::removed).toList());
        int added = words(changed.changes().stream().map(WordDiff.Change::added).toList());
        terminal.say(url + ": changed since " + changed.since().at() + ": " + Words.count(removed, "word")
                + " removed, " + added + " added.");
        changed.changes().forEach(change -> terminal.say("  " + line(change)));
        terminal.data(row("changed")
                .and("since", changed.since().at())
                .and("removed", removed)
                .and("added", added)
                .and("changes", changed.changes())
                .and("lastGood", Row.of("at", changed.since().at()).and("name", name(changed.since()))));
    }

    /** "… a few words [-taken out-] {+put in+} and a few more …" */
    static String line(WordDiff.Change change) {
        return ("… " + change.before() + (change.removed().isEmpty() ? "" : " [-" + change.removed() + "-]")
                        + (change.added().isEmpty() ? "" : " {+" + change.added() + "+}")
                        + " " + change.after() + " …")
                .replaceAll(" +", " ");
    }

    private static int words(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.isEmpty() ? 0 : text.split(" ", -1).length)
                .sum();
    }

    private static String name(CaptureRecord record) {
        return record.parts().isEmpty() ? record.url() : record.parts().getFirst().name();
    }
}
