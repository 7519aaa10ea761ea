package org.afterword.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The posts and comments of a feed or an export, one after another, from its elements. */
final class BlogEntries implements Xml.Handler {
    private static final int LONGEST = 16 << 20;
    private static final int DEEPEST = 200;
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final String COMMENT = "wp:comment";

    /** Who is told. */
    interface Taker {
        /** One begins. */
        void seen();

        /** One is whole; the post before its comments, where they lie in it. */
        void take(Entry entry);
    }

    /**
     * One post, comment, or something else that the site keeps.
     *
     * @param fields by the path of elements below its own ("author/name", "wp:post_type")
     * @param post that it lies in, for a comment of WordPress
     * @param channel what the feed says of itself
     */
    record Entry(Map<String, String> fields, Optional<Entry> post, Map<String, String> channel) {
        private Optional<String> first(String... names) {
            for (String name : names) {
                String value = fields.getOrDefault(name, "").strip();
                if (!value.isEmpty()) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }

        String title() {
            return first("title").orElse("");
        }

        String words() {
            return first("content:encoded", "wp:comment_content", "content", "description", "summary")
                    .orElse("");
        }

        Optional<String> author() {
            return first("dc:creator", "wp:comment_author", "author/name", "author");
        }

        Optional<String> blog() {
            return Optional.of(channel.getOrDefault("title", "")).filter(title -> !title.isBlank());
        }

        Optional<String> language() {
            return Optional.of(channel.getOrDefault("language", ""))
                    .map(code -> code.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", ""))
                    .filter(code -> code.matches("[a-z]{2,3}"));
        }

        Optional<String> address() {
            return first("link@alternate", "link", "wp:comment_link").filter(link -> link.startsWith("http"));
        }

        Optional<String> date() {
            return first("wp:comment_date_gmt")
                    .or(() -> first("pubDate", "published", "dc:date"))
                    .or(() -> first("wp:post_date_gmt").filter(BlogEntries::isDate))
                    .or(() -> first("wp:post_date", "wp:comment_date", "updated"));
        }

        Optional<String> id() {
            return first("wp:comment_id")
                    .map(id -> "comment " + id)
                    .or(() -> first("wp:post_id").map(id -> "post " + id))
                    .or(() -> first("id", "guid"));
        }

        Optional<String> thread() {
            return post.flatMap(Entry::id)
                    .or(() -> first("thr:in-reply-to", "blogger:parent"))
                    .or(this::id);
        }

        Optional<String> parent() {
            return first("wp:comment_parent")
                    .filter(id -> !id.equals("0"))
                    .map(id -> "comment " + id)
                    .or(() -> post.flatMap(Entry::id))
                    .or(() -> first("blogger:inReplyTo", "thr:in-reply-to", "blogger:parent"));
        }

        /** Who wrote from where, and whether it was published: what the page does not show. */
        Map<String, String> besides() {
            var besides = new LinkedHashMap<String, String>();
            first("wp:status", "blogger:status").ifPresent(status -> besides.put("status", status));
            first("wp:comment_approved")
                    .filter(state -> !state.equals("1"))
                    .ifPresent(state -> besides.put("status", state.equals("0") ? "held back" : state));
            first("wp:comment_author_email", "author/email").ifPresent(mail -> besides.put("author-mail", mail));
            first("wp:comment_author_url", "author/uri").ifPresent(page -> besides.put("author-page", page));
            first("wp:comment_author_IP").ifPresent(from -> besides.put("network-address", from));
            return besides;
        }

        /** Why it is neither a post nor a comment. */
        Optional<String> leftOut() {
            String kind = first("wp:post_type", "category@kind", "blogger:type")
                    .orElse("post")
                    .toLowerCase(Locale.ROOT);
            if (kind.equals("attachment")) {
                return Optional.of("a file of the site, which is not in the export");
            }
            if (first("wp:comment_type").orElse("comment").matches("pingback|trackback")) {
                return Optional.of("a link from another page");
            }
            if (first("wp:comment_approved", "blogger:status").orElse("").matches("(?i)spam")) {
                return Optional.of("marked as spam");
            }
            return Set.of("post", "page", "comment").contains(kind)
                            || (first("wp:post_type").isPresent() && isText(kind))
                    ? Optional.empty()
                    : Optional.of("a setting of the site");
        }

        private static boolean isText(String kind) {
            return !kind.matches("nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request"
                    + "|wp_.*|acf-.*");
        }
    }

    private final Taker taker;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> channel = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> fields = new HashMap<>();
    private Optional<Map<String, String>> outer = Optional.empty();
    private boolean postTaken;
    private int inside;

    BlogEntries(Taker taker) {
        this.taker = taker;
    }

    private static boolean isDate(String written) {
        return !written.startsWith("0000");
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        String prefix = element.getPrefix();
        String qualified = prefix == null || prefix.isEmpty() || prefix.equals("atom") ? name : prefix + ":" + name;
        if (qualified.equals("app:draft")) {
            qualified = "wp:status";
        }
        text.setLength(0);
        path.push(qualified);
        if (inside == 0 && ENTRIES.contains(qualified)) {
            begin();
        } else if (inside == 1 && qualified.equals(COMMENT)) {
            takePost();
            outer = Optional.of(fields);
            begin();
        } else if (inside > 0) {
            attributes(qualified, element);
        }
    }

    private void begin() {
        inside++;
        taker.seen();
        fields = new HashMap<>();
        if (inside == 1) {
            postTaken = false;
        }
    }

    private void attributes(String name, XMLStreamReader element) {
        switch (name) {
            case "link" ->
                Xml.attribute(element, "href")
                        .filter(href -> Xml.attribute(element, "rel")
                                .orElse("alternate")
                                .equals("alternate"))
                        .ifPresent(href -> fields.putIfAbsent("link@alternate", href));
            case "category" ->
                Xml.attribute(element, "term")
                        .filter(term ->
                                Xml.attribute(element, "scheme").orElse("").endsWith("#kind"))
                        .ifPresent(term -> fields.put("category@kind", term.replaceFirst(".*#", "")));
            case "thr:in-reply-to" ->
                Xml.attribute(element, "ref").ifPresent(ref -> fields.put("thr:in-reply-to", ref));
            default -> {}
        }
    }

    @Override
    public void text(String more) {
        if (text.length() < LONGEST && path.size() < DEEPEST) {
            text.append(more);
        }
    }

    @Override
    public void end(String name) {
        String ended = path.pop();
        if (inside == 0) {
            if (path.size() <= 2) {
                channel.putIfAbsent(ended, text.toString().strip());
            }
        } else if (inside == 2 && ended.equals(COMMENT)) {
            taker.take(new Entry(fields, outer.map(post -> new Entry(post, Optional.empty(), channel)), channel));
            fields = outer.orElseThrow();
            outer = Optional.empty();
            inside = 1;
        } else if (inside == 1 && ENTRIES.contains(ended)) {
            takePost();
            inside = 0;
        } else {
            fields.putIfAbsent(below(ended), text.toString());
        }
        text.setLength(0);
    }

    private void takePost() {
        if (!postTaken) {
            postTaken = true;
            taker.take(new Entry(fields, Optional.empty(), channel));
        }
    }

    /** The field's name, with that of its author before it. */
    private String below(String ended) {
        return "author".equals(path.peek()) ? "author/" + ended : ended;
    }
}
