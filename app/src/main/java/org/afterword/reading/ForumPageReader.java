package org.afterword.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Saved pages of threads in forums, of the programs that {@link Forum} knows: each post is an account. */
final class ForumPageReader implements Reader {
    private static final Pattern DATED = Pattern.compile(
            "(?:^|.*?[\\s»:])(?<date>(?:\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}\\.? \\p{L}{3,9}\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})"
                    + "(?:,? (?:at )?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?)?)(?:\\D.*|$)",
            Pattern.DOTALL);
    private static final Pattern PAGES = Pattern.compile("(?i)\\bpage \\d+ of (?<count>\\d{1,5})\\b");

    @Override
    public String name() {
        return "forum";
    }

    @Override
    public double confidence(Source source) {
        String text = source.text();
        boolean marked = text.contains("<")
                && Forum.ALL.stream()
                        .anyMatch(forum -> forum.mark().matcher(text).find());
        return marked && Forum.of(text, Jsoup.parse(text)).isPresent() ? 0.96 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        Optional<Forum> forum = Forum.of(source.text(), page);
        if (forum.isEmpty()) {
            return;
        }
        PageFacts facts = PageFacts.of(page);
        Map<String, Long> skipped = new TreeMap<>();
        long seen = 0;
        long read = 0;
        for (Element post : page.select(forum.get().posts())) {
            if (post.parents().stream().anyMatch(up -> up.is(forum.get().posts()))) {
                continue;
            }
            seen++;
            Optional<Account> account = account(source, forum.get(), post, facts);
            if (account.isPresent()) {
                into.account(account.get());
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
        Matcher pages = PAGES.matcher(page.text());
        if (pages.find() && Integer.parseInt(pages.group("count")) > 1) {
            into.warning(new Warning("", "the thread has " + pages.group("count") + " pages, and this is one of them"));
        }
        into.balance(new Balance("posts", seen, read, skipped));
    }

    private Optional<Account> account(Source source, Forum forum, Element post, PageFacts facts) {
        Optional<Element> words = Optional.ofNullable(post.selectFirst(forum.words()));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = id(forum, post).or(() -> id(forum, words.get()));
        Draft draft = new Draft(source, name())
                .handles()
                .title(facts.title())
                .channel(facts.channel())
                .language(facts.language())
                .author(author(forum, post, words.get()))
                .date(date(forum, post, words.get()))
                .sourceUrl(facts.address()
                        .map(address -> address + id.map(one -> "#" + one).orElse("")))
                .threaded(new Threaded(id, facts.address(), Optional.empty()))
                .anchors(Chat.anchors(id, -1, -1));
        Element own = words.get().clone();
        for (Element quote : own.select(forum.quotes())) {
            if (quote.closest("blockquote") == null) {
                quote.select("blockquote").tagName("div");
                quote.tagName("blockquote");
            }
        }
        own.select(forum.around()).remove();
        own.select("cite").tagName("p");
        Rendered rendered = HtmlText.of(own);
        return rendered.text().isBlank()
                ? Optional.empty()
                : Optional.of(QuotedBy.inForum(Essay.post(draft, rendered)));
    }

    private static Optional<String> id(Forum forum, Element post) {
        return Arrays.stream(forum.id().split(",\\s*", -1))
                .filter(one -> one.contains("="))
                .map(one -> one.split("=", -1))
                .filter(one -> post.attr(one[0]).matches(Pattern.quote(one[1]) + "\\d{1,20}"))
                .map(one -> one[1].isEmpty() ? "post-" + post.attr(one[0]) : post.attr(one[0]))
                .findFirst();
    }

    private static Optional<String> author(Forum forum, Element post, Element words) {
        for (String one : forum.author().split(",\\s*", -1)) {
            Optional<String> name = one.startsWith("@")
                    ? Optional.of(post.attr(one.substring(1)))
                    : post.select(one).stream()
                            .filter(found -> !found.parents().contains(words))
                            .map(Element::text)
                            .filter(text -> !text.isBlank())
                            .findFirst();
            Optional<String> shown = name.map(
                            text -> text.replaceFirst("^@", "").strip())
                    .filter(text -> !text.isEmpty() && text.length() <= 80);
            if (shown.isPresent()) {
                return shown;
            }
        }
        return Optional.empty();
    }

    private static Optional<When> date(Forum forum, Element post, Element words) {
        for (String one : forum.date().split(",\\s*", -1)) {
            for (Element found : post.select(one)) {
                if (found.parents().contains(words)) {
                    continue;
                }
                Optional<When> date = date(found);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    /** "Yesterday, 5:32 PM" stays undecided. */
    private static Optional<When> date(Element shown) {
        String moment = shown.attr("datetime");
        if (!moment.isEmpty()) {
            String zoned = moment.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            return Stamps.iso(Optional.of(zoned));
        }
        if (shown.attr("data-time").matches("\\d{9,14}")) {
            Optional<String> written = Optional.of(shown.attr("data-time"));
            return written.get().length() > 11 ? Stamps.millis(written) : Stamps.seconds(written);
        }
        String exact = shown.attr("title").isEmpty() ? shown.text() : shown.attr("title");
        Matcher dated = DATED.matcher(exact);
        if (dated.matches()) {
            return Dates.date(dated.group("date"));
        }
        return Dates.stamp(exact.replaceFirst("(?i)^posted:?\\s*", ""));
    }
}
