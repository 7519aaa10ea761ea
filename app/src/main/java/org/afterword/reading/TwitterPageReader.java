package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Saved pages of X (Twitter), of today and of before 2020: each tweet that the page shows is an account. */
final class TwitterPageReader implements Reader {
    private static final Pattern MARKS = Pattern.compile(
            "data-testid=[\"']?tweet\\b|class=[\"'][^\"']*\\btweet\\b[^>]*data-tweet-id=|data-tweet-id=[^>]*class=[\"'][^\"']*\\btweet\\b");
    private static final Pattern STATUS = Pattern.compile("(?:^|/)(?<who>\\w{1,30})/status(?:es)?/(?<id>\\d{1,20})");
    private static final Pattern HANDLE = Pattern.compile("@(?<who>\\w{1,30})");
    private static final Pattern GONE = Pattern.compile(
            "(?i)this (?:post|tweet) (?:is|was|is from|was from|has been|violated)\\b.{0,200}|you.re unable to view this (?:post|tweet).{0,200}");
    private static final Pattern REPOSTED = Pattern.compile("(?i).*\\b(?:reposted|retweeted)\\b.*");
    private static final String NEW = "article[data-testid=tweet]";
    private static final String OLD = ".tweet[data-tweet-id]";
    private static final String TEXT = "[data-testid=tweetText], .tweet-text, .QuoteTweet-text";
    private static final String NAME = "[data-testid=User-Name], .username, .QuoteTweet-screenname";
    private static final String MEDIA =
            "[data-testid=tweetPhoto] img[alt], .AdaptiveMedia-photoContainer img, [data-testid=videoPlayer]";
    private static final String ADVERTISEMENT =
            "[data-testid=placementTracking], [data-promoted=true], .promoted-tweet";
    private static final String MORE = "[data-testid=tweet-text-show-more-link]";

    @Override
    public String name() {
        return "twitter";
    }

    @Override
    public double confidence(Source source) {
        String text = source.text();
        return text.contains("<") && MARKS.matcher(text).find() ? 0.97 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        Map<String, Long> skipped = new TreeMap<>();
        long seen = 0;
        long read = 0;
        long cut = 0;
        Optional<String> thread = Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                .map(link -> STATUS.matcher(link.attr("href")))
                .filter(Matcher::find)
                .map(found -> found.group("id"));
        for (Element tweet : page.select(NEW + ", " + OLD)) {
            seen++;
            if (tweet.selectFirst(ADVERTISEMENT) != null || tweet.is(ADVERTISEMENT)) {
                skipped.merge("advertisements", 1L, Long::sum);
                continue;
            }
            Optional<Account> account = account(new Draft(source, name()).handles(), tweet, thread);
            if (account.isPresent()) {
                into.account(account.get());
                read++;
                cut += tweet.selectFirst(MORE) == null ? 0 : 1;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
        for (Element cell : page.select("[data-testid=cellInnerDiv]:not(:has(article)), article:not([data-testid])")) {
            if (GONE.matcher(cell.text()).matches()) {
                seen++;
                skipped.merge("deleted, or not shown by the platform", 1L, Long::sum);
            }
        }
        if (cut > 0) {
            into.warning(new Warning(
                    "", cut + " of the tweets go on behind \"Show more\"; the page has only their beginning"));
        }
        into.balance(new Balance("tweets", seen, read, skipped));
    }

    private static Optional<Account> account(Draft draft, Element tweet, Optional<String> thread) {
        List<Element> names = tweet.select(NAME);
        // what stands in a tweet within it is that one's
        List<Element> texts = tweet.select(TEXT).stream()
                .filter(text -> tweet.equals(text.closest(NEW + ", " + OLD)))
                .toList();
        Optional<Element> quote = quote(tweet, names);
        Optional<String> who = Optional.of(tweet.attr("data-screen-name"))
                .filter(name -> !name.isEmpty())
                .or(() -> names.isEmpty() ? Optional.empty() : handle(names.getFirst()));
        Optional<Matcher> status = tweet.select("a:has(time), a.tweet-timestamp, a[href*=/status/]").stream()
                .filter(link -> quote.stream()
                        .noneMatch(inner -> inner.equals(link) || link.parents().contains(inner)))
                .map(link -> STATUS.matcher(link.attr("href")))
                .filter(Matcher::find)
                .findFirst();
        Optional<String> id = Optional.of(tweet.attr("data-tweet-id"))
                .filter(one -> !one.isEmpty())
                .or(() -> status.map(found -> found.group("id")));
        Optional<String> author = who.or(() -> status.map(found -> found.group("who")));
        var own = new ArrayList<String>();
        var quoted = new ArrayList<String>();
        for (Element text : texts) {
            boolean inQuote = quote.stream().anyMatch(inner -> text.parents().contains(inner))
                    || text.hasClass("QuoteTweet-text");
            (inQuote ? quoted : own).add(words(text));
        }
        var media = new ArrayList<String>();
        for (Element file : tweet.select(MEDIA)) {
            String alt = file.attr("alt").strip();
            media.add("[" + (alt.isEmpty() ? file.is("img") ? "picture" : "video" : alt) + "]");
        }
        String said = Chat.sound(String.join("\n\n", own)).strip();
        if (said.isEmpty() && quoted.isEmpty() && media.isEmpty()) {
            return Optional.empty();
        }
        draft.author(author)
                .poster(reposted(tweet))
                .date(date(tweet))
                .sourceUrl(id.filter(one -> author.isPresent())
                        .map(one -> "https://twitter.com/" + author.get() + "/status/" + one))
                .threaded(new Threaded(
                        id,
                        Optional.of(tweet.attr("data-conversation-id"))
                                .filter(one -> !one.isEmpty())
                                .or(() -> thread),
                        Optional.empty()))
                .anchors(Chat.anchors(id, -1, -1));
        return Optional.of(told(
                draft,
                said,
                Chat.sound(String.join("\n\n", quoted)).strip(),
                names.size() > 1 ? handle(names.get(1)) : Optional.empty(),
                Chat.sound(String.join(" ", media))));
    }

    private static Account told(Draft draft, String said, String quoted, Optional<String> other, String media) {
        var text = new StringBuilder(said);
        var turns = new ArrayList<Turn>();
        var speakers = new ArrayList<>(List.of(draft.speaker(draft.author(), Speaker.Role.TELLER)));
        if (!said.isEmpty()) {
            turns.add(new Turn(0, new Span(0, said.length()), 0, Turn.Voice.OWN, false, draft.date()));
        }
        if (!quoted.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("Quoting ")
                    .append(other.map(name -> "@" + name).orElse("another"))
                    .append(": ");
            other.filter(name -> !draft.author().equals(other))
                    .ifPresent(name -> speakers.add(draft.speaker(other, Speaker.Role.TELLER)));
            add(turns, text, quoted, speakers.size() - 1, Turn.Voice.QUOTED, draft);
        }
        if (!media.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n");
            add(turns, text, media, 0, Turn.Voice.SYSTEM, draft);
        }
        return draft.account(text.toString(), speakers, turns);
    }

    private static void add(
            List<Turn> turns, StringBuilder text, String words, int speaker, Turn.Voice voice, Draft draft) {
        var span = new Span(text.length(), text.length() + words.length());
        text.append(words);
        Optional<When> date = voice == Turn.Voice.QUOTED ? Optional.empty() : draft.date();
        turns.add(new Turn(turns.size(), span, speaker, voice, false, date));
    }

    /** A tweet within the tweet. */
    private static Optional<Element> quote(Element tweet, List<Element> names) {
        Optional<Element> old = Optional.ofNullable(tweet.selectFirst(".QuoteTweet"));
        return old.isPresent() || names.size() < 2
                ? old
                : Optional.ofNullable(names.get(1).closest("[role=link]"))
                        .filter(one -> tweet.equals(one.closest(NEW)));
    }

    private static Optional<String> reposted(Element tweet) {
        return Optional.ofNullable(tweet.selectFirst("[data-testid=socialContext]"))
                .filter(context -> REPOSTED.matcher(context.text()).matches())
                .map(context -> Optional.ofNullable(context.closest("a[href]"))
                        .or(() -> Optional.ofNullable(context.selectFirst("a[href]")))
                        .map(link -> link.attr("href").replaceFirst("^.*/", ""))
                        .orElseGet(() -> context.text().replaceFirst("(?i)\\s+(?:reposted|retweeted).*$", "")))
                .or(() -> Optional.of(tweet.attr("data-retweeter")));
    }

    private static Optional<When> date(Element tweet) {
        return Optional.ofNullable(tweet.selectFirst("time[datetime]"))
                .flatMap(time -> Stamps.iso(Optional.of(time.attr("datetime"))))
                .or(() -> Optional.ofNullable(tweet.selectFirst("[data-time-ms], [data-time]"))
                        .flatMap(time -> time.hasAttr("data-time-ms")
                                ? Stamps.millis(Optional.of(time.attr("data-time-ms")))
                                : Stamps.seconds(Optional.of(time.attr("data-time")))));
    }

    private static Optional<String> handle(Element name) {
        return Stream.concat(name.getAllElements().stream().map(Element::ownText), Stream.of(name.text()))
                .map(HANDLE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group("who"))
                .findFirst();
    }

    /** Emoji are pictures there, with the emoji as their text. */
    private static String words(Element text) {
        Element own = text.clone();
        own.select("img[alt]").forEach(emoji -> emoji.replaceWith(new org.jsoup.nodes.TextNode(emoji.attr("alt"))));
        own.select(".tco-ellipsis, .u-hidden, [data-testid=tweet-text-show-more-link]")
                .remove();
        own.tagName("pre");
        return HtmlText.of(own).text();
    }
}
