package org.afterword.coding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.reading.RefiProject;

/**
 * Codebooks as the codes of REFI-QDA, which knows names, one text, colours and nesting. Each codebook is a code that only
 * holds its own together, so that what goes out comes in again as it was, but for cues.
 */
public final class RefiCodes {
    private static final Pattern BOOK = Pattern.compile(
            "(?s)(.+)\\n\\nSource: ([^\\n]+)\\n\\nCodebook: ([\\p{L}\\p{N}._-]{1,100}), version ([\\p{L}\\p{N}._-]{1,100})");
    private static final Pattern CODE_ID = Pattern.compile("[\\p{L}\\p{N}._/-]{1,300}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}");
    private static final int LONGEST_ID = 60;

    private RefiCodes() {}

    /** A codebook alone, as a {@code .qdc} file. */
    public static String qdc(Codebook book, String program) {
        var xml = new XmlText();
        xml.start("CodeBook").attribute("xmlns", "urn:QDA-XML:codebook:1.0").attribute("origin", program);
        write(List.of(book), xml);
        return xml.end().toString();
    }

    /**
     * Writes the element {@code Codes}.
     *
     * @return the GUID of each code by its id
     */
    public static Map<String, String> write(Collection<Codebook> books, XmlText xml) {
        var guids = new LinkedHashMap<String, String>();
        var used = new HashSet<String>();
        xml.start("Codes");
        for (Codebook book : books) {
            open(Guid.named("codebook", book.id()), book.name(), false, Optional.empty(), xml);
            xml.text("Description", text(book));
            var children = new HashMap<String, List<Code>>();
            book.codes()
                    .forEach(code -> children.computeIfAbsent(code.parent().orElse(""), _ -> new ArrayList<>())
                            .add(code));
            Deque<Deque<Code>> levels = new ArrayDeque<>();
            levels.push(new ArrayDeque<>(children.getOrDefault("", List.of())));
            while (!levels.isEmpty()) {
                Code code = levels.peek().poll();
                if (code == null) {
                    levels.pop();
                    xml.end();
                    continue;
                }
                String guid = code.elsewhere().guid().filter(used::add).orElseGet(() -> Guid.named("code", code.id()));
                guids.put(code.id(), guid);
                open(
                        guid,
                        code.name(),
                        code.elsewhere().codable(),
                        code.elsewhere().colour(),
                        xml);
                xml.text("Description", CodeText.of(code));
                levels.push(new ArrayDeque<>(children.getOrDefault(code.id(), List.of())));
            }
        }
        xml.end();
        return guids;
    }

    private static void open(String guid, String name, boolean codable, Optional<String> colour, XmlText xml) {
        xml.start("Code")
                .attribute("guid", guid)
                .attribute("name", name)
                .attribute("isCodable", Boolean.toString(codable));
        colour.ifPresent(rgb -> xml.attribute("color", rgb));
    }

    private static String text(Codebook book) {
        return book.description().strip() + "\n\nSource: " + book.source().replaceAll("\\s+", " ") + "\n\nCodebook: "
                + book.id() + ", version " + book.version();
    }

    /**
     * What a file's codes come to.
     *
     * @param books those that say what they are as they were; the others in one
     * @param codes the id of each code by its GUID
     * @param own the id of the codebook that was made for codes that say of no codebook that they are its
     */
    public record Taken(List<Codebook> books, Map<String, String> codes, Optional<String> own) {}

    /**
     * @param id of the codebook for codes that do not say which they belong to
     * @param name of that codebook
     */
    public static Taken read(RefiProject from, String id, String name) throws CodebookException {
        var taking = new Taking(slug(id, LONGEST_ID), name.isBlank() ? id : line(name), from);
        from.codes().forEach(taking::take);
        return taking.taken();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static String slug(String text, int longest) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                slug.substring(0, slug.offsetByCodePoints(0, Math.min(longest, slug.codePointCount(0, slug.length()))));
        return cut.isEmpty() ? "code" : cut;
    }

    /** A codebook that is being put together. */
    private static final class Book {
        private final Codebook head;
        private final List<Code> codes = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        private Book(String id, String name, String version, String description, String source) {
            head = new Codebook(id, name, version, description, source, Map.of(), List.of());
        }

        private String unused(String id) {
            String free = id;
            for (int i = 2; !ids.add(free); i++) {
                free = id + "-" + i;
            }
            return free;
        }

        private Codebook whole() throws CodebookException {
            Codebook whole = new Codebook(
                    head.id(), head.name(), head.version(), head.description(), head.source(), Map.of(), codes);
            try {
                return Codebook.read(new ByteArrayInputStream(whole.yaml().getBytes(StandardCharsets.UTF_8)));
            } catch (CodebookException e) {
                throw e;
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory can be read", e);
            }
        }
    }

    private static final class Taking {
        private final Map<String, Book> books = new LinkedHashMap<>();
        private final List<Book> bookOf = new ArrayList<>();
        private final List<Optional<String>> idOf = new ArrayList<>();
        private final Map<String, String> byGuid = new HashMap<>();
        private final Book own;

        Taking(String id, String name, RefiProject from) {
            String origin = from.origin().isBlank() ? "another program" : line(from.origin());
            own = new Book(id, name, "1", "Codes of a project made with " + origin + ".", origin);
        }

        void take(RefiProject.Code code) {
            Matcher book = BOOK.matcher(code.description().strip());
            if (code.parent() < 0 && !code.codable() && book.matches()) {
                bookOf.add(books.computeIfAbsent(
                        book.group(3),
                        id -> new Book(
                                id, name(code), book.group(4), book.group(1).strip(), book.group(2))));
                idOf.add(Optional.empty());
                return;
            }
            boolean inside = code.parent() >= 0 && code.parent() < bookOf.size();
            Book in = inside ? bookOf.get(code.parent()) : books.computeIfAbsent(own.head.id(), _ -> own);
            Optional<CodeText> text = CodeText.parse(code.description());
            String id = in.unused(text.flatMap(CodeText::id)
                    .filter(said -> said.startsWith(in.head.id() + "/")
                            && CODE_ID.matcher(said).matches()
                            && !in.ids.contains(said))
                    .orElseGet(() -> in.head.id() + "/" + slug(code.name(), LONGEST_ID)));
            Optional<String> parent = inside ? idOf.get(code.parent()) : Optional.empty();
            Optional<String> guid = code.guid().filter(one -> byGuid.putIfAbsent(one, id) == null);
            var elsewhere = new Code.Elsewhere(
                    guid.filter(one -> !one.equals(Guid.named("code", id))),
                    code.colour()
                            .map(String::strip)
                            .filter(rgb -> COLOUR.matcher(rgb).matches()),
                    code.codable());
            in.codes.add(text.map(said -> said.code(id, parent, name(code), in.head.source(), elsewhere))
                    .orElseGet(() -> new Code(
                            id,
                            parent,
                            name(code),
                            code.description().isBlank()
                                    ? name(code)
                                    : code.description().strip(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            in.head.source(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Code.Cues.NONE,
                            elsewhere)));
            bookOf.add(in);
            idOf.add(Optional.of(id));
        }

        private static String name(RefiProject.Code code) {
            String name = line(code.name());
            return name.isEmpty() ? "Code without a name" : name;
        }

        Taken taken() throws CodebookException {
            var whole = new ArrayList<Codebook>();
            for (Book book : books.values()) {
                if (!book.codes.isEmpty()) {
                    whole.add(book.whole());
                }
            }
            return new Taken(
                    List.copyOf(whole),
                    Map.copyOf(byGuid),
                    own.codes.isEmpty() ? Optional.empty() : Optional.of(own.head.id()));
        }
    }
}
