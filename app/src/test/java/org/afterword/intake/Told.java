package org.afterword.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;

/** An inbox's server for tests of other rooms, and who writes to it. */
public final class Told implements AutoCloseable {
    private final Inbox inbox;
    private final InboxServer server;
    private final Visitor visitor;

    private Told(Inbox inbox) {
        this.inbox = inbox;
        this.server = InboxServer.start(inbox, Set.of(), 0);
        this.visitor = new Visitor(server);
    }

    public static Told serve(Path folder) throws IOException {
        return new Told(Inbox.open(folder));
    }

    /** Writes as somebody new, and gives the receipt. */
    public String tell(String text, Map<String, String> chosen, String... files)
            throws IOException, InterruptedException {
        Document form = visitor.page("/en/tell");
        Map<String, String> fields = Visitor.fields(Objects.requireNonNull(form.selectFirst("main form")));
        fields.put("text", text);
        fields.remove("review");
        fields.putAll(chosen);
        var chosenFiles = new Visitor.Chosen[files.length / 2];
        for (int i = 0; i < files.length; i += 2) {
            chosenFiles[i / 2] = new Visitor.Chosen(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        var answer = visitor.multipart("/en/tell", fields, chosenFiles);
        List<String> words =
                org.jsoup.Jsoup.parse(answer.body()).select("ol.receipt li").eachText();
        if (words.size() != Receipt.WORDS) {
            throw new AssertionError(
                    org.jsoup.Jsoup.parse(answer.body()).select("main").text());
        }
        return String.join(" ", words);
    }

    /** What the mailbox shows. */
    public Document mailbox(String receipt) throws IOException, InterruptedException {
        return visitor.mailbox(receipt);
    }

    /** Presses a button of the mailbox. */
    public void press(String receipt, String button, Map<String, String> typed)
            throws IOException, InterruptedException {
        visitor.press(Objects.requireNonNull(mailbox(receipt).selectFirst(button), button), typed);
    }

    @Override
    public void close() throws IOException {
        server.close();
        inbox.close();
    }
}
