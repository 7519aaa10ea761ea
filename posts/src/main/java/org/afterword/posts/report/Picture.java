package org.afterword.posts.report;

import java.util.List;
import java.util.Locale;
import org.afterword.posts.group.Against;
import org.afterword.posts.share.Cluster;
import org.afterword.posts.share.Counts;

/** Pictures as SVG in the page, in the colour of the text. */
final class Picture {
    private static final int WIDTH = 520;
    private static final int LEFT = 90;
    private static final int ROW = 22;

    private Picture() {}

    /** Pairs of accounts by the number of different objects, one dot a row on a scale of powers of ten. */
    static String steps(Counts counts) {
        long most = Math.max(10, counts.byPairs().getFirst());
        int powers = (int) Math.ceil(Math.log10((double) most));
        int height = ROW * (Counts.LEAST.size() + 1);
        var svg = begin(height, "Pairs of accounts by the number of different objects that they share");
        for (int p = 0; p <= powers; p++) {
            double x = at(Math.pow(10, p), powers);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f 0V%d\" stroke=\"currentColor\" stroke-opacity=\".15\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"currentColor\">%s</text>\n",
                    x,
                    height - ROW,
                    x,
                    height - 6,
                    ReportPage.number(Math.round(Math.pow(10, p)))));
        }
        for (int i = 0; i < Counts.LEAST.size(); i++) {
            double y = ROW * (i + 0.5);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"0\" y=\"%.1f\" fill=\"currentColor\">%s or more</text>\n",
                    y + 4,
                    Counts.LEAST.get(i)));
            long value = counts.byObjects().get(i);
            if (value > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"currentColor\"/>\n",
                        at((double) value, powers),
                        y));
            } else {
                svg.append(String.format(
                        Locale.ROOT, "<text x=\"%d\" y=\"%.1f\" fill=\"currentColor\">none</text>\n", LEFT, y + 4));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static double at(double value, int powers) {
        return LEFT + (WIDTH - LEFT - 40) * Math.log10(value) / Math.max(1, powers);
    }

    /** Clusters as dots: to the right how much of their output they share together, upwards how dense they are. */
    static String clusters(List<Cluster> clusters) {
        int height = 200;
        var svg = begin(height + 30, "Clusters by how dense they are and how much they share together");
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M30 0V%1$dH%2$d\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".4\"/>"
                        + "<text x=\"30\" y=\"%3$d\" fill=\"currentColor\">0</text>"
                        + "<text x=\"%2$d\" y=\"%3$d\" text-anchor=\"end\" fill=\"currentColor\">"
                        + "part of their shares that is shared together: 1</text>"
                        + "<text x=\"36\" y=\"12\" fill=\"currentColor\">density 1</text>\n",
                height,
                WIDTH - 10,
                height + 18));
        for (Cluster cluster : clusters) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"currentColor\" fill-opacity=\".35\"/>\n",
                    30 + (WIDTH - 40) * cluster.shareOfOutput(),
                    height - (height - 20) * cluster.density(),
                    Math.min(20, 1.2 * Math.sqrt(cluster.accounts()))));
        }
        return svg.append("</svg>\n").toString();
    }

    /** One row a group: a bar for what chance gives, a dot with its interval for what was found. */
    static String against(String title, List<String> names, List<Against> values, double least, double most) {
        int height = 2 * ROW * names.size() + ROW;
        var svg = begin(height, title);
        for (int tick = 0; tick <= 4; tick++) {
            double value = least + (most - least) * tick / 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%1$.1f 0V%2$d\" stroke=\"currentColor\" stroke-opacity=\".15\"/>"
                            + "<text x=\"%1$.1f\" y=\"%3$d\" text-anchor=\"middle\" fill=\"currentColor\">%4$.1f</text>\n",
                    on(value, least, most),
                    height - ROW,
                    height - 6,
                    value));
        }
        for (int i = 0; i < names.size(); i++) {
            Against one = values.get(i);
            double y = 2 * ROW * (i + 1) - 0.5 * ROW;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"0\" y=\"%1$.1f\" fill=\"currentColor\">%2$s</text>"
                            + "<path d=\"M%3$.1f %4$.1fH%5$.1f\" stroke=\"currentColor\" stroke-width=\"9\" stroke-opacity=\".25\"/>"
                            + "<path d=\"M%6$.1f %4$.1fH%7$.1f\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                            + "<circle cx=\"%8$.1f\" cy=\"%4$.1f\" r=\"4.5\" fill=\"currentColor\"/>\n",
                    y - 0.6 * ROW,
                    ReportPage.escaped(names.get(i)),
                    on(one.low(), least, most) - 1,
                    y,
                    on(one.high(), least, most) + 1,
                    on(one.value().low(), least, most),
                    on(one.value().high(), least, most),
                    on(one.value().value(), least, most)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double on(double value, double least, double most) {
        return 30 + (WIDTH - 60) * (value - least) / (most - least);
    }

    private static StringBuilder begin(int height, String title) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\"><title>%s</title>\n",
                WIDTH,
                height,
                WIDTH,
                height,
                title));
    }
}
