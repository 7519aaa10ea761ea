package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The one conversation of a JSON file, its messages in their order; a long one becomes several accounts. */
abstract class ChatFile implements JsonWalk.Sight {
    private final Source source;
    private final Findings into;
    private final String format;
    private final String messages;
    private final Map<String, Long> skipped = new TreeMap<>();
    private Chat chat;
    private long read;

    /**
     * @param messages the path of each
     */
    ChatFile(Source source, Findings into, String format, String messages) {
        this.source = source;
        this.into = into;
        this.format = format;
        this.messages = messages;
        this.chat = fresh();
    }

    private Chat fresh() {
        return new Chat(new Draft(source, format).handles());
    }

    abstract Chat.Message message(JsonNode node);

    /** Says what is known of the conversation; called for each account, when its messages are there. */
    abstract void describe(Draft draft);

    /** Reads the file to its end, and says how that went. */
    final JsonWalk.Walked walk() throws IOException {
        JsonWalk.Walked walked = JsonWalk.walk(source, 0, this);
        walked.tell(into, "messages", read, skipped);
        return walked;
    }

    @Override
    public final boolean wants(String path) {
        return path.equals(messages);
    }

    @Override
    public final void whole(String path, JsonNode node, long from, long to) throws IOException {
        if (chat.isFull()) {
            finish();
        }
        if (chat.add(message(node).bytes(from, to))) {
            read++;
        } else {
            skipped.merge("nothing in it", 1L, Long::sum);
        }
    }

    @Override
    public final void ended(String path) throws IOException {
        if (path.isEmpty()) {
            finish();
        }
    }

    private void finish() throws IOException {
        if (!chat.isEmpty()) {
            describe(chat.draft());
            into.account(chat.account());
        }
        chat = fresh();
    }
}
