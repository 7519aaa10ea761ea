package org.afterword.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts and cookies that sends forms as they stand. */
final class Visitor {
    static final String BORDER = "----visitor-7MA4YWxk";
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    final URI base;

    Visitor(URI base) {
        this.base = base;
    }

    Visitor(InboxServer server) {
        base = URI.create(server.address());
    }

    /** A file that is chosen in a form. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chosen(String name, byte[] bytes) {}

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body(), base.toString());
    }

    static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name], textarea[name]").forEach(field -> {
            boolean off = field.is("[type=radio], [type=checkbox]") && !field.hasAttr("checked");
            if (!field.is("[type=file]") && !off) {
                fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val());
            }
        });
        return fields;
    }

    /** Sends the form around the button. */
    HttpResponse<String> press(Element button, Map<String, String> typed, Chosen... files)
            throws IOException, InterruptedException {
        Element form = Objects.requireNonNull(button.closest("form"));
        Map<String, String> fields = fields(form);
        if (!button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fields.putAll(typed);
        return form.attr("enctype").equals("multipart/form-data")
                ? multipart(form.attr("action"), fields, files)
                : post(form.attr("action"), fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static byte[] body(Map<String, String> fields, Chosen... files) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (Chosen file : files) {
            body.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    HttpResponse<String> multipart(String path, Map<String, String> fields, Chosen... files)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BORDER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(fields, files))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Writes as somebody new, and gives the receipt's words. */
    List<String> tell(String text, Chosen... files) throws IOException, InterruptedException {
        Document form = page("/en/tell");
        var answer = press(Objects.requireNonNull(form.selectFirst("main form button")), Map.of("text", text), files);
        List<String> words = Jsoup.parse(answer.body()).select("ol.receipt li").eachText();
        if (words.size() != Receipt.WORDS) {
            throw new AssertionError(Jsoup.parse(answer.body()).select("main").text());
        }
        return words;
    }

    /** What comes after the receipt was typed. */
    HttpResponse<String> comeBack(String words) throws IOException, InterruptedException {
        Document form = page("/en/return");
        return press(Objects.requireNonNull(form.selectFirst("main form button")), Map.of("words", words));
    }

    Document mailbox(String words) throws IOException, InterruptedException {
        Document right = Jsoup.parse(comeBack(words).body());
        return Jsoup.parse(press(Objects.requireNonNull(right.selectFirst("main form button")), Map.of())
                .body());
    }

    /** The button of the mailbox page that does this. */
    static Element button(Document page, String what) {
        return Objects.requireNonNull(
                Objects.requireNonNull(page.selectFirst("form:has(input[name=do][value=" + what + "])"), what)
                        .selectFirst("button"));
    }
}
