package org.afterword.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.capture.Fetcher.Want;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page needs to look as it did: images, stylesheets and what those name (fonts, backgrounds), scripts, frames,
 * icons, posters of videos. Not videos and sound themselves.
 */
final class Requisites {
    private static final int DEPTH = 4;
    private static final Pattern URL = Pattern.compile("(?i)url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\\s]+))\\s*\\)");
    private static final Pattern CANDIDATE = Pattern.compile(",\\s+|,(?=https?:)");
    private static final Pattern IMPORT = Pattern.compile("(?i)@import\\s+(?:\"([^\"]*)\"|'([^']*)')");

    private Requisites() {}

    record Part(WebAddress url, Want want) {}

    /** Fetches all that the page names, and what that names. */
    static void fetch(Exchange page, Session session) {
        Set<String> seen = new HashSet<>(Set.of(page.url().toString()));
        List<Part> next = fresh(of(page), seen);
        for (int depth = 0; depth < DEPTH && !next.isEmpty() && !session.timeIsUp(); depth++) {
            session.parts(next);
            List<Part> further = new ArrayList<>();
            for (Exchange exchange : session.exchanges()) {
                if (seen.add("in " + exchange.url())) {
                    further.addAll(of(exchange));
                }
            }
            next = fresh(further, seen);
        }
    }

    private static List<Part> fresh(List<Part> parts, Set<String> seen) {
        return parts.stream().filter(part -> seen.add(part.url().toString())).toList();
    }

    static List<Part> of(Exchange exchange) {
        if (exchange.status() >= 400 && !exchange.type().equals("text/html")) {
            return List.of();
        }
        return switch (exchange.type()) {
            case "text/html", "application/xhtml+xml" -> ofPage(Pages.parse(exchange), exchange.url());
            case "text/css" -> ofStyle(new String(exchange.body(), StandardCharsets.UTF_8), exchange.url());
            default -> List.of();
        };
    }

    private static List<Part> ofPage(Document page, WebAddress url) {
        WebAddress base = Optional.ofNullable(page.selectFirst("base[href]"))
                .flatMap(element -> url.resolve(element.attr("href")))
                .orElse(url);
        Map<String, Part> parts = new LinkedHashMap<>();
        take(page, "link[href][rel~=(?i)stylesheet]", "href", Want.STYLE, base, parts);
        take(page, "img[src], input[type=image][src]", "src", Want.IMAGE, base, parts);
        take(page, "video[poster]", "poster", Want.IMAGE, base, parts);
        take(page, "link[href][rel~=(?i)icon]", "href", Want.IMAGE, base, parts);
        take(page, "link[href][rel~=(?i)preload]", "href", Want.OTHER, base, parts);
        take(page, "script[src]", "src", Want.OTHER, base, parts);
        take(page, "iframe[src], frame[src]", "src", Want.PAGE, base, parts);
        take(page, "object[data]", "data", Want.OTHER, base, parts);
        take(page, "body[background], table[background], td[background]", "background", Want.IMAGE, base, parts);
        for (Element element : page.select("img[srcset], source[srcset]")) {
            for (String candidate : CANDIDATE.split(element.attr("srcset"), -1)) {
                add(candidate.strip().replaceFirst("\\s.*$", ""), Want.IMAGE, base, parts);
            }
        }
        for (Element style : page.select("style")) {
            ofStyle(style.data(), base)
                    .forEach(part -> parts.putIfAbsent(part.url().toString(), part));
        }
        for (Element styled : page.select("[style*=url]")) {
            ofStyle(styled.attr("style"), base)
                    .forEach(part -> parts.putIfAbsent(part.url().toString(), part));
        }
        return List.copyOf(parts.values());
    }

    private static void take(
            Document page, String selector, String attribute, Want want, WebAddress base, Map<String, Part> parts) {
        page.select(selector).forEach(element -> add(element.attr(attribute), want, base, parts));
    }

    static List<Part> ofStyle(String style, WebAddress base) {
        Map<String, Part> parts = new LinkedHashMap<>();
        IMPORT.matcher(style)
                .results()
                .forEach(found -> add(first(found.group(1), found.group(2), ""), Want.STYLE, base, parts));
        URL.matcher(style).results().forEach(found -> {
            String url = first(found.group(1), found.group(2), found.group(3));
            boolean sheet =
                    url.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "").endsWith(".css");
            add(url, sheet ? Want.STYLE : Want.IMAGE, base, parts);
        });
        return List.copyOf(parts.values());
    }

    private static String first(String one, String other, String last) {
        return one != null ? one : other != null ? other : last == null ? "" : last;
    }

    private static void add(String reference, Want want, WebAddress base, Map<String, Part> parts) {
        if (!reference.isBlank() && !reference.strip().startsWith("#")) {
            base.resolve(reference).ifPresent(url -> parts.putIfAbsent(url.toString(), new Part(url, want)));
        }
    }
}
