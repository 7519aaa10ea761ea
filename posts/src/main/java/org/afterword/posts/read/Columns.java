package org.afterword.posts.read;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which column holds what.
 *
 * @param asked columns named by the user; the others are recognised by their usual names
 */
public record Columns(Map<Role, String> asked) {
    /** Nothing but usual names. */
    public static final Columns USUAL = new Columns(Map.of());

    public Columns {
        asked = Map.copyOf(asked);
    }

    /**
     * @param pairs {@code role=name}
     * @throws BadInput if one is not of that form
     */
    public static Columns of(List<String> pairs) {
        var asked = new EnumMap<Role, String>(Role.class);
        for (String pair : pairs) {
            int sign = pair.indexOf('=');
            if (sign < 1 || sign == pair.length() - 1) {
                throw new BadInput(
                        "'" + pair + "' does not say which column holds what; write for example account=user_id");
            }
            asked.put(Role.of(pair.substring(0, sign)), pair.substring(sign + 1));
        }
        return new Columns(asked);
    }

    /** The name of the column for every role that is there. */
    Map<Role, String> in(List<String> header) {
        var there = new HashMap<String, String>();
        header.forEach(name -> there.putIfAbsent(plain(name), name));
        var found = new EnumMap<Role, String>(Role.class);
        for (Role role : Role.values()) {
            String wanted = asked.get(role);
            if (wanted != null) {
                String name = header.contains(wanted) ? wanted : there.get(plain(wanted));
                if (name == null) {
                    throw new BadInput("There is no column '" + wanted + "' for the " + role.word() + "; there are "
                            + listed(header) + guess(List.of(wanted), header) + ".");
                }
                found.put(role, name);
            }
        }
        for (Role role : Role.values()) {
            for (String usual : role.names()) {
                String name = there.get(usual);
                if (name != null && !found.containsValue(name)) {
                    found.putIfAbsent(role, name);
                }
            }
        }
        return found;
    }

    /** What a dataset cannot do without, said with a guess which column it might be. */
    static BadInput missing(Role role, List<String> header) {
        return new BadInput("No column is known to hold the " + role.word() + "; there are " + listed(header)
                + guess(
                        Stream.concat(Stream.of(role.word()), role.names().stream())
                                .toList(),
                        header) + ". Say which with --columns " + role.word() + "=NAME.");
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static String listed(List<String> header) {
        List<String> some = header.size() > 30 ? header.subList(0, 30) : header;
        return String.join(", ", some) + (some.size() < header.size() ? ", …" : "");
    }

    /** The column whose name is nearest to any of these names. */
    private static String guess(List<String> wanted, List<String> header) {
        String best = "";
        double least = 0.6;
        for (String name : header) {
            for (String one : wanted) {
                double apart = apart(plain(one), plain(name));
                if (apart < least) {
                    least = apart;
                    best = name;
                }
            }
        }
        return best.isEmpty() ? "" : "; perhaps '" + best + "'";
    }

    /** From 0 for the same to 1; a name that holds the other is near. */
    private static double apart(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 1;
        }
        if (b.contains(a) || a.contains(b)) {
            return 0.3 * Math.abs(a.length() - b.length()) / Math.max(a.length(), b.length());
        }
        var row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return (double) row[b.length()] / Math.max(a.length(), b.length());
    }
}
