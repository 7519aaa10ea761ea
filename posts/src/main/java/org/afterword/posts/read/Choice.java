package org.afterword.posts.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a file are looked at.
 *
 * @param columns the name of the column for every role that is there
 * @param kind what is looked at as shared; nothing if nothing is shared
 */
public record Choice(Map<Role, String> columns, Optional<Role> kind) {
    /**
     * @param named columns that the user named
     * @param asked what is to be looked at as shared; nothing for what there is
     * @param before what was looked at in the files before; nothing in the first
     * @param header the names of the columns
     * @throws BadInput if there is no column for what is needed
     */
    public static Choice of(Columns named, Optional<Role> asked, Optional<Role> before, List<String> header) {
        Map<Role, String> there = named.in(header);
        List<Role> missing = Columns.NEEDED.stream()
                .filter(needed -> !there.containsKey(needed))
                .toList();
        if (!missing.isEmpty()) {
            throw Columns.missing(missing, header);
        }
        Optional<Role> wanted = before.or(() -> asked);
        if (wanted.equals(Optional.of(Role.DOMAIN)) && there.containsKey(Role.URL)) {
            there.putIfAbsent(Role.DOMAIN, there.get(Role.URL));
        }
        if (there.containsKey(Role.TEXT)) {
            there.put(Role.LINKS_IN_TEXT, there.get(Role.TEXT));
            there.put(Role.HASHTAGS_IN_TEXT, there.get(Role.TEXT));
        }
        Optional<Role> kind =
                wanted.or(() -> Role.SHARED.stream().filter(there::containsKey).findFirst());
        if (kind.isPresent() && !there.containsKey(kind.get())) {
            throw Columns.missing(List.of(kind.get()), header);
        }
        if (kind.isEmpty()) {
            throw Columns.missing(List.of(Role.URL), header);
        }
        return new Choice(there, kind);
    }

    /**
     * Those columns alone that say of accounts which group they belong to, and whom posts are addressed to.
     *
     * @param target whether posts towards one account or page are looked at
     */
    public Map<Role, String> ofAccounts(boolean target) {
        var kept = new EnumMap<Role, String>(Role.class);
        boolean asked = target || columns.containsKey(Role.GROUP);
        columns.forEach((role, name) -> {
            if (asked
                    && switch (role) {
                        case GROUP, TO, REPLY, REPOST -> true;
                        case TEXT -> target;
                        default -> false;
                    }) {
                kept.put(role, name);
            }
        });
        return kept;
    }

    /** Those columns alone that are needed to count who shares what when, and the texts. */
    public Map<Role, String> withTexts() {
        Map<Role, String> kept = forSharing();
        columns.forEach((role, name) -> {
            if (role == Role.TEXT) {
                kept.put(role, name);
            }
        });
        return kept;
    }

    /** Those columns alone that are needed to count who shares what when. */
    public Map<Role, String> forSharing() {
        var kept = new EnumMap<Role, String>(columns);
        kept.keySet()
                .removeIf(role -> role != Role.ACCOUNT
                        && role != Role.TIME
                        && role != Role.POST
                        && !kind.equals(Optional.of(role)));
        return kept;
    }
}
