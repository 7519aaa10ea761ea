package org.afterword.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Saved pages of Reddit, old ("thing") and new ("shreddit-post", "shreddit-comment"): post and comments, an account each. */
final class RedditPageReader implements Reader {
    private static final Pattern OLD =
            Pattern.compile("class=[\"'][^\"']*\\bthing\\b[^\"']*\\b(?:id-)?t[13]_|data-fullname=[\"']t[13]_");
    private static final Pattern NEW = Pattern.compile("<shreddit-(?:post|comment)\\b");
    private static final Pattern ID = Pattern.compile("\\bid-(t[13]_\\w+)");
    private static final String SITE = "https://www.reddit.com";
    private static final String OLD_THINGS = "div.thing.link, div.thing.self, div.thing.comment";

    @Override
    public String name() {
        return "reddit-page";
    }

    @Override
    public double confidence(Source source) {
        if (source.isLarge() || !source.text().contains("<")) {
            return 0;
        }
        return NEW.matcher(source.text()).find() || OLD.matcher(source.text()).find() ? 0.97 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        List<Element> old = page.select(OLD_THINGS);
        List<Element> things = old.isEmpty() ? page.select("shreddit-post, shreddit-comment") : old;
        var skipped = new TreeMap<String, Long>();
        long read = 0;
        for (Element thing : things) {
            Optional<Account> account = old.isEmpty() ? fresh(source, thing, page) : old(source, thing, page);
            if (account.isPresent()) {
                into.account(account.get());
                read++;
            } else {
                skipped.merge("no text", 1L, Long::sum);
            }
        }
        int hidden = page.select(".morecomments a, shreddit-comment-tree faceplate-partial[src*=more-comments]")
                .size();
        if (hidden > 0) {
            into.warning(new Warning("", "more comments are not in the page: " + hidden + " links to them"));
        }
        into.balance(new Balance("posts and comments", things.size(), read, skipped));
    }

    private Optional<Account> old(Source source, Element thing, Document page) {
        Element entry = Optional.ofNullable(thing.selectFirst("> .entry")).orElse(thing);
        Optional<String> id = attribute(thing, "data-fullname")
                .or(() -> ID.matcher(thing.className())
                        .results()
                        .map(one -> one.group(1))
                        .findFirst());
        Optional<String> parent = Optional.ofNullable(thing.parent())
                .map(up -> up.closest("div.thing"))
                .flatMap(up -> ID.matcher(up.className() + " id-" + up.attr("data-fullname"))
                        .results()
                        .map(one -> one.group(1))
                        .findFirst());
        boolean comment = thing.hasClass("comment");
        Draft draft = draft(source, page)
                .author(attribute(thing, "data-author")
                        .or(() -> Optional.ofNullable(entry.selectFirst(".tagline .author"))
                                .map(Element::text))
                        .filter(name -> !Gone.is(name)))
                .date(Optional.ofNullable(entry.selectFirst(".tagline time[datetime]"))
                        .flatMap(time -> Dates.date(time.attr("datetime")))
                        .or(() -> epoch(thing.attr("data-timestamp"))))
                .sourceUrl(attribute(thing, "data-permalink")
                        .or(() -> Optional.ofNullable(entry.selectFirst("a.bylink, a.title"))
                                .map(a -> a.attr("href")))
                        .flatMap(RedditPageReader::address))
                .threaded(new Threaded(
                        id,
                        thread(page, id, comment),
                        comment ? parent.or(() -> thread(page, id, true)) : Optional.empty()));
        if (!comment) {
            Optional.ofNullable(entry.selectFirst("a.title, p.title"))
                    .map(Element::text)
                    .ifPresent(draft::title);
        }
        return account(draft, Optional.ofNullable(entry.selectFirst(".usertext-body .md, .usertext-body")));
    }

    private Optional<Account> fresh(Source source, Element thing, Document page) {
        boolean comment = thing.normalName().equals("shreddit-comment");
        Optional<String> id = attribute(thing, comment ? "thingid" : "id");
        Draft draft = draft(source, page)
                .author(attribute(thing, "author").filter(name -> !Gone.is(name)))
                .date(attribute(thing, "created-timestamp")
                        .or(() -> attribute(thing, "created"))
                        .or(() -> Optional.ofNullable(thing.selectFirst("time[datetime]"))
                                .map(time -> time.attr("datetime")))
                        .flatMap(Dates::date))
                .sourceUrl(attribute(thing, "permalink").flatMap(RedditPageReader::address))
                .threaded(new Threaded(
                        id,
                        comment ? attribute(thing, "postid") : id,
                        attribute(thing, "parentid")
                                .or(() -> comment ? attribute(thing, "postid") : Optional.empty())));
        attribute(thing, "post-title").ifPresent(draft::title);
        return account(
                draft,
                Optional.ofNullable(thing.selectFirst(
                        comment
                                ? "> [slot=comment], > div [slot=comment]"
                                : "[slot=text-body], > div [property='schema:articleBody']")));
    }

    /** The channel is what the page's addresses say. */
    private Draft draft(Source source, Document page) {
        return new Draft(source, name())
                .handles()
                .channel(page.select("a[href*='/r/'], shreddit-post[subreddit-prefixed-name]").stream()
                        .flatMap(link -> Pattern.compile("(?:^|/)r/(\\w{2,21})/comments|^r/(\\w{2,21})$")
                                .matcher(link.attr("href") + link.attr("subreddit-prefixed-name"))
                                .results()
                                .map(found ->
                                        Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2))))
                        .findFirst());
    }

    private static Optional<Account> account(Draft draft, Optional<Element> words) {
        words.ifPresent(own -> own.select("script, style, .reportform").remove());
        Rendered rendered = words.map(HtmlText::of).orElse(Rendered.plain(""));
        if (rendered.text().isBlank()) {
            rendered = Rendered.plain(draft.title());
        }
        return rendered.text().isBlank() ? Optional.empty() : Optional.of(Essay.post(draft, rendered));
    }

    private static Optional<String> thread(Document page, Optional<String> id, boolean comment) {
        if (!comment) {
            return id;
        }
        return page.select("div.thing.link, div.thing.self").stream()
                .map(post -> post.attr("data-fullname"))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.attr(name).strip()).filter(value -> !value.isEmpty());
    }

    private static Optional<When> epoch(String millis) {
        return millis.matches("\\d{12,14}")
                ? Optional.of(Dates.epoch(millis, Long.parseLong(millis) / 1000))
                : Optional.empty();
    }

    private static Optional<String> address(String link) {
        if (link.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(link.startsWith("/") ? SITE + link : link).filter(whole -> whole.startsWith("http"));
    }
}
