package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The list of pages for search engines, as sitemaps.org has it; without times. */
final class Sitemap {
    static final String ROOT = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

    private Sitemap() {}

    /**
     * @param address of the site, with a slash at its end
     * @param files of which the pages are listed
     */
    static byte[] of(String address, Collection<String> files) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + ROOT + "\n");
        for (String page : pages(files)) {
            xml.append("<url><loc>").append(escaped(address + page)).append("</loc></url>\n");
        }
        return xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> pages(Collection<String> files) {
        return files.stream().filter(name -> name.endsWith(".html")).sorted().toList();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
