package org.afterword.posts.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which column holds what.
 *
 * @param asked columns named by the user; the others are recognised by their usual names
 */
public record Columns(Map<Role, String> asked) {
    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");

    /** A name that means something else where another column stands beside it. */
    private record Beside(Role role, String name, String column) {}

    /** The address of a post itself, which nobody shares by it; who did something that is no post. */
    private static final List<Beside> MEAN_OTHERS =
            List.of(new Beside(Role.URL, "url", "uri"), new Beside(Role.ACCOUNT, "actor", "actor_id"));

    static final List<Role> NEEDED = List.of(Role.ACCOUNT, Role.TIME);

    private static final Pattern NAME = Pattern.compile("(?!\\s)(?!.*: )[\\p{L}\\p{N}\\p{Zs}_.:/()?$@#*-]{1,60}");

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
        for (Role role : Role.values()) {
            role.names().stream()
                    .filter(usual -> usual.indexOf('.') > 0 && !found.containsKey(role))
                    .forEach(usual -> within(usual, there)
                            .filter(name -> !found.containsValue(name))
                            .ifPresent(name -> found.putIfAbsent(role, name)));
        }
        for (Beside other : MEAN_OTHERS) {
            if (there.containsKey(other.column()) && !asked.containsKey(other.role())) {
                found.remove(other.role(), there.get(other.name()));
            }
        }
        return found;
    }

    /** How many of those columns are there without which nothing can be measured. */
    int needed(List<String> header) {
        try {
            Map<Role, String> there = in(header);
            return (int) NEEDED.stream().filter(there::containsKey).count();
        } catch (BadInput e) {
            return 0; // a column that the user named is not there
        }
    }

    /** {@code post.author.did} for {@code author.did}; the shortest if there are several. */
    private static Optional<String> within(String usual, Map<String, String> there) {
        return there.keySet().stream()
                .filter(column -> column.endsWith("." + usual))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(there::get);
    }

    /** What a dataset cannot do without, said with a guess which columns it might be. */
    static BadInput missing(List<Role> roles, List<String> header) {
        var said = new StringBuilder();
        var options = new ArrayList<String>();
        for (Role role : roles) {
            String guess = guess(
                    Stream.concat(Stream.of(role.word()), role.names().stream()).toList(), header);
            said.append(said.isEmpty() ? "" : ", nor the ").append(role.word()).append(guess);
            options.add(role.word() + "=NAME");
        }
        return new BadInput("No column is known to hold the " + said + "; there are " + listed(header)
                + ". Say which with --columns " + String.join(",", options) + ".");
    }

    /** In small letters, with an underscore between words: userId, User ID and user-id are user_id. */
    private static String plain(String name) {
        return CAMEL.matcher(name.strip())
                .replaceAll("$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('-', '_');
    }

    /** What does not look like the names of columns is not repeated: it may be what somebody wrote. */
    private static boolean areNames(List<String> header) {
        return header.size() > 1
                && header.stream().allMatch(name -> NAME.matcher(name).matches());
    }

    private static String listed(List<String> header) {
        if (!areNames(header)) {
            return "none, as the first line does not look like names of columns";
        }
        List<String> some = header.size() > 30 ? header.subList(0, 30) : header;
        return String.join(", ", some) + (some.size() < header.size() ? ", …" : "");
    }

    /** The column whose name is nearest to any of these names. */
    private static String guess(List<String> wanted, List<String> header) {
        String best = "";
        double least = 0.6;
        for (String name : areNames(header) ? header : List.<String>of()) {
            for (String one : wanted) {
                double apart = apart(plain(one), plain(name));
                if (apart < least) {
                    least = apart;
                    best = name;
                }
            }
        }
        return best.isEmpty() ? "" : " (perhaps '" + best + "')";
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
