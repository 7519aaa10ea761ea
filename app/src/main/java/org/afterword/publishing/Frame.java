package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.page.Strings;
import org.afterword.verifier.SiteCheck;

/**
 * What the program itself writes on pages: the same words whoever is hidden, so that somebody called Money, Uri or Sha does
 * not refuse every page. Only whole pieces of our sentences are, of three words and more, since a shorter one may stand in
 * anybody's text, and the addresses of our own pages.
 */
final class Frame {
    private static final int WORDS = 3;
    /** By so many characters a piece is found. */
    private static final int START = 6;

    private static final Pattern BRACES = Pattern.compile("[{}]");
    private static final Pattern FILE =
            Pattern.compile("\\b(?:[A-Za-z0-9-]+\\.(?:html|js|css|png|txt|xml)|" + SiteCheck.SUMS + ")\\b");

    /** Of the markup; whatever else stands in a tag is looked at. */
    private static final List<String> MARKUP = List.of(
            Pages.POLICY,
            Pages.WITH_SCRIPT,
            "<!DOCTYPE html>",
            "box cite",
            "name=\"viewport\"",
            "viewport",
            "name=\"robots\" content=\"noarchive\"",
            "noarchive",
            "name=\"format-detection\" content=\"telephone=no\"",
            "format-detection",
            "property=\"og:type\"",
            "og:type",
            "property=\"og:site_name\"",
            "og:site_name",
            "property=\"og:title\"",
            "og:title",
            "property=\"og:description\"",
            "og:description",
            "property=\"og:locale\"",
            "og:locale",
            "property=\"og:url\"",
            "og:url",
            "\"@context\":\"https://schema.org\"",
            "\"@type\":\"Report\"",
            "\"inLanguage\":\"",
            "\"isAccessibleForFree\":true",
            "\"identifier\":\"",
            "\"creditText\":\"",
            "\"dateModified\":\"",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            Sitemap.ROOT,
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "</urlset>",
            "<url><loc>",
            "</loc></url>");

    private final Map<String, List<String>> pieces = new HashMap<>();
    private final Set<String> files;

    /**
     * @param words the codebook in the language of the pages
     * @param files the names of all files of the site
     */
    Frame(Strings strings, Codebook words, Set<String> files) {
        this.files = files;
        MARKUP.forEach(this::add);
        strings.keys().forEach(key -> sentence(strings.pattern(key).replace("''", "'")));
        for (Code code : words.codes()) {
            sentence(code.name());
            sentence(code.definition());
            code.question().ifPresent(this::sentence);
            code.statement().ifPresent(statement -> {
                sentence(statement.reports());
                sentence(statement.denies());
            });
        }
        pieces.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(String::length).reversed()));
    }

    private void sentence(String pattern) {
        for (String piece : BRACES.split(pattern, -1)) {
            if (piece.strip().split("\\s+", -1).length >= WORDS) {
                add(piece.strip());
            }
        }
    }

    private void add(String piece) {
        if (piece.length() >= START) {
            for (String written : new LinkedHashSet<>(List.of(piece, escaped(piece)))) {
                pieces.computeIfAbsent(written.substring(0, START), _ -> new ArrayList<>())
                        .add(written);
            }
        }
    }

    /** As templates write it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    /** The text with each of these crossed out; all else stands where it stood. */
    String without(String text) {
        var made = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = at + START <= text.length() ? longest(text, at) : 0;
            made.append(length > 0 ? crossed(text.substring(at, at + length)) : text.charAt(at));
            at += Math.max(1, length);
        }
        return FILE.matcher(made)
                .replaceAll(file -> files.contains(file.group()) ? crossed(file.group()) : file.group());
    }

    private int longest(String text, int at) {
        return pieces.getOrDefault(text.substring(at, at + START), List.of()).stream()
                .filter(piece -> text.startsWith(piece, at)
                        && !(inWord(text, at - 1) && inWord(text, at))
                        && !(inWord(text, at + piece.length() - 1) && inWord(text, at + piece.length())))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static boolean inWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** With letters, so that words on both sides do not come to stand beside each other. */
    private static String crossed(String piece) {
        return "x".repeat(piece.length());
    }
}
