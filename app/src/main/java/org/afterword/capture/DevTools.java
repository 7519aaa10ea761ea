package org.afterword.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.afterword.casefile.Frames;

/** Speaks the DevTools protocol with a browser over two pipes; messages are JSON, ended by a zero byte. */
final class DevTools {
    private static final int LARGEST = 512 << 20;
    private final OutputStream out;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Events events;
    private volatile boolean ended;

    /** Hears what the browser says of itself, on a thread of its own for each event. */
    interface Events {
        /**
         * @param session of the page, "" for the browser
         */
        void heard(String session, String method, JsonNode parameters);
    }

    DevTools(InputStream in, OutputStream out, Events events) {
        this.out = out;
        this.events = events;
        Thread.ofVirtual().name("devtools").start(() -> listen(new BufferedInputStream(in, 1 << 16)));
    }

    private void listen(InputStream in) {
        try {
            var message = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0 && message.size() < LARGEST; b = in.read()) {
                if (b == 0) {
                    hear(Frames.json().readTree(message.toByteArray()));
                    message = new ByteArrayOutputStream();
                } else {
                    message.write(b);
                }
            }
        } catch (IOException e) {
            // the browser is gone; whoever waits is told below
        }
        ended = true;
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("the browser ended")));
    }

    private void hear(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").asInt());
            if (answer != null && message.has("error")) {
                answer.completeExceptionally(
                        new IOException(message.path("error").path("message").asText()));
            } else if (answer != null) {
                answer.complete(message.path("result"));
            }
        } else {
            Thread.ofVirtual()
                    .start(() -> events.heard(
                            message.path("sessionId").asText(""),
                            message.path("method").asText(),
                            message.path("params")));
        }
    }

    /**
     * @param session of a page, "" for the browser itself
     * @throws IOException if the browser refuses, is gone, or does not answer in time
     */
    JsonNode ask(String session, Duration within, String method, Map<String, ?> parameters) throws IOException {
        int number = numbers.incrementAndGet();
        ObjectNode message = Frames.json().createObjectNode();
        message.put("id", number).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", Frames.json().valueToTree(parameters));
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(number, answer);
        byte[] bytes = Frames.json().writeValueAsBytes(message);
        synchronized (out) {
            out.write(bytes);
            out.write(0);
            out.flush();
        }
        if (ended) {
            throw new IOException("the browser ended");
        }
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(method + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(method + " took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", e);
        } finally {
            waiting.remove(number);
        }
    }
}
