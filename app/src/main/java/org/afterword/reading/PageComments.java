package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The comments under a post, each an account of its own. */
final class PageComments {
    private static final String COMMENT =
            "#comments .comment, .comments-area .comment, .comment-list > li, .commentlist > li,"
                    + " ol.children > li.comment, article.comment, .thing.comment, [itemtype$=/Comment], #comments .comment-block,"
                    + " .comments .comment-block, .comments .comment, #comments li[id^=comment-], .commentarea .comment";
    private static final String CONTAINER =
            "#comments, .comments-area, .comment-list, .commentlist, .comments, .commentarea,"
                    + " #disqus_thread, #respond, .comment-respond";
    private static final String WORDS =
            ".comment-content, .comment-text, .comment_content, .comment-body-text, [itemprop=text], .usertext-body .md, .usertext-body, .comment-body";
    private static final Pattern SAID =
            Pattern.compile("(?i)\\s+(?:says|said|wrote|sagt|dice|dit)\\s*(?::|\\.{3}|…)?\\s*$");
    private static final String AUTHOR =
            "[itemprop=author], .comment-author .fn, .comment-author, cite.fn, cite.user, .fn, cite, a.author, .author, .user";
    private static final String AROUND = ".reply, .comment-meta, .comment-metadata, .comment-author, .comment-actions,"
            + " .comment-footer, .comment-header, .vcard, time, .comment-awaiting-moderation, .avatar, footer, header, form, .secondary-text";

    /** Where nothing marks the words, what else stands beside them. */
    private static final String UNMARKED = "cite, small, .says, .commentmetadata";

    private static final Pattern SAYS = Pattern.compile("(?i)(?:says|said|wrote|sagt|dice|dit)\\s*:?");

    private static final int SOME = 25;
    private static final String NO_COMMENT =
            "form, h1, h2, h3, h4, nav, script, style, noscript, iframe, #respond, .comment-respond, .comments-title, .comment-form,"
                    + " .comment-navigation, .nav-links, .akismet_comment_form_privacy_notice, .no-comments, .comment-form-message, [hidden]";

    private PageComments() {}

    /**
     * @param seen how many there are
     * @param unread how many words stand where comments stand, and are in none
     */
    record Taken(List<Account> accounts, int seen, int unread) {}

    static boolean isInComment(Element element) {
        return element.closest(CONTAINER) != null && element.closest(COMMENT) != null;
    }

    /** Takes the comments out of the page. */
    static Taken take(Source source, String format, Document page, PageFacts facts) {
        var accounts = new ArrayList<Account>();
        int seen = 0;
        listed(page);
        Elements comments = page.select(COMMENT);
        for (Element comment : comments) {
            boolean wrapper = comment.parents().stream()
                    .anyMatch(parent -> comments.contains(parent) && sameComment(parent, comment));
            if (!wrapper) {
                seen++;
                account(source, format, comment, facts).ifPresent(accounts::add);
            }
        }
        comments.remove();
        int unread = unread(page.select(CONTAINER));
        page.select(CONTAINER).remove();
        return new Taken(accounts, seen, unread);
    }

    /** Blogs of before 2011 list who said it, what was said and when, one after another: {@code dt, dd, dd}. */
    private static void listed(Document page) {
        for (Element who : page.select("dl#comments-block > dt, #comments dl > dt.comment-author")) {
            Element comment = page.createElement("article").addClass("comment");
            who.before(comment);
            Element next = who;
            do {
                Element after = next.nextElementSibling();
                comment.appendChild(next);
                next = after;
            } while (next != null && next.normalName().equals("dd"));
            who.tagName("cite").addClass("user").removeClass("comment-author");
            comment.select("dd.comment-footer").tagName("p").addClass("comment-date");
            comment.select("dd").tagName("div");
        }
    }

    /** A heading, a form and a line or two are no comments. */
    private static int unread(Elements containers) {
        int words = 0;
        for (Element container : containers) {
            if (containers.stream().noneMatch(container.parents()::contains)) {
                Element rest = container.clone();
                rest.select(NO_COMMENT).remove();
                String text = rest.text().strip();
                words += text.isEmpty() ? 0 : text.split("\\s+", -1).length;
            }
        }
        return words > SOME ? words : 0;
    }

    /** Whether both elements hold one comment: the inner is not among the outer's answers. */
    private static boolean sameComment(Element outer, Element inner) {
        for (Element at = inner; at != null && !at.equals(outer); at = at.parent()) {
            if (at.is(".children, .child, .replies, ol, ul, .comment-replies, .listing, .nestedlisting")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Account> account(Source source, String format, Element comment, PageFacts facts) {
        Element own = comment.clone();
        own.select(".children, .child, .replies, .comment-replies, .comment-respond, ol.comment-list, ol.commentlist")
                .remove();
        own.select("script, style").remove();
        Draft draft = new Draft(source, format);
        Optional<String> author = Optional.of(comment.attr("data-author"))
                .filter(name -> !name.isBlank())
                .or(() -> own.select(AUTHOR).stream()
                        .map(Element::text)
                        .filter(name -> !name.isBlank())
                        .findFirst())
                .map(name -> SAID.matcher(name).replaceFirst(""))
                .filter(name -> name.length() <= 60);
        draft.author(author).channel(facts.channel()).language(facts.language());
        draft.sourceUrl(
                own.select("a[href*=#comment], a.bylink, .comment-meta a[href], .comment-metadata a[href]").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> href.startsWith("http"))
                        .findFirst());
        draft.date(own
                .select(
                        "time, [itemprop=dateCreated], .comment-meta, .comment-metadata, .comment-date, .datetime, .commentmetadata")
                .stream()
                .flatMap(time -> Dates.date(time.hasAttr("datetime") ? time.attr("datetime") : time.text()).stream())
                .findFirst());
        Optional<Element> marked = Optional.ofNullable(own.selectFirst(WORDS));
        Element words = marked.orElse(own);
        words.select(AROUND).remove();
        if (marked.isEmpty()) {
            words.select(UNMARKED).remove();
            words.tagName("div");
        }
        Rendered shown = HtmlText.of(words);
        Rendered rendered = shown.keeping(Lines.of(shown.text()).stream()
                .filter(line ->
                        marked.isPresent() || !SAYS.matcher(line.trimmed()).matches())
                .dropWhile(Lines.Line::blank)
                .toList());
        return rendered.text().isBlank() ? Optional.empty() : Optional.of(Essay.post(draft, rendered));
    }
}
