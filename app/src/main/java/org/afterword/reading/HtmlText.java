package org.afterword.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.model.Span;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The readable text of a piece of HTML: paragraphs, headings, lists, captions, alternative texts, quotations. */
final class HtmlText implements NodeVisitor {
    private static final Set<String> SPACED = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "dl",
            "table",
            "figure",
            "hr",
            "section",
            "article",
            "details");
    private static final String UNSEEN = "script,style,template,noscript,svg,iframe,object,embed,canvas,audio,video,"
            + "button,input,select,textarea,head,[hidden],[style~=(?i)display\\s*:\\s*none],"
            + "[style~=(?i)visibility\\s*:\\s*hidden],[style~=(?i)(left|top|text-indent)\\s*:\\s*-\\d{3,}]";
    private static final Pattern FILE_NAME =
            Pattern.compile("\\S+\\.(?:jpe?g|png|gif|webp|bmp|svg)|\\S*\\d{3,}\\S*|[\\w-]{30,}");

    private static final int UNORDERED = -1;

    private record Opened(int start) {}

    private final StringBuilder out = new StringBuilder();
    private final List<Span> quotes = new ArrayList<>();
    private final List<Rendered.Link> links = new ArrayList<>();
    private final Deque<Opened> open = new ArrayDeque<>();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private int breaks;
    private boolean space;
    private String prefix = "";
    private int pre;

    private HtmlText() {}

    /** Changes the element: what a reader of the page does not see is taken out. */
    static Rendered of(Element root) {
        root.select(UNSEEN).remove();
        var text = new HtmlText();
        NodeTraversor.traverse(text, root);
        text.quotes.sort(null);
        return new Rendered(text.out.toString(), text.quotes, text.links);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            write(textNode.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        breakBefore(element);
        switch (element.normalName()) {
            case "br" -> breaks = Math.min(2, breaks + 1);
            case "li" -> prefix = bullet();
            case "td", "th" -> {
                if (element.previousElementSibling() != null) {
                    write("\t", false);
                }
            }
            case "img" -> {
                String alt = element.attr("alt").strip();
                if (!alt.isEmpty() && !FILE_NAME.matcher(alt).matches()) {
                    write("[" + alt + "]");
                }
            }
            case "pre" -> pre++;
            case "ul" -> lists.push(UNORDERED);
            case "ol" ->
                lists.push(element.attr("start").matches("\\d{1,6}") ? Integer.parseInt(element.attr("start")) : 1);
            case "blockquote", "a" -> open.push(new Opened(breaks > 0 || out.isEmpty() ? -1 : position()));
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "pre" -> pre--;
            case "ul", "ol" -> lists.pop();
            case "blockquote" -> close(element, true);
            case "a" -> close(element, false);
            default -> {}
        }
        breakBefore(element);
    }

    private void close(Element element, boolean quote) {
        int start = open.pop().start();
        if (start < 0 || start >= out.length()) {
            return;
        }
        Span span = new Span(start, out.length());
        if (quote) {
            quotes.add(span);
        } else if (element.hasAttr("href")) {
            links.add(new Rendered.Link(span, element.attr("href")));
        }
    }

    private int position() {
        return out.length() + (space ? 1 : 0);
    }

    private void breakBefore(Element element) {
        if (SPACED.contains(element.normalName())) {
            boolean inItem =
                    element.parent() != null && element.parent().normalName().equals("li");
            wants((inItem && !element.normalName().equals("p")) || firstInItem(element) ? 1 : 2);
        } else if (element.isBlock() || element.normalName().equals("tr")) {
            wants(1);
        }
    }

    private static boolean firstInItem(Element element) {
        return element.normalName().equals("p")
                && element.parent() != null
                && element.parent().normalName().equals("li")
                && element.elementSiblingIndex() == 0;
    }

    private void wants(int lines) {
        breaks = Math.max(breaks, lines);
        space = false;
    }

    private String bullet() {
        Integer number = lists.peek();
        if (number == null || number == UNORDERED) {
            return "- ";
        }
        lists.pop();
        lists.push(number + 1);
        return number + ". ";
    }

    private void write(String text) {
        write(text, pre == 0);
    }

    private void write(String text, boolean collapse) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!collapse && c == '\n') {
                breaks += out.isEmpty() ? 0 : 1;
            } else if (collapse && blank) {
                space = !out.isEmpty() && breaks == 0;
            } else {
                begin();
                out.append(c == '\u0000' ? '\uFFFD' : c);
            }
        }
    }

    private void begin() {
        if (!out.isEmpty()) {
            out.repeat("\n", breaks);
        }
        breaks = 0;
        if (space) {
            out.append(' ');
            space = false;
        }
        if (!prefix.isEmpty()) {
            out.append(prefix);
            prefix = "";
        }
        if (open.stream().anyMatch(opened -> opened.start() < 0)) {
            var all = new ArrayList<Opened>(open);
            open.clear();
            all.forEach(opened -> open.addLast(opened.start() < 0 ? new Opened(out.length()) : opened));
        }
    }
}
