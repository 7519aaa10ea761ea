package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.When;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What a page says about itself: in JSON-LD, OpenGraph, {@code meta}, {@code time} and bylines, in that order. */
record PageFacts(
        String title,
        Optional<String> author,
        Optional<String> channel,
        Optional<When> date,
        Optional<When> updated,
        Optional<String> language,
        Optional<String> address) {
    private static final Pattern SAVED = Pattern.compile("(?:saved from url=\\(\\d+\\)|url:)\\s*(?<url>https?://\\S+)");
    private static final Pattern KINDS =
            Pattern.compile("(?:\\w*Article|\\w*Posting|BlogPosting|WebPage|CreativeWork|Review|Report|Message)");

    static PageFacts of(Document page) {
        List<JsonNode> articles = articles(page);
        Optional<String> channel = meta(page, "og:site_name", "application-name")
                .or(() -> named(articles, "isPartOf"))
                .or(() -> named(articles, "publisher"))
                .or(() -> text(page, ".site-title, .titlebox h1"));
        String title = field(articles, "headline")
                .or(() -> meta(page, "og:title", "twitter:title", "dc.title"))
                .or(() ->
                        text(page, "h1.entry-title, article h1, .post-title, .thing.link a.title, .thing.self a.title"))
                .or(() -> Optional.of(untailed(page.title(), channel)).filter(text -> !text.isBlank()))
                .or(() -> text(page, "h1"))
                .orElse("");
        return new PageFacts(
                title,
                author(page, articles),
                channel,
                field(articles, "datePublished")
                        .or(() -> meta(page, "article:published_time", "date", "dc.date", "pubdate", "dc.date.issued"))
                        .flatMap(Dates::date)
                        .or(() -> time(page)),
                field(articles, "dateModified")
                        .or(() -> meta(page, "article:modified_time", "last-modified"))
                        .flatMap(text -> Dates.line("updated " + text))
                        .map(Dates.Dated::when),
                Optional.of(page.select("html").attr("lang"))
                        .filter(code -> code.matches("(?i)[a-z]{2}(?:[-_].*)?"))
                        .map(code -> code.substring(0, 2).toLowerCase(java.util.Locale.ROOT)),
                attribute(page, "link[rel=canonical]", "href")
                        .or(() -> meta(page, "og:url"))
                        .or(() -> attribute(page, "article.h-entry > footer a.p-canonical", "href"))
                        .filter(url -> url.startsWith("http"))
                        .or(() -> saved(page)));
    }

    private static Optional<String> author(Document page, List<JsonNode> articles) {
        return named(articles, "author")
                .or(() -> meta(page, "author", "article:author", "dc.creator", "parsely-author"))
                .or(() -> attribute(page, ".thing.link[data-author], .thing.self[data-author]", "data-author"))
                .or(
                        () -> text(
                                page,
                                "[itemprop=author] [itemprop=name], [itemprop=author], article [rel=author], .byline .author, .entry-meta .author,"
                                        + " .post-author .fn, .author.vcard, .post-author, .p-author, .byline, .post-footer .fn, .vcard .fn"))
                .map(String::strip)
                .map(name -> Byline.of(name).map(Byline.Signed::author).orElse(name))
                .filter(name -> name.length() <= 80 && !name.startsWith("http") && !name.startsWith("/"));
    }

    private static Optional<When> time(Document page) {
        for (Element time : page.select(
                "article time[datetime], .entry-meta time[datetime], .thing.link time[datetime], .thing.self time[datetime],"
                        + " [itemprop=datePublished], time[datetime], time, .post-date, .entry-date, .date-header")) {
            if (!PageComments.isInComment(time)) {
                String written = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
                Optional<When> when = Dates.date(written.isBlank() ? time.text() : written);
                if (when.isPresent()) {
                    return when;
                }
            }
        }
        return Optional.empty();
    }

    private static List<JsonNode> articles(Document page) {
        var articles = new ArrayList<JsonNode>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            var open = new ArrayList<JsonNode>(List.of(Json.parse(script.data()).values()));
            for (int i = 0; i < open.size() && i < 1000; i++) {
                JsonNode node = open.get(i);
                JsonNode type =
                        node.path("@type").isArray() ? node.path("@type").path(0) : node.path("@type");
                if (KINDS.matcher(type.asText("")).matches() && !type.asText("").equals("WebPage")) {
                    articles.add(node);
                }
                if (node.isArray()) {
                    node.forEach(open::add);
                } else if (node.has("@graph")) {
                    open.add(node.path("@graph"));
                }
            }
        }
        return articles;
    }

    private static Optional<String> field(List<JsonNode> nodes, String name) {
        return nodes.stream()
                .flatMap(node -> Json.text(node, name).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<String> named(List<JsonNode> nodes, String name) {
        return nodes.stream()
                .map(node -> node.path(name).isArray() ? node.path(name).path(0) : node.path(name))
                .flatMap(node -> (node.isTextual() ? Optional.of(node.asText()) : Json.text(node, "name")).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<String> meta(Document page, String... names) {
        for (String name : names) {
            for (Element meta : page.select("meta[content]")) {
                boolean same = meta.attr("property").equalsIgnoreCase(name)
                        || meta.attr("name").equalsIgnoreCase(name)
                        || meta.attr("itemprop").equalsIgnoreCase(name);
                if (same
                        && !meta.attr("content").isBlank()
                        && !(name.endsWith("author") && isAddress(meta.attr("content")))) {
                    return Optional.of(meta.attr("content"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http") || text.startsWith("/");
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.attr(name))
                .filter(text -> !text.isBlank());
    }

    private static Optional<String> text(Document page, String selector) {
        return page.select(selector).stream()
                .filter(element -> !PageComments.isInComment(element))
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** A page's title without the site's name at its end. */
    private static String untailed(String title, Optional<String> site) {
        String text = title.strip();
        if (site.isPresent()) {
            String bare = text.replaceFirst("\\s*[|–—:·«»-]\\s*" + Pattern.quote(site.get()) + "\\s*$", "");
            return bare.isBlank() ? text : bare;
        }
        return text.replaceFirst("\\s+[|–—·«»]\\s+[^|–—·«»]{1,40}$", "");
    }

    /** What browsers write at the head of a page that they save. */
    private static Optional<String> saved(Document page) {
        var comments = new ArrayList<Node>(page.childNodes());
        comments.addAll(
                page.select("html").first() == null
                        ? List.of()
                        : page.select("html").first().childNodes());
        return comments.stream()
                .filter(Comment.class::isInstance)
                .map(node -> SAVED.matcher(((Comment) node).getData()))
                .filter(Matcher::find)
                .map(found -> found.group("url"))
                .findFirst();
    }
}
