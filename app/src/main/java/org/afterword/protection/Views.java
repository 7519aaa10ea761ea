package org.afterword.protection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.language.Decoding;
import org.afterword.people.Sifted;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** All the ways of reading a finished file in which a name could stand, each decoded as often as it is encoded. */
final class Views {
    private static final int DEPTH = 4;
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    // JSON and JavaScript (backslash u, x, n) and CSS (backslash and one to six hexadecimal digits).
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:u([0-9A-Fa-f]{4})|u\\{([0-9A-Fa-f]{1,6})\\}|x([0-9A-Fa-f]{2})|([0-9A-Fa-f]{1,6})[ \\n]?|([bfnrtv])|(.))");
    private static final Pattern ENTITY = Pattern.compile("&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);?");

    private static final Pattern ODD = Pattern.compile("[^a-z:]");

    private static final CaseNames NOBODY = new CaseNames(List.of());

    private final Function<String, Sifted> sift;
    private final BiConsumer<View, Sifted> eye;

    /**
     * @param eye what is shown each text once, in whatever ways it can be read
     */
    Views(Function<String, Sifted> sift, BiConsumer<View, Sifted> eye) {
        this.sift = sift;
        this.eye = eye;
    }

    /** All of them, for one who looks for something else than names. */
    static List<View> of(String path, byte[] bytes) {
        var all = new ArrayList<View>();
        new Views(NOBODY::sift, (view, sifted) -> all.add(view)).of(bytes);
        return all;
    }

    void of(byte[] bytes) {
        if (PdfText.is(bytes)) {
            PdfText.of(bytes).forEach(this::ofView);
            return;
        }
        decoded(bytes).forEach(text -> ofText("plain", text));
    }

    /** The text, and everything that is encoded in it. */
    void ofText(String name, String text) {
        ofView(new View(name, "", text));
    }

    private void ofView(View whole) {
        var seen = new HashSet<String>();
        Deque<Level> waiting = new ArrayDeque<>();
        waiting.add(new Level(whole, 0));
        while (!waiting.isEmpty()) {
            Level level = waiting.removeFirst();
            if (level.view.text().isBlank() || !seen.add(level.view.text())) {
                continue;
            }
            View looked = level.view.withoutMarkupWords();
            Sifted sifted = sift.apply(looked.text());
            eye.accept(looked, sifted);
            if (level.depth < DEPTH) {
                inside(level.view, sifted).forEach(view -> waiting.addLast(new Level(view, level.depth + 1)));
            }
        }
    }

    private record Level(View view, int depth) {}

    private static List<View> inside(View view, Sifted sifted) {
        var views = new ArrayList<View>();
        String text = view.text();
        if (view.isMarkup()) {
            views.addAll(markup(view));
        } else if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
            views.add(new View("entities in " + view.name(), view.tag(), Parser.unescapeEntities(text, false)));
        }
        if (text.indexOf('\\') >= 0) {
            views.add(new View("escapes in " + view.name(), view.tag(), unescaped(text)));
        }
        if (text.indexOf('%') >= 0 && PERCENT.matcher(text).find()) {
            views.add(new View("percent-encoding in " + view.name(), view.tag(), percentDecoded(text)));
        }
        if (sifted.parted()) {
            Typeset.unhyphenated(text)
                    .ifPresent(words -> views.add(new View("hyphens in " + view.name(), view.tag(), words)));
        }
        if (sifted.spaced()) {
            Typeset.closed(text)
                    .ifPresent(words -> views.add(new View("spaced letters in " + view.name(), view.tag(), words)));
        }
        for (byte[] run : Base64Runs.of(text, sifted.encoded())) {
            readable(run).ifPresent(found -> views.add(new View("base64 in " + view.name(), view.tag(), found)));
        }
        return views;
    }

    private static List<View> markup(View view) {
        var views = new ArrayList<View>();
        boolean xml = view.text().stripLeading().startsWith("<?xml")
                || view.text().stripLeading().startsWith("<svg");
        var page = xml ? Jsoup.parse(view.text(), "", Parser.xmlParser()) : Jsoup.parse(view.text());
        var text = new StringBuilder();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    line(element, text);
                    for (Attribute attribute : element.attributes()) {
                        if (MarkupWords.isFixed(attribute.getKey(), attribute.getValue())) {
                            continue;
                        }
                        views.add(new View(
                                "attribute",
                                tag(view) + "<" + plain(element.normalName()) + " " + plain(attribute.getKey()) + ">",
                                attribute.getValue()));
                    }
                } else if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof DataNode data) {
                    views.add(new View("script or style", tag(view) + "<script> or <style>", data.getWholeData()));
                } else if (node instanceof Comment comment) {
                    views.add(new View("comment", tag(view) + "a comment", comment.getData()));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    line(element, text);
                }
            }
        });
        views.add(new View("text", view.tag(), text.toString()));
        return views;
    }

    /** Where a line of its own begins and ends, as a reader sees it. */
    private static void line(Element element, StringBuilder text) {
        if (element.isBlock() || BREAKING.contains(element.normalName())) {
            text.append('\n');
        }
    }

    private static final Set<String> BREAKING = Set.of(
            "br",
            "hr",
            "td",
            "th",
            "li",
            "option",
            "text",
            "title",
            "desc",
            "metadata",
            "dt",
            "dd",
            "button",
            "label",
            "summary");

    private static String tag(View view) {
        return view.tag().isEmpty() ? "" : view.tag() + " ";
    }

    private static String plain(String name) {
        return name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == ':')
                ? name
                : ODD.matcher(name).replaceAll("");
    }

    private static String unescaped(String text) {
        return replaced(text, '\\', ESCAPE, Views::character);
    }

    /** Looks only where the mark stands, with which every match begins. */
    private static String replaced(String text, char mark, Pattern pattern, Function<MatchResult, String> by) {
        var made = new StringBuilder(text.length());
        Matcher matcher = pattern.matcher(text);
        int done = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, Math.max(at + 1, done))) {
            if (matcher.region(at, text.length()).lookingAt()) {
                made.append(text, done, at).append(by.apply(matcher));
                done = matcher.end();
            }
        }
        return made.append(text, done, text.length()).toString();
    }

    private static String character(MatchResult found) {
        for (int group = 1; group <= 4; group++) {
            if (found.group(group) != null) {
                int codePoint = Integer.parseInt(found.group(group), 16);
                return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : " ";
            }
        }
        return found.group(5) != null ? "\n" : found.group(6);
    }

    private static String percentDecoded(String text) {
        return replaced(text.replace('+', ' '), '%', PERCENT, found -> {
            String run = found.group();
            byte[] bytes = new byte[run.length() / 3];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(run.substring(3 * i + 1, 3 * i + 3), 16);
            }
            return utf8(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
        });
    }

    /** As text, if it is mostly that. */
    private static Optional<String> readable(byte[] bytes) {
        return utf8(bytes).filter(text -> {
            long odd = text.codePoints()
                    .filter(c -> (Character.isISOControl(c) && !Character.isWhitespace(c)) || !Character.isDefined(c))
                    .count();
            return odd == 0;
        });
    }

    private static List<String> decoded(byte[] bytes) {
        var texts = new ArrayList<String>();
        Optional<String> utf8 = utf8(bytes);
        texts.add(utf8.orElseGet(() -> new String(bytes, StandardCharsets.UTF_8)));
        if (utf8.isEmpty()) {
            texts.add(new String(bytes, Charset.forName("windows-1252")));
        }
        if (texts.getFirst().indexOf(0) >= 0) {
            texts.add(new String(bytes, StandardCharsets.UTF_16LE));
            texts.add(new String(bytes, StandardCharsets.UTF_16BE));
        }
        return texts;
    }

    private static Optional<String> utf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // What was no character has become this one; but it may also have been there.
        return text.indexOf('\ufffd') < 0 ? Optional.of(text) : Decoding.strict(bytes, StandardCharsets.UTF_8);
    }
}
