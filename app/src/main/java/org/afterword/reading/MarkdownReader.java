package org.afterword.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** Markdown, perhaps with front matter in YAML or TOML, as site generators keep posts. */
final class MarkdownReader implements WholeReader {
    private static final Pattern FRONT = Pattern.compile(
            "\\A\\s*(?<fence>---|\\+\\+\\+)[ \\t]*\\n(?<front>.*?)(?:\\n|(?<=\\n))\\k<fence>[ \\t]*(?:\\n|\\z)",
            Pattern.DOTALL);
    private static final Pattern SYNTAX = Pattern.compile(
            "^#{1,6} \\S|\\[[^\\]\\n]+\\]\\([^)\\s]+\\)|^\\[\\^?[^\\]]+\\]: |\\*\\*[^*\\n]+\\*\\*", Pattern.MULTILINE);
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper TOML = new TomlMapper();
    private static final int SAMPLE = 20_000;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public double confidence(Source source) {
        if (Json.looksLike(source.text())) {
            return 0;
        }
        if (source.hasExtension("md", "markdown", "mdown", "mkd", "mdx")) {
            return 0.9;
        }
        Matcher front = FRONT.matcher(source.text());
        if (front.lookingAt() && front.group("front").matches("(?s)(?:.*\\n)?\\s*\\w+\\s*[:=].*")) {
            return 0.85;
        }
        String sample =
                source.text().substring(0, Math.min(SAMPLE, source.text().length()));
        return SYNTAX.matcher(sample).results().limit(3).count() == 3 ? 0.6 : 0;
    }

    @Override
    public Read read(Source source) {
        var warnings = new ArrayList<Warning>();
        Draft draft = new Draft(source, name());
        Matcher front = FRONT.matcher(source.text());
        String body = source.text();
        JsonNode fields = front.lookingAt() ? fields(front, warnings) : MissingNode.getInstance();
        if (front.lookingAt()) {
            body = body.substring(front.end());
        }
        named(fields, "title").ifPresent(draft::title);
        draft.author(author(fields));
        draft.channel(named(fields, "site", "site_name", "publication"));
        draft.language(named(fields, "lang", "language")
                .filter(code -> code.matches("[a-z]{2}([-_].*)?"))
                .map(code -> code.substring(0, 2)));
        Optional<String> address =
                named(fields, "canonical_url", "canonical", "original_url", "permalink", "url", "link", "path", "slug");
        draft.sourceUrl(address.filter(text -> text.contains("/") || text.contains(".")));
        draft.date(named(fields, "date", "published", "pubdate", "publishdate", "created", "posted")
                .flatMap(Dates::date));
        Optional<Account> account = Essay.account(
                draft,
                Markdown.render(body),
                address.flatMap(Dates::inPath)
                        .or(() -> Dates.inPath(source.fileName()))
                        .or(() -> updated(named(fields, "updated", "lastmod", "last_modified_at", "modified"))));
        if (account.isEmpty()) {
            warnings.add(new Warning("", "there is no text but front matter"));
        }
        return new Read(account.stream().toList(), warnings);
    }

    private static JsonNode fields(Matcher front, List<Warning> warnings) {
        try {
            return (front.group("fence").equals("---") ? YAML : TOML).readTree(front.group("front"));
        } catch (JsonProcessingException e) {
            warnings.add(new Warning(
                    e.getLocation() == null
                            ? "line 1"
                            : "line " + (e.getLocation().getLineNr() + 1),
                    "the front matter cannot be read; the text below it is"));
            return MissingNode.getInstance();
        }
    }

    private static Optional<When> updated(Optional<String> written) {
        return written.flatMap(text -> Dates.line("updated " + text)).map(Dates.Dated::when);
    }

    private static Optional<String> named(JsonNode fields, String... names) {
        for (String name : names) {
            Optional<String> value = fields.properties().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue())
                    .filter(JsonNode::isValueNode)
                    .map(node -> Json.wellFormed(node.asText("")).strip())
                    .filter(text -> !text.isEmpty() && !text.equals("null"))
                    .findFirst();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> author(JsonNode fields) {
        Optional<String> plain = named(fields, "author", "byline", "by", "creator");
        if (plain.isPresent()) {
            return plain;
        }
        for (String name : List.of("author", "authors", "taxonomies")) {
            JsonNode node = fields.path(name);
            JsonNode list = name.equals("taxonomies") ? node.path("authors") : node;
            JsonNode first = list.isArray() ? list.path(0) : list;
            Optional<String> found = first.isTextual() ? Optional.of(first.asText()) : Json.text(first, "name");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
