package org.afterword.workbench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: it follows redirects, keeps cookies and sends forms as they stand. */
final class Browser {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .sslContext(anyCertificate())
            .build();

    final String base;

    Browser(Workbench workbench) {
        base = workbench.address().replaceFirst("/(\\?.*)?$", "");
    }

    /** Who the server is, is a matter of other tests. */
    private static SSLContext anyCertificate() {
        try {
            var any = SSLContext.getInstance("TLS");
            any.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return any;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** One that has used the printed address. */
    static Browser in(Workbench workbench) throws IOException, InterruptedException {
        var browser = new Browser(workbench);
        browser.get(workbench.address().substring(browser.base.length()));
        return browser;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body(), base + path);
    }

    /** Sends the form that the button belongs to. */
    HttpResponse<String> press(Element button, String... typed) throws IOException, InterruptedException {
        Element form = Objects.requireNonNull(button.closest("form"));
        Map<String, String> fields = fields(form);
        if (!button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        return post(form.attr("action"), fields);
    }

    static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name], textarea[name]")
                .forEach(field -> fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val()));
        form.select("select[name]").forEach(select -> {
            var chosen = new ArrayList<>(select.select("option[selected]"));
            fields.put(
                    select.attr("name"),
                    (chosen.isEmpty() ? select.select("option").getFirst() : chosen.getFirst()).attr("value"));
        });
        return fields;
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Sends files as the form on that page would. */
    HttpResponse<String> upload(String page, Form.File... files) throws IOException, InterruptedException {
        return upload(page, Map.of(), files);
    }

    /** @param typed what a person writes into the form's fields */
    HttpResponse<String> upload(String page, Map<String, String> typed, Form.File... files)
            throws IOException, InterruptedException {
        Element form = Objects.requireNonNull(page(page).selectFirst("form.drop"), "no form on " + page);
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden], input[type=text], input:not([type])")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(typed);
        return upload(Form.of(fields, files));
    }

    HttpResponse<String> upload(Form form, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/add"))
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** The page, once nothing goes on in the background any more. */
    Document settled(String page) throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (page("/work").select("#work[data-running=yes]").isEmpty()) {
                return page(page);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it goes on for ever: " + page("/work").text());
    }

    String token() throws IOException, InterruptedException {
        return Objects.requireNonNull(page("/custody").selectFirst("input[name=token]"))
                .val();
    }

    /** The cookie that this browser has for the workbench. */
    String cookie() {
        return ((CookieManager) client.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    List<String> accounts() throws IOException, InterruptedException {
        return page("/").select(".accounts a").eachAttr("href");
    }
}
