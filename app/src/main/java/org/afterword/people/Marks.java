package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.model.Span;

/** Which marks are in a text, seen in one pass over it; and where in it a rule may match at all. */
final class Marks {
    /** Of names of platforms, without a first letter that may be a capital. */
    private static final List<String> PLATFORMS = List.of(
            "nsta",
            " ig ",
            "witter",
            "napchat",
            " snap",
            "iktok",
            "ik tok",
            "elegram",
            "iscord",
            "kype",
            " kik",
            "eddit",
            "acebook",
            " fb",
            "essenger",
            "umblr",
            "outube",
            "ouTube",
            "witch",
            "team",
            "box",
            "psn",
            "PSN",
            "amertag",
            "astodon",
            "luesky",
            "hreads",
            "ignal",
            "eChat",
            "echat",
            "iber",
            " vk ",
            "hatsApp",
            "hatsapp",
            "ithub",
            "itHub",
            "andle",
            "ser name",
            "sername",
            "ickname",
            "reen name",
            "enutzername",
            "suario",
            "seudo");

    /** So far apart digits of one number may stand, with no letter between. */
    private static final int GAP = 4;

    private final String text;
    private boolean at;
    private boolean bracket;
    private boolean slash;
    private boolean address;
    private boolean dotInside;
    private boolean hash;
    private boolean degree;
    private boolean plus;
    private int digits;
    private int dots;
    private int colons;
    /** Numbers: where each begins and ends, and how many digits it has. */
    private final List<Span> numbers = new ArrayList<>();

    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, List<Span>> places = new HashMap<>();

    private Marks(String text) {
        this.text = text;
    }

    static Marks of(String text) {
        var marks = new Marks(text);
        marks.look();
        if (marks.digits > 0) {
            marks.count();
        }
        return marks;
    }

    private void look() {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                continue;
            }
            switch (c) {
                case '@' -> at = true;
                case '(', '[', '{' -> bracket = true;
                case '/' -> {
                    slash = true;
                    address |= i > 0 && text.charAt(i - 1) == ':';
                }
                case ':' -> colons++;
                case '#' -> hash = true;
                case '°', 'º' -> degree = true;
                case '+' -> plus = true;
                case '.' -> {
                    dots++;
                    boolean joins = i > 0 && i + 1 < length;
                    dotInside |= joins
                            && (ascii(text.charAt(i - 1)) || text.charAt(i - 1) == '-')
                            && ascii(text.charAt(i + 1));
                    address |= i > 2 && text.regionMatches(true, i - 3, "www", 0, 3);
                }
                default -> digits += digit(c) ? 1 : 0;
            }
        }
    }

    private void count() {
        int start = -1;
        int end = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                start = start < 0 ? i : start;
                end = i + 1;
                count++;
            } else if (start >= 0 && (i - end >= GAP || Character.isLetter(c))) {
                add(start, end, count);
                start = -1;
                count = 0;
            }
        }
        if (start >= 0) {
            add(start, end, count);
        }
    }

    private void add(int start, int end, int count) {
        numbers.add(new Span(start, end));
        lengths.add(count);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean ascii(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c);
    }

    int digits() {
        return digits;
    }

    boolean plus() {
        return plus;
    }

    /** An at sign. */
    List<Span> at() {
        return everywhere(at);
    }

    /** An opening bracket, round, square or curly. */
    List<Span> bracket() {
        return everywhere(bracket);
    }

    List<Span> slash() {
        return everywhere(slash);
    }

    /** {@code :/} or {@code www.} */
    List<Span> address() {
        return everywhere(address);
    }

    /** A full stop between a letter, a digit or a hyphen and a letter or a digit, of ASCII. */
    List<Span> dotInside() {
        return everywhere(dotInside);
    }

    List<Span> hash() {
        return everywhere(hash && digits > 3);
    }

    List<Span> degrees() {
        return everywhere(degree && digits > 1);
    }

    List<Span> plusAndDigit() {
        return everywhere(plus && digits > 0);
    }

    List<Span> dots() {
        return everywhere(dots > 2 && digits > 3);
    }

    /** As many as a network address has, or two in a row. */
    List<Span> colons() {
        return everywhere((colons > 1 && text.contains("::")) || colons > 6);
    }

    private List<Span> everywhere(boolean there) {
        return there ? List.of(new Span(0, text.length())) : List.of();
    }

    /** Around numbers of so many digits, and all that may belong to them. */
    List<Span> numbers(int least) {
        return numbers(least, 80, 80);
    }

    /**
     * @param before how much before a number may belong to it, in UTF-16 code units
     */
    List<Span> numbers(int least, int before, int after) {
        return places.computeIfAbsent(least + " " + before, key -> {
            var around = new ArrayList<Span>();
            for (int i = 0; i < numbers.size(); i++) {
                if (lengths.get(i) >= least) {
                    around.add(around(numbers.get(i), before, after));
                }
            }
            return merged(around);
        });
    }

    /** Around names of platforms. */
    List<Span> platforms() {
        return places.computeIfAbsent("platforms", key -> {
            var around = new TreeMap<Integer, Span>();
            for (String name : PLATFORMS) {
                for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
                    around.put(i, around(new Span(i, i + name.length()), 32, 80));
                }
            }
            return merged(List.copyOf(around.values()));
        });
    }

    private Span around(Span span, int before, int after) {
        return new Span(Math.max(0, span.start() - before), Math.min(text.length(), span.end() + after));
    }

    private static List<Span> merged(List<Span> rising) {
        var merged = new ArrayList<Span>();
        for (Span span : rising) {
            if (!merged.isEmpty() && merged.getLast().end() >= span.start()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }
}
