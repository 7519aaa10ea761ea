package org.afterword.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param seconds the median
 * @param floor what it is compared with, and its median; empty and 0 if with nothing
 * @param note a rate, a peak
 */
record Figure(String name, String what, int runs, double seconds, String floor, double floorSeconds, String note) {
    static final String HEAD =
            "| what | runs | median | floor in the same run | ratio | |\n|---|---|---|---|---|---|\n";

    static Figure alone(String name, String what, int runs, double seconds, String note) {
        return new Figure(name, what, runs, seconds, "", 0, note);
    }

    String line() {
        boolean compared = floorSeconds > 0;
        return "| " + what + " | " + runs + " | " + time(seconds) + " | "
                + (compared ? floor + ": " + time(floorSeconds) : "") + " | "
                + (compared ? String.format(Locale.ROOT, "%.1f", seconds / floorSeconds) : "") + " | " + note + " |\n";
    }

    static String time(double seconds) {
        return seconds < 0.01
                ? String.format(Locale.ROOT, "%.2f ms", seconds * 1000)
                : seconds < 1
                        ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                        : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
