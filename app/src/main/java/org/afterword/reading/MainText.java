package org.afterword.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the part of a page that a reader came for. */
final class MainText {
    private static final String AROUND = "nav,aside,footer,form,dialog,menu,[role=navigation],[role=banner],"
            + "[role=contentinfo],[role=search],[role=complementary],[role=dialog],[role=alertdialog],[aria-modal=true],"
            + "[aria-hidden=true],[data-nosnippet]";
    private static final Pattern NAMES = Pattern.compile(
            "(?:^|[\\s_-])(?:cookies?|consent|gdpr|sidebar|side|share|sharing|sharedaddy"
                    + "|shares?-?buttons?|social|related|jp-relatedposts|recommend(?:ed|ations?)|read-?more|newsletter|subscribe|signup|sign-up"
                    + "|promo|advert(?:isement)?|ads?|adsbygoogle|sponsor(?:ed)?|breadcrumbs?|menu|nav|navbar|navigation|pagination|pager"
                    + "|nav-links|post-navigation|respond|comment-form|comment-respond|widget|widgets|widget-area|footer|masthead|topbar"
                    + "|popup|modal|overlay|banner|toolbar|skip-link|screen-reader-text|sr-only|visually-hidden|byline|entry-meta|post-meta"
                    + "|posted-on|author-bio|author-box|about-author|tags|tag-links|cat-links|tagline|likes|reactions|wpl-likebox|site-header"
                    + "|site-branding|site-title|site-footer|sr-bar|titlebox|akismet\\S*)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MAIN = List.of(
            "[itemprop=articleBody]",
            ".entry-content",
            ".post-content",
            ".post-body",
            ".article-body",
            ".article-content",
            ".article__body",
            ".post__content",
            ".thing.self .usertext-body",
            ".thing.link .usertext-body",
            ".message-body",
            "article",
            "main",
            "[role=main]",
            "#main-content",
            "#content",
            ".content",
            "#main");
    private static final int LEAST = 140;
    private static final double SHARE = 0.25;
    private static final double TOO_MUCH = 0.5;

    private MainText() {}

    /** Takes out of the page what stands around. */
    static Element of(Document page) {
        Element body = page.body();
        int all = Math.max(1, body.text().length());
        body.select("script,style,noscript,template").remove();
        for (Element around : body.select(AROUND)) {
            removeUnlessMost(around, all);
        }
        for (Element named : body.select("[class],[id]")) {
            String names = named.className() + " " + named.id();
            if (!named.is("body,main,article") && NAMES.matcher(names).find()) {
                removeUnlessMost(named, all);
            }
        }
        int rest = body.text().length();
        for (String selector : MAIN) {
            Element longest = body;
            int most = -1;
            for (Element candidate : body.select(selector)) {
                int length = candidate.text().length();
                if (length > most) {
                    most = length;
                    longest = candidate;
                }
            }
            if (most >= LEAST || (most > 0 && most >= SHARE * rest)) {
                return longest;
            }
        }
        return densest(body);
    }

    private static void removeUnlessMost(Element element, int all) {
        if (element.parent() != null && element.text().length() < TOO_MUCH * all) {
            element.remove();
        }
    }

    /** The element with most text in paragraphs of its own, half counted for the one around it. */
    private static Element densest(Element body) {
        Map<Element, Integer> scores = new HashMap<>();
        Element best = body;
        int most = 0;
        for (Element paragraph : body.select("p,pre,blockquote,td")) {
            int length = paragraph.ownText().length();
            Element parent = paragraph.parent();
            while (parent != null && parent.normalName().equals("blockquote")) {
                parent = parent.parent();
            }
            for (int share = 1; share <= 2 && parent != null; share++) {
                int score = scores.merge(parent, length / share, Integer::sum);
                if (score > most) {
                    most = score;
                    best = parent;
                }
                parent = parent.parent();
            }
        }
        boolean enough = best.text().length() >= SHARE * 2 * body.text().length();
        return enough ? best : body;
    }
}
