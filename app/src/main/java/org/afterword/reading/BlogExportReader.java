package org.afterword.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a blog gives its owner, and its feeds: WordPress's export (WXR), Blogger's backup and Takeout's {@code
 * feed.atom}, RSS 2.0 and Atom. Each post and each comment is an account; so is what lies in the trash.
 */
final class BlogExportReader implements Reader {
    private static final Pattern ROOT = Pattern.compile(
            "\\A\\uFEFF?\\s*(?:<\\?[^>]{0,500}>\\s*|<!--.{0,4000}?-->\\s*)*<(?:rss\\b|feed\\b[^>]{0,2000}w3\\.org/2005/Atom)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile("<(?:p|div|br)\\b");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");

    @Override
    public String name() {
        return "blog-export";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        return ROOT.matcher(new String(source.head(), StandardCharsets.UTF_8)).find() ? 0.97 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var said = new Saying(source, into);
        Optional<String> broken;
        try {
            broken = Xml.read(source.stream(0), new BlogEntries(said));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (broken.isPresent()) {
            into.warning(new Warning("", broken.get() + "; " + said.read + " posts and comments before it are read"));
        }
        said.end();
    }

    /** Makes accounts of what {@link BlogEntries} finds. */
    private final class Saying implements BlogEntries.Taker {
        private final Source source;
        private final Findings into;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long seen;
        private long read;

        Saying(Source source, Findings into) {
            this.source = source;
            this.into = into;
        }

        @Override
        public void seen() {
            seen++;
        }

        @Override
        public void take(BlogEntries.Entry entry) {
            Optional<String> left = entry.leftOut();
            if (left.isPresent()) {
                skipped.merge(left.get(), 1L, Long::sum);
                return;
            }
            Rendered rendered = rendered(entry.words());
            Draft draft = new Draft(source, name())
                    .title(Jsoup.parse(entry.title()).text())
                    .author(entry.author())
                    .channel(entry.blog())
                    .language(entry.language())
                    .sourceUrl(entry.address())
                    .date(entry.date().flatMap(Dates::date))
                    .threaded(new Threaded(entry.id(), entry.thread(), entry.parent()));
            entry.besides().forEach((name, value) -> draft.metadata(name, Optional.of(value)));
            if (rendered.text().isBlank()) {
                skipped.merge("nothing in it", 1L, Long::sum);
                return;
            }
            try {
                into.account(Essay.post(draft, rendered));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read++;
        }

        void end() throws IOException {
            long cut = seen
                    - read
                    - skipped.values().stream().mapToLong(Long::longValue).sum();
            if (cut > 0) {
                skipped.put("cut off", cut);
            }
            if (seen == 0) {
                into.warning(new Warning("", "no post and no comment in it"));
            } else {
                into.balance(new Balance("posts and comments", seen, read, skipped));
            }
        }
    }

    /** The words of a post are HTML, in which WordPress leaves the paragraphs to blank lines. */
    private static Rendered rendered(String words) {
        String html = words;
        if (!MARKUP.matcher(words).find()) {
            html = "<p>" + BLANK_LINES.matcher(words.strip()).replaceAll("<p>").replace("\n", "<br>");
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        return HtmlText.of(body);
    }
}
