package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Anchor;
import org.afterword.model.Span;
import org.afterword.reading.Lines.Line;

/**
 * A readable text.
 *
 * @param quotes what is marked as a quotation, in the order of the text
 * @param links what links where
 * @param anchors where in the exhibit it stands, in the order of the text
 */
record Rendered(String text, List<Span> quotes, List<Link> links, List<Anchor> anchors) {
    private static final Pattern MARK = Pattern.compile("[ \\t]{0,3}>(?:[ >]*)");

    record Link(Span span, String address) {}

    Rendered {
        quotes = List.copyOf(quotes);
        links = List.copyOf(links);
        anchors = List.copyOf(anchors);
    }

    Rendered(String text, List<Span> quotes, List<Link> links) {
        this(text, quotes, links, List.of());
    }

    /** Plain text, in which lines that begin with {@code >} are quotations. */
    static Rendered plain(String text) {
        var quotes = new ArrayList<Span>();
        int start = -1;
        int end = -1;
        for (Line line : Lines.of(text)) {
            var mark = MARK.matcher(line.text());
            if (mark.lookingAt() && mark.end() < line.text().length()) {
                start = start < 0 ? line.start() + mark.end() : start;
                end = line.end();
            } else if (start >= 0 && !(mark.lookingAt() || line.blank())) {
                quotes.add(new Span(start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            quotes.add(new Span(start, end));
        }
        return new Rendered(text, quotes, List.of());
    }

    /** Only these lines of it; quotations and links move along. */
    Rendered keeping(List<Line> lines) {
        var kept = new StringBuilder();
        var moved = new ArrayList<Integer>();
        for (Line line : lines) {
            if (!moved.isEmpty()) {
                kept.append('\n');
            }
            moved.add(kept.length());
            kept.append(line.text());
        }
        var keptQuotes = new ArrayList<Span>();
        for (Span quote : quotes) {
            moved(quote, lines, moved).ifPresent(keptQuotes::add);
        }
        var keptLinks = new ArrayList<Link>();
        for (Link link : links) {
            moved(link.span(), lines, moved).ifPresent(span -> keptLinks.add(new Link(span, link.address())));
        }
        return new Rendered(kept.toString(), keptQuotes, keptLinks, moved(lines, moved));
    }

    /** Each to the same place, or to the next that is kept; of several that come to one place the last counts. */
    private List<Anchor> moved(List<Line> lines, List<Integer> moved) {
        var kept = new ArrayList<Anchor>();
        int line = 0;
        for (Anchor anchor : anchors) {
            while (line < lines.size() && lines.get(line).end() < anchor.at()) {
                line++;
            }
            if (line == lines.size()) {
                break;
            }
            int at = moved.get(line) + Math.max(0, anchor.at() - lines.get(line).start());
            if (!kept.isEmpty() && kept.getLast().at() == at) {
                kept.removeLast();
            }
            kept.add(new Anchor(at, anchor.selector()));
        }
        return kept;
    }

    private static Optional<Span> moved(Span span, List<Line> lines, List<Integer> moved) {
        int start = -1;
        int end = -1;
        for (int i = lowest(lines, span.start()); i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.start() >= span.end()) {
                break;
            }
            int shift = moved.get(i) - line.start();
            int from = Math.max(span.start(), line.start()) + shift;
            start = start < 0 ? from : start;
            end = Math.max(end, Math.min(span.end(), line.end()) + shift);
        }
        return start >= 0 && start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** The first line that ends after the position. */
    private static int lowest(List<Line> lines, int position) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Optional<String> linkIn(Span span) {
        return links.stream()
                .filter(link -> link.span().overlaps(span))
                .map(Link::address)
                .filter(address -> address.startsWith("http"))
                .findFirst();
    }
}
