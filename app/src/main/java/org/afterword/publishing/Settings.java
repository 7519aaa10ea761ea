package org.afterword.publishing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.afterword.page.Strings;

/**
 * What a person chooses about a site.
 *
 * @param leave where "Leave this page" leads: a harmless page that many people open
 * @param runBy who runs the site, in their own words
 * @param asOf the month that the site says it is of; it says none if there is none, because publishing looks at no
 *     clock
 */
public record Settings(Strings strings, String leave, Optional<String> runBy, Optional<YearMonth> asOf) {
    /** The page to which the GOV.UK component leads as well. */
    public static final String WEATHER = "https://www.bbc.co.uk/weather";

    /**
     * @throws IllegalArgumentException if {@code leave} is not an address of the web
     */
    public Settings {
        if (!isWeb(leave)) {
            throw new IllegalArgumentException("\"Leave this page\" needs an http or https address");
        }
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
        return new Settings(Strings.of(Locale.ENGLISH), WEATHER, Optional.empty(), Optional.empty());
    }
}
