package org.afterword.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rich Text: groups in braces, control words after backslashes. What a group is for says whether it is text. */
final class Rtf {
    private static final int DEEPEST = 10_000;
    private static final int LONGEST_WORD = 32;
    private static final Charset USUAL = Charset.forName("windows-1252");
    /** Groups whose content is no text of the document. */
    private static final Set<String> OTHER = Set.of("""
            fonttbl colortbl stylesheet pict object themedata datastore header headerl headerr headerf footer
            footerl footerr footerf fldinst listtable generator listoverridetable rsidtbl xmlnstbl mmathPr
            latentstyles filetbl revtbl bkmkstart bkmkend xe tc atnref atndate atnid atnicn atntime atrfstart
            atrfend annotation company operator keywords comment doccomm subject category manager hlinkbase""".split("\\s+"));

    /** What a group changes, and its end takes back. */
    private record Group(String what, boolean unseen, Charset charset, int skip) {}

    private final byte[] bytes;
    private final Paper paper;
    private final Map<String, StringBuilder> facts = new HashMap<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<StringBuilder> notes = new ArrayDeque<>();
    private final java.io.ByteArrayOutputStream pending = new java.io.ByteArrayOutputStream();
    private Group group = new Group("", false, USUAL, 1);
    private Charset document = USUAL;
    private int at;
    private int skipping;
    private int font;
    private int deleted;
    private boolean balanced = true;
    private boolean row;

    private Rtf(byte[] bytes, Paper paper) {
        this.bytes = bytes;
        this.paper = paper;
    }

    static Rtf read(byte[] bytes, Paper paper) {
        var rtf = new Rtf(bytes, paper);
        rtf.run();
        return rtf;
    }

    /** "title", "author". */
    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name))
                .map(words -> Paper.clean(words.toString()).strip())
                .filter(words -> !words.isEmpty());
    }

    int deleted() {
        return deleted;
    }

    /** Whether it ends where it should. */
    boolean whole() {
        return balanced && groups.isEmpty();
    }

    private void run() {
        while (at < bytes.length && !paper.full()) {
            int c = bytes[at++] & 0xff;
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> letter(c);
            }
        }
        endParagraph();
    }

    private void open() {
        flush();
        skipping = 0;
        if (groups.size() < DEEPEST) {
            groups.push(group);
        } else {
            balanced = false;
            at = bytes.length;
        }
    }

    private void close() {
        flush();
        skipping = 0;
        if (groups.isEmpty()) {
            balanced = false;
            return;
        }
        Group before = groups.pop();
        if (group.what().equals("footnote") && !before.what().equals("footnote") && !notes.isEmpty()) {
            String mark = paper.note(notes.pop().toString());
            group = before;
            out(mark);
        }
        group = before;
    }

    private void letter(int c) {
        if (skipping > 0) {
            skipping--;
        } else {
            pending.write(c);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            String words = pending.toString(group.charset());
            pending.reset();
            out(words);
        }
    }

    private void out(String words) {
        if (facts.containsKey(group.what())) {
            facts.get(group.what()).append(words);
        } else if (!group.unseen()) {
            (notes.isEmpty() ? text : notes.element()).append(words);
        }
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        int c = bytes[at] & 0xff;
        if (c == '\'') {
            at++;
            hex();
        } else if (isLetter(c)) {
            word();
        } else {
            at++;
            symbol((char) c);
        }
    }

    private void hex() {
        if (at + 2 <= bytes.length) {
            int high = Character.digit(bytes[at], 16);
            int low = Character.digit(bytes[at + 1], 16);
            if (high >= 0 && low >= 0) {
                at += 2;
                letter(high << 4 | low);
            }
        }
    }

    private void symbol(char c) {
        flush();
        switch (c) {
            case '\\', '{', '}' -> letter(c);
            case '~' -> out("\u00a0");
            case '_' -> out("\u2011");
            case '\r', '\n' -> endParagraph();
            case '*' -> group = new Group("*", true, group.charset(), group.skip());
            default -> {}
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void word() {
        int start = at;
        while (at < bytes.length && at - start < LONGEST_WORD && isLetter(bytes[at])) {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        int digits = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        while (at < bytes.length && at - digits < 11 && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        String number = new String(bytes, digits, at - digits, StandardCharsets.ISO_8859_1);
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        Optional<Integer> parameter =
                number.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
        if (word.equals("u") && parameter.isPresent()) {
            flush();
            out(String.valueOf((char) (int) parameter.get()));
            skipping = group.skip();
            return;
        }
        flush();
        skipping = 0;
        act(word, parameter.orElse(0), parameter.isEmpty());
    }

    private void act(String word, int parameter, boolean none) {
        switch (word) {
            case "par", "sect", "page" -> endParagraph();
            case "line" -> out("\n");
            case "tab" -> out("\t");
            case "cell", "nestcell" -> {
                row = true;
                out("\u001f");
            }
            case "row", "nestrow" -> endRow();
            case "emdash" -> out("—");
            case "endash" -> out("–");
            case "lquote" -> out("‘");
            case "rquote" -> out("’");
            case "ldblquote" -> out("“");
            case "rdblquote" -> out("”");
            case "bullet" -> out("•");
            case "emspace", "enspace" -> out(" ");
            case "bin" -> at = Math.max(at, (int) Math.min(bytes.length, (long) at + Math.max(0, parameter)));
            case "uc" -> group = new Group(group.what(), group.unseen(), group.charset(), Math.clamp(parameter, 0, 8));
            case "ansicpg" -> {
                document = charset(parameter == 65001 ? "UTF-8" : "windows-" + parameter)
                        .or(() -> charset("IBM" + parameter))
                        .orElse(USUAL);
                group = new Group(group.what(), group.unseen(), document, group.skip());
            }
            case "mac" -> document = charset("x-MacRoman").orElse(USUAL);
            case "f" -> {
                font = parameter;
                Charset there = fonts.getOrDefault(parameter, document);
                group = new Group(group.what(), group.unseen(), there, group.skip());
            }
            case "fcharset" -> charset(charsetOf(parameter)).ifPresent(there -> fonts.put(font, there));
            case "plain" ->
                group = new Group(group.what(), group.unseen() && !group.what().isEmpty(), document, group.skip());
            case "deleted", "v" -> {
                boolean on = none || parameter != 0;
                deleted += on && word.equals("deleted") && !group.unseen() ? 1 : 0;
                if (group.what().isEmpty() || group.what().equals("footnote")) {
                    group = new Group(group.what(), on, group.charset(), group.skip());
                }
            }
            case "footnote" -> {
                notes.push(new StringBuilder());
                group = new Group("footnote", group.unseen(), group.charset(), group.skip());
            }
            case "title", "author", "atnauthor", "operator", "manager", "company", "subject", "doccomm", "keywords" -> {
                facts.putIfAbsent(word, new StringBuilder());
                group = new Group(word, true, group.charset(), group.skip());
            }
            case "info" -> group = new Group("info", true, group.charset(), group.skip());
            // the text that a field shows, and that a shape holds
            case "fldrslt", "shptxt" -> group = new Group("", false, group.charset(), group.skip());
            default -> {
                if (OTHER.contains(word)) {
                    group = new Group(word, true, group.charset(), group.skip());
                }
            }
        }
    }

    private static Optional<Charset> charset(String name) {
        return !name.isEmpty() && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    /** By the numbers that fonts have for them. */
    private static String charsetOf(int number) {
        return switch (number) {
            case 128 -> "windows-31j";
            case 129 -> "x-windows-949";
            case 134 -> "GBK";
            case 136 -> "Big5";
            case 161 -> "windows-1253";
            case 162 -> "windows-1254";
            case 163 -> "windows-1258";
            case 177 -> "windows-1255";
            case 178 -> "windows-1256";
            case 186 -> "windows-1257";
            case 204 -> "windows-1251";
            case 222 -> "x-windows-874";
            case 238 -> "windows-1250";
            default -> "";
        };
    }

    private void endParagraph() {
        flush();
        if (!notes.isEmpty()) {
            notes.element().append(' ');
        } else if (row) {
            // a paragraph within a cell
            text.append(' ');
        } else {
            paper.block(text.toString());
            text.setLength(0);
        }
    }

    private void endRow() {
        flush();
        row = false;
        paper.row(java.util.List.of(text.toString().split("\u001f", -1)));
        text.setLength(0);
    }
}
