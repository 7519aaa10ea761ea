package org.afterword.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the workbench with a browser; what it gives is the answer itself, no page to which it leads on. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private static final int STILL = 202;
    private final URI base;
    private String token = "";
    private final AtomicInteger waited = new AtomicInteger();

    Visitor(URI address) throws IOException {
        base = address.resolve("/");
        send(HttpRequest.newBuilder(address));
        Matcher found = TOKEN.matcher(get("/custody"));
        if (!found.find()) {
            throw new IOException("a page has no form");
        }
        token = found.group(1);
    }

    /** How many answers so far said that the page is still being worked out; then it was asked for again. */
    int waited() {
        return waited.get();
    }

    String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    String post(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "token=" + token, ""));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpRequest asked = request.timeout(Duration.ofMinutes(10)).build();
            HttpResponse<String> answer =
                    client.send(asked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            while (answer.statusCode() == STILL) {
                waited.incrementAndGet();
                Thread.sleep(200);
                answer = client.send(asked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            }
            if (answer.statusCode() >= 400) {
                throw new IOException(
                        answer.uri().getPath() + " is answered by " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        }
    }
}
