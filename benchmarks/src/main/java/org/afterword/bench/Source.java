package org.afterword.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who writes to an inbox with a browser. */
final class Source {
    private static final String BORDER = "----bench-7MA4YWxk";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("<li>([a-z]+)</li>");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Source(URI base) {
        this.base = base;
    }

    /** Of the form on that page. */
    String token(String path) throws IOException {
        Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(base.resolve(path))));
        if (!token.find()) {
            throw new IOException("a page has no form");
        }
        return token.group(1);
    }

    /** The page that comes after a form with a text and a file. */
    String tell(String token, String text, byte[] file) throws IOException {
        String head = field("token", token) + field("text", text) + "--" + BORDER
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"one.bin\"\r\n\r\n";
        return send(HttpRequest.newBuilder(base.resolve("/en/tell"))
                .header("Content-Type", "multipart/form-data; boundary=" + BORDER)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + BORDER + "--\r\n"))));
    }

    private static String field(String name, String value) {
        return "--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** The receipt's words on a page. */
    String receipt(String page) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(page);
        while (word.find()) {
            words.add(word.group(1));
        }
        if (words.size() != 10) {
            throw new IOException("there is no receipt on the page");
        }
        return String.join(" ", words);
    }

    /** The page that comes after a receipt was typed. */
    String comeBack(String token, String words) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve("/en/return"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "token=" + token + "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8))));
    }

    private static String send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(
                            request.timeout(Duration.ofMinutes(2)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        }
    }
}
