package org.afterword.posts.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One form for the many addresses of one page, by rules that need no network: without scheme, {@code www}, port,
 * fragment, tracking parameters; the page itself instead of its AMP or mobile form; the target of a redirect that
 * carries it. Short links are left as they are.
 */
public final class Urls {
    private static final int DEEPEST = 4;

    /** Parameters that say how a reader came, not what is read. Those that end in * are beginnings. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "twclid",
            "ttclid",
            "yclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "wickedid",
            "ref_src",
            "ref_url",
            "cmpid",
            "ocid",
            "ncid",
            "smid",
            "smtyp",
            "spm",
            "xtor",
            "cmp",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "__twitter_impression",
            "amp",
            "outputtype",
            "amp_js_v",
            "usqp",
            "soc_src",
            "soc_trk",
            "share_id",
            "sr_share",
            "s_kwcid",
            "rss",
            "feature",
            "si");

    private static final List<String> TRACKING_STARTS = List.of(
            "utm_", "pk_", "piwik_", "mtm_", "hsa_", "at_", "wt.", "wt_", "ns_", "fb_", "__cft__", "__tn__", "amp_");

    /** Hosts that only lead on, and the parameter that says where. */
    private static final Map<String, List<String>> REDIRECTS = Map.ofEntries(
            Map.entry("l.facebook.com", List.of("u")),
            Map.entry("lm.facebook.com", List.of("u")),
            Map.entry("l.instagram.com", List.of("u")),
            Map.entry("l.messenger.com", List.of("u")),
            Map.entry("l.threads.net", List.of("u")),
            Map.entry("google.com", List.of("url", "q")),
            Map.entry("youtube.com", List.of("q")),
            Map.entry("t.umblr.com", List.of("z")),
            Map.entry("out.reddit.com", List.of("url")),
            Map.entry("vk.com", List.of("to")),
            Map.entry("slack-redir.net", List.of("url")),
            Map.entry("steamcommunity.com", List.of("u", "url")),
            Map.entry("linkedin.com", List.of("url")),
            Map.entry("deref-gmx.net", List.of("redirectUrl")),
            Map.entry("duckduckgo.com", List.of("uddg")));

    private static final Set<String> REDIRECT_PATHS = Set.of(
            "/l.php",
            "/url",
            "/redirect",
            "/redirect/",
            "/",
            "/away.php",
            "/link",
            "/linkfilter",
            "/linkfilter/",
            "/safety/go",
            "/redir/redirect",
            "/mail/client/dereferrer/",
            "/l/",
            "");

    private Urls() {}

    /** The one form of an address; what is no address comes back as it is. */
    public static String canonical(String address) {
        return canonical(address.strip(), DEEPEST);
    }

    /** The host of an address in its one form. */
    public static String domain(String address) {
        String canonical = canonical(address);
        int end = canonical.length();
        for (char c : new char[] {'/', '?'}) {
            int at = canonical.indexOf(c);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return canonical.substring(0, end);
    }

    private static String canonical(String address, int depth) {
        String rest = withoutScheme(address);
        int fragment = rest.indexOf('#');
        if (fragment >= 0 && !rest.startsWith("#!", fragment)) {
            rest = rest.substring(0, fragment);
        }
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String before = mark < 0 ? rest : rest.substring(0, mark);
        int slash = before.indexOf('/');
        String host = host(slash < 0 ? before : before.substring(0, slash));
        String path = slash < 0 ? "" : before.substring(slash);
        String target = depth > 0 ? target(host, path, query) : "";
        if (!target.isEmpty()) {
            return canonical(target, depth - 1);
        }
        if (host.equals("youtu.be") && path.length() > 1) {
            query = "v=" + path.substring(1) + (query.isEmpty() ? "" : "&" + query);
            host = "youtube.com";
            path = "/watch";
        }
        boolean isTweet = host.equals("twitter.com") && path.contains("/status/");
        String kept = query.isEmpty() || isTweet ? "" : query(query);
        return host + path(path) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static String withoutScheme(String address) {
        int colon = address.indexOf("://");
        if (colon > 0 && colon <= 5) {
            return address.substring(colon + 3);
        }
        return address.startsWith("//") ? address.substring(2) : address;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        if (port > 0 && (host.endsWith(":80") || host.endsWith(":443"))) {
            host = host.substring(0, port);
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        for (boolean again = true; again; ) {
            again = false;
            for (String start : List.of("www.", "m.", "mobile.", "amp.", "touch.")) {
                if (host.startsWith(start) && host.indexOf('.', start.length()) > 0) {
                    host = host.substring(start.length());
                    again = true;
                }
            }
        }
        // en.m.wikipedia.org
        int inner = host.indexOf(".m.");
        if (inner > 0 && inner <= 3) {
            host = host.substring(0, inner) + host.substring(inner + 2);
        }
        return host.equals("x.com") ? "twitter.com" : host;
    }

    /** Where a redirect or an AMP cache leads, empty if this is neither. */
    private static String target(String host, String path, String query) {
        if (host.equals("google.com") && path.startsWith("/amp/")) {
            return path.startsWith("/amp/s/") ? path.substring(7) : path.substring(5);
        }
        if (host.endsWith(".cdn.ampproject.org")) {
            for (String kind : List.of("/c/s/", "/v/s/", "/c/", "/v/")) {
                if (path.startsWith(kind)) {
                    return path.substring(kind.length()) + (query.isEmpty() ? "" : "?" + query);
                }
            }
        }
        List<String> names = REDIRECTS.getOrDefault(host, List.of());
        if (names.isEmpty() || query.isEmpty() || !REDIRECT_PATHS.contains(path)) {
            return "";
        }
        for (String name : names) {
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    String target = decoded(pair.substring(name.length() + 1));
                    if (target.startsWith("http://") || target.startsWith("https://")) {
                        return target;
                    }
                }
            }
        }
        return "";
    }

    private static String path(String path) {
        String kept = path;
        for (String end : List.of("/amp/", "/amp", "/amp.html", ".amp", ".amp.html")) {
            if (kept.endsWith(end) && kept.length() > end.length()) {
                kept = kept.substring(0, kept.length() - end.length()) + (end.equals(".amp.html") ? ".html" : "");
                break;
            }
        }
        while (kept.endsWith("/")) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept;
    }

    /** Without what tracks, in the order of the alphabet. */
    private static String query(String query) {
        String[] pairs = query.split("&", -1);
        Arrays.sort(pairs);
        var kept = new StringBuilder();
        for (String pair : pairs) {
            if (!pair.isEmpty() && !tracks(pair)) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair);
            }
        }
        return kept.toString();
    }

    private static boolean tracks(String pair) {
        int sign = pair.indexOf('=');
        String name = (sign < 0 ? pair : pair.substring(0, sign)).toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || TRACKING_STARTS.stream().anyMatch(name::startsWith);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
