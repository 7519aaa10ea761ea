package org.afterword.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/** Markdown as a reader of the page sees it: made to HTML, then to text; marks of emphasis left over are dropped. */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(FootnotesExtension.create(), TablesExtension.create(), StrikethroughExtension.create());
    private static final List<Extension> RENDERED = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(100).build();
    private static final Pattern SHORTCODE_TEXT =
            Pattern.compile("\\{\\{[^{}]*?\\btext\\s*=\\s*\"([^\"]*)\"[^{}]*\\}\\}");
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[^{}]*\\}\\}|\\{%[^{}]*%\\}");
    private static final Pattern MARKED = Pattern.compile(
            "[*_`\\[\\]<>#&\\\\~|]|^[ \\t]|^\\s*[-+=]|^\\s*\\d+[.)]|  $|\\n\\n\\n|http", Pattern.MULTILINE);

    private Markdown() {}

    static Rendered render(String source) {
        if (!marked(source)) {
            return Rendered.plain(source);
        }
        String plain = SHORTCODE
                .matcher(SHORTCODE_TEXT.matcher(source).replaceAll("$1"))
                .replaceAll("");
        Node document = PARSER.parse(plain);
        Map<String, Integer> notes = notes(document);
        String html = HtmlRenderer.builder()
                .extensions(RENDERED)
                .nodeRendererFactory(context -> new Notes(context, notes))
                .build()
                .render(document);
        Rendered rendered = HtmlText.of(Jsoup.parse(html).body());
        return rendered.keeping(Lines.of(rendered.text()).stream()
                .filter(line -> !line.text().equals("**") && !line.text().equals("*"))
                .toList());
    }

    /** Most posts are one line without any mark; the pattern is asked where that cannot be seen at once. */
    private static boolean marked(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c >= 'a' && c <= 'z' && c != 'h') {
                continue;
            }
            switch (c) {
                case '*', '_', '`', '[', ']', '<', '>', '#', '&', '\\', '~', '|' -> {
                    return true;
                }
                case 'h' -> {
                    if (source.startsWith("http", i)) {
                        return true;
                    }
                }
                case '\n', '\r', '\u0085', '\u2028', '\u2029' -> {
                    return MARKED.matcher(source).find();
                }
                default -> {}
            }
        }
        boolean begins = !source.isEmpty() && !Character.isLetter(source.charAt(0));
        return begins ? MARKED.matcher(source).find() : source.endsWith("  ");
    }

    /** Footnotes in the order in which they are referred to, then those that nothing refers to. */
    private static Map<String, Integer> notes(Node document) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        var definitions = new LinkedHashMap<String, Integer>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof FootnoteReference reference) {
                    numbers.putIfAbsent(reference.getLabel(), numbers.size() + 1);
                }
                visitChildren(node);
            }

            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition definition) {
                    definitions.put(definition.getLabel(), 0);
                }
                visitChildren(block);
            }
        });
        definitions.keySet().forEach(label -> numbers.putIfAbsent(label, numbers.size() + 1));
        return numbers;
    }

    /** "[1]" in the text, and "[1] The note." where the note is written. */
    private record Notes(HtmlNodeRendererContext context, Map<String, Integer> numbers) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FootnoteReference.class, FootnoteDefinition.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FootnoteReference reference) {
                context.getWriter().text("[" + numbers.get(reference.getLabel()) + "]");
            } else if (node instanceof FootnoteDefinition definition) {
                context.getWriter().raw("<section>[" + numbers.get(definition.getLabel()) + "] ");
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    if (child.getPrevious() == null && child instanceof org.commonmark.node.Paragraph) {
                        for (Node inline = child.getFirstChild(); inline != null; inline = inline.getNext()) {
                            context.render(inline);
                        }
                    } else {
                        context.render(child);
                    }
                }
                context.getWriter().raw("</section>");
            }
        }
    }
}
