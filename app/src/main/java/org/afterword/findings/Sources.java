package org.afterword.findings;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.afterword.model.Id;

/**
 * Where accounts come from, as far as they stand or fall together: one interviewer, one website, one file. A platform on
 * which anybody writes is no source; there it is the file.
 */
final class Sources {
    private static final Set<String> PLATFORMS = Set.of(
            "reddit.com",
            "facebook.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "medium.com",
            "instagram.com",
            "quora.com",
            "tiktok.com",
            "telegram.org",
            "t.me",
            "discord.com",
            "web.archive.org",
            "archive.org",
            "archive.ph");

    private final Function<Id, List<String>> places;
    private final Map<Id, String> files = new HashMap<>();

    /**
     * @param places every name under which an exhibit came in
     */
    Sources(Function<Id, List<String>> places) {
        this.places = places;
    }

    String of(Ground.Told told) {
        return told.interviewer()
                .map(name -> "interviews by " + name)
                .or(() -> told.url().flatMap(Sources::site))
                .orElseGet(() -> files.computeIfAbsent(told.exhibit(), this::file));
    }

    private static Optional<String> site(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|mobile|old|new|amp)\\.", ""))
                    .filter(host -> !PLATFORMS.contains(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of what lay in an archive, the archive. */
    private String file(Id exhibit) {
        return places.apply(exhibit).stream()
                .findFirst()
                .map(place -> place.contains("!/") ? place.substring(0, place.indexOf("!/")) : place)
                .orElse(exhibit.toString());
    }
}
