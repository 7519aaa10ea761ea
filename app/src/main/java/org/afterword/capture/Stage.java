package org.afterword.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.afterword.capture.Fetcher.Want;

/** One page in the browser: answers what it asks for, waits until it is still, and takes its likeness. */
final class Stage implements DevTools.Events {
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1024;
    /** Beyond this, pictures fail on some machines. */
    private static final int TALLEST = 16_000;

    /** Said anew for the body as we give it, or meant for the connection. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "content-encoding",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "alt-svc",
            "strict-transport-security",
            "report-to",
            "nel",
            "set-cookie");

    private static final String SCROLL = """
            (async () => { for (let y = 0, i = 0; y < document.documentElement.scrollHeight && i < 60; y += 800, i++) {
              window.scrollTo(0, y); await new Promise(r => setTimeout(r, 25)); }
              window.scrollTo(0, 0); })()
            """;

    private final WebAddress url;
    private final Session session;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicLong lastChange = new AtomicLong(System.nanoTime());
    private Optional<DevTools> tools = Optional.empty();
    private volatile String page = "";

    Stage(WebAddress url, Session session) {
        this.url = url;
        this.session = session;
    }

    /**
     * @param with the browser
     * @param target the session of an empty page
     */
    Rendered show(DevTools with, String target) throws IOException {
        tools = Optional.of(with);
        page = target;
        List<String> notes = new ArrayList<>();
        ask("Page.enable", Map.of());
        ask("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
        ask("Network.enable", Map.of());
        ask("Network.setBypassServiceWorker", Map.of("bypass", true));
        ask("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
        size(HEIGHT);
        ask("Page.navigate", Map.of("url", url.toString()));
        if (!loaded()) {
            notes.add("the page was still loading when its likeness was taken");
        }
        still();
        evaluate(SCROLL, true);
        still();
        String html = ask("DOM.getOuterHTML", Map.of("nodeId", root())).path("outerHTML").asText();
        String text = evaluate("document.body ? document.body.innerText : ''", false).asText("");
        Optional<byte[]> pdf = Optional.of(ask("Page.printToPDF", Map.of("printBackground", true)))
                .map(answer -> Base64.getDecoder().decode(answer.path("data").asText()));
        Optional<byte[]> screenshot = screenshot(notes);
        if (posts.get() > 0) {
            notes.add("the page wanted to send something " + posts.get() + " times, and was not let");
        }
        return new Rendered(html, text, screenshot, pdf, notes);
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
        return tools.orElseThrow().ask(page, STEP, method, parameters);
    }

    private int root() throws IOException {
        return ask("DOM.getDocument", Map.of("depth", 0)).path("root").path("nodeId").asInt();
    }

    /** In a world of its own, where the page's scripts cannot change what words mean. */
    private JsonNode evaluate(String script, boolean wait) throws IOException {
        String frame = ask("Page.getFrameTree", Map.of())
                .path("frameTree")
                .path("frame")
                .path("id")
                .asText();
        int world = ask("Page.createIsolatedWorld", Map.of("frameId", frame, "worldName", "afterword"))
                .path("executionContextId")
                .asInt();
        return ask(
                        "Runtime.evaluate",
                        Map.of("expression", script, "contextId", world, "awaitPromise", wait, "returnByValue", true))
                .path("result")
                .path("value");
    }

    private void size(int height) throws IOException {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("width", WIDTH);
        metrics.put("height", height);
        metrics.put("deviceScaleFactor", 1);
        metrics.put("mobile", false);
        ask("Emulation.setDeviceMetricsOverride", metrics);
    }

    private Optional<byte[]> screenshot(List<String> notes) throws IOException {
        JsonNode whole = ask("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        int height = Math.max(1, (int) Math.ceil(whole.path("height").asDouble(HEIGHT)));
        int width = Math.clamp((int) Math.ceil(whole.path("width").asDouble(WIDTH)), 1, 4 * WIDTH);
        if (height > TALLEST) {
            notes.add("the screenshot shows the first " + TALLEST + " of " + height + " lines of dots");
        }
        Map<String, Object> clip = new LinkedHashMap<>();
        clip.put("x", 0);
        clip.put("y", 0);
        clip.put("width", width);
        clip.put("height", Math.min(height, TALLEST));
        clip.put("scale", 1);
        JsonNode shot = ask(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Optional.of(Base64.getDecoder().decode(shot.path("data").asText()));
    }

    private boolean loaded() throws IOException {
        try {
            return loaded.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", e);
        }
    }

    /** Until nothing has been asked for a while. */
    private void still() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos() / 2;
        try {
            while (System.nanoTime() < until
                    && (open.get() > 0 || System.nanoTime() - lastChange.get() < QUIET.toNanos())) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was given up", e);
        }
    }

    @Override
    public void heard(String from, String method, JsonNode parameters) {
        try {
            switch (method) {
                case "Page.loadEventFired" -> loaded.countDown();
                case "Page.javascriptDialogOpening" -> ask("Page.handleJavaScriptDialog", Map.of("accept", false));
                case "Fetch.requestPaused" -> {
                    open.incrementAndGet();
                    try {
                        answer(parameters);
                    } finally {
                        lastChange.set(System.nanoTime());
                        open.decrementAndGet();
                    }
                }
                default -> {}
            }
        } catch (IOException e) {
            // the page went on without the answer, or the browser is gone, which whoever waits hears as well
        }
    }

    private void answer(JsonNode paused) throws IOException {
        String request = paused.path("requestId").asText();
        String asked = paused.path("request").path("url").asText();
        if (!paused.path("request").path("method").asText().equals("GET")) {
            posts.incrementAndGet();
            session.refuse(asked, "the page wanted to send something; captures only look");
            ask("Fetch.failRequest", Map.of("requestId", request, "errorReason", "BlockedByClient"));
            return;
        }
        Optional<WebAddress> address = WebAddress.parse(asked);
        try {
            Exchange exchange = session.get(
                    address.orElseThrow(() -> new CaptureException("it is no address of the web")),
                    want(paused.path("resourceType").asText()));
            ask("Fetch.fulfillRequest", fulfilled(request, exchange));
        } catch (CaptureException e) {
            ask("Fetch.failRequest", Map.of("requestId", request, "errorReason", "AddressUnreachable"));
        }
    }

    private static Map<String, Object> fulfilled(String request, Exchange exchange) {
        List<Map<String, String>> headers = new ArrayList<>();
        exchange.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                values.forEach(value -> headers.add(Map.of("name", name, "value", value)));
            }
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("requestId", request);
        answer.put("responseCode", exchange.status());
        answer.put("responseHeaders", headers);
        answer.put("body", Base64.getEncoder().encodeToString(exchange.body()));
        return answer;
    }

    private static Want want(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "document" -> Want.PAGE;
            case "image" -> Want.IMAGE;
            case "stylesheet" -> Want.STYLE;
            default -> Want.OTHER;
        };
    }
}
