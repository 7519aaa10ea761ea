package org.afterword.protection;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of HTML and SVG themselves, which name nobody: every page has a {@code lang}, and somebody is called Lang.
 * Only standard names of elements and attributes are (HTML Living Standard, SVG 2), and a few values that a page's frame
 * always has; whatever else stands in a tag is looked at.
 */
final class MarkupWords {
    private static final Set<String> ELEMENTS =
            words("a abbr address article aside audio b base bdi bdo blockquote body br"
                    + " button caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset"
                    + " figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label"
                    + " legend li line link main map mark meta meter nav noscript object ol optgroup option output p path param"
                    + " picture polygon polyline pre progress q rect rp rt ruby s samp script section select small source span"
                    + " strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track"
                    + " tspan u ul use var video wbr circle defs desc ellipse symbol");

    private static final Set<String> ATTRIBUTES = words("accept action alt aria-current aria-describedby aria-expanded"
            + " aria-hidden aria-label aria-labelledby aria-live autocapitalize autocomplete autofocus charset checked cite"
            + " class cols colspan content crossorigin cx cy d datetime dir disabled download enctype fill for headers"
            + " height hidden href hreflang http-equiv id inputmode itemprop lang loading max maxlength media method min"
            + " minlength name novalidate open pattern placeholder points preserveaspectratio property r readonly rel"
            + " required role rows rowspan rx ry scope selected size span spellcheck src srcset start step stroke"
            + " stroke-width style summary tabindex target text-anchor title transform type value viewbox width x x1 x2"
            + " xmlns y y1 y2");

    private static final Set<String> VALUES = Set.of(
            "content=width=device-width, initial-scale=1",
            "rel=stylesheet",
            "rel=icon",
            "rel=canonical",
            "rel=noreferrer",
            "rel=noopener noreferrer",
            "rel=nofollow noreferrer",
            "type=application/ld+json",
            "charset=utf-8",
            "dir=ltr",
            "dir=rtl",
            "role=img",
            "role=status");

    private static final Pattern LANGUAGE = Pattern.compile("lang=[a-z]{2,3}");

    /** A letter, so that words on both sides of a tag do not come to stand beside each other. */
    private static final char NOBODY = 'x';

    private MarkupWords() {}

    /** Whether the value belongs to the language, and not to what is said in it. */
    static boolean isFixed(String attribute, String value) {
        String pair = attribute + "=" + value;
        return VALUES.contains(pair) || LANGUAGE.matcher(pair).matches();
    }

    /** The same text with the language's own words made unreadable; all else stands where it stood. */
    static String without(String text) {
        var made = new StringBuilder(text);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
            int to = word(text, from);
            if (to > from && ELEMENTS.contains(lower(text, from, to))) {
                cross(made, from, to);
                attributes(text, to, made);
            }
        }
        return made.toString();
    }

    private static void attributes(String text, int start, StringBuilder made) {
        int at = start;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            int from = at + 1;
            int to = word(text, from);
            String name = lower(text, from, to);
            if (ATTRIBUTES.contains(name)) {
                cross(made, from, to);
            }
            at = to;
            if (text.startsWith("=\"", to)) {
                int end = text.indexOf('"', to + 2);
                if (end < 0) {
                    return;
                }
                if (isFixed(name, text.substring(to + 2, end))) {
                    cross(made, to + 2, end);
                }
                at = end + 1;
            }
        }
    }

    /** Where the word that begins there ends. */
    private static int word(String text, int from) {
        int to = from;
        while (to < text.length() && (letter(text.charAt(to)) || (to > from && inner(text.charAt(to))))) {
            to++;
        }
        return to;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean inner(char c) {
        return c == '-' || (c >= '0' && c <= '9');
    }

    private static String lower(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static void cross(StringBuilder made, int from, int to) {
        for (int i = from; i < to; i++) {
            made.setCharAt(i, NOBODY);
        }
    }

    private static Set<String> words(String all) {
        return Set.of(all.split(" ", -1));
    }
}
