package org.afterword.reading;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for the parts of one file: harmless, not too long, and no two alike. */
final class PartNames {
    private static final int LONGEST = 240;
    private static final Pattern ROOTED = Pattern.compile("^(?:[A-Za-z]:)?/+");
    private static final Pattern UP = Pattern.compile("(?:^|(?<=/))(?:\\.{0,2} */)+");

    private final Set<String> taken = new HashSet<>();

    /** Nothing in it leads out of a folder, or looks like a container in a container. */
    static String harmless(String raw) {
        String name = Json.wellFormed(raw)
                .replace('\\', '/')
                .replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", " ")
                .replace("!/", "_/");
        name = UP.matcher(ROOTED.matcher(name).replaceFirst("")).replaceAll("").strip();
        if (name.equals("..") || name.equals(".") || name.isBlank()) {
            return "unnamed";
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        // the end says what it is
        int cut = name.length() - LONGEST;
        return name.substring(Character.isLowSurrogate(name.charAt(cut)) ? cut + 1 : cut);
    }

    /** The name, or the name with a number where it is taken. */
    String of(String raw) {
        String name = harmless(raw);
        String free = name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            int dot = name.lastIndexOf('.');
            boolean extension = dot > name.lastIndexOf('/') + 1;
            free = extension ? name.substring(0, dot) + " (" + n + ")" + name.substring(dot) : name + " (" + n + ")";
        }
        return free;
    }
}
