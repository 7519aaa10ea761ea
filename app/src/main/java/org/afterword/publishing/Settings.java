package org.afterword.publishing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Correction;
import org.afterword.page.Strings;
import org.afterword.protection.Protection;

/**
 * What a person chooses about a site.
 *
 * @param leave where "Leave this page" leads: a harmless page that many people open
 * @param runBy who runs the site, in their own words
 * @param support who helps those who are inside, doubt or left, as the archivist has it
 * @param asOf the month that the site says it is of; it says none if there is none, because publishing looks at no
 *     clock
 * @param correction what this publication says otherwise than one before; those of earlier ones stay
 * @param address where the site will lie, with a slash at its end; only with one can a machine be told where each page is
 */
public record Settings(
        Strings strings,
        String leave,
        Optional<String> runBy,
        List<Support> support,
        Optional<YearMonth> asOf,
        Optional<String> address,
        Optional<Correction> correction) {
    /**
     * Somebody who helps.
     *
     * @param what they do, in a few words
     * @param where they are found: a number, an address; shown as text, so that a slip of the finger calls nobody
     */
    public record Support(String name, String what, String where) {
        /**
         * Reads a file of lines {@code NAME | WHAT | WHERE}; empty lines and such as begin with # are left out.
         *
         * @throws IllegalArgumentException with the number of a line that has not three parts
         */
        public static List<Support> parse(List<String> lines) {
            var all = new ArrayList<Support>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split("\\|", -1);
                if (parts.length != 3 || Stream.of(parts).anyMatch(String::isBlank)) {
                    throw new IllegalArgumentException(
                            "line " + (i + 1) + " of the list of those who help is not NAME | WHAT | WHERE");
                }
                all.add(new Support(parts[0].strip(), parts[1].strip(), parts[2].strip()));
            }
            return List.copyOf(all);
        }
    }

    /** The page to which the GOV.UK component leads as well. */
    public static final String WEATHER = "https://www.bbc.co.uk/weather";

    /**
     * @throws IllegalArgumentException if {@code leave} or {@code address} is not an address of the web
     */
    public Settings {
        support = List.copyOf(support);
        if (address.filter(one -> !isWeb(one) || one.contains("?") || one.contains("#"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "the site's address begins with https:// or http://, and names a folder");
        }
        address = address.map(one -> one.endsWith("/") ? one : one + "/");
        if (!isWeb(leave)) {
            throw new IllegalArgumentException("\"Leave this page\" needs an http or https address");
        }
    }

    /** Who helps, as strangers may see it. */
    List<Shown.Support> support(Protection protection) {
        return support.stream()
                .map(one -> new Shown.Support(
                        protection.line(one.name()), protection.line(one.what()), protection.line(one.where())))
                .toList();
    }

    private static boolean isWeb(String address) {
        try {
            String scheme = new URI(address).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static Settings plain() {
        return new Settings(
                Strings.of(Locale.ENGLISH),
                WEATHER,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
