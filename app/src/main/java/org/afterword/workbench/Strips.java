package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Lays spans out on an axis, in as few lanes as they need. */
final class Strips {
    private static final double LEFT = 2;
    private static final double RIGHT = 98;
    private static final int LANE = 14;
    private static final int LABEL = 18;
    private static final int AXIS = 24;
    /** Between two spans of a lane, in per cent: a finger's width on a small page. */
    private static final double GAP = 4;

    private final double low;
    private final double high;
    private final List<FactSheets.Label> labels = new ArrayList<>();
    private final List<FactSheets.Bar> bars = new ArrayList<>();
    private int y = 4;

    /** @param high more than {@code low} */
    Strips(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /**
     * @param from empty if it has no beginning
     * @param to empty if it has no end; one of both is there
     * @param open whether nobody has decided it
     */
    record Stretch(OptionalDouble from, OptionalDouble to, boolean open) {}

    /** @param name stands over the lanes; empty for none */
    void lanes(String name, List<Stretch> stretches) {
        if (!name.isEmpty()) {
            labels.add(new FactSheets.Label(y + 12, name));
            y += LABEL;
        }
        var ends = new ArrayList<Double>();
        for (Stretch one : stretches) {
            double from = one.from().isPresent() ? at(one.from().getAsDouble()) : LEFT;
            double to = one.to().isPresent() ? at(one.to().getAsDouble()) : RIGHT;
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) + GAP > from) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(to);
            } else {
                ends.set(lane, to);
            }
            bars.add(new FactSheets.Bar(
                    percent(one.from().isPresent() ? from : to),
                    percent(one.to().isPresent() ? to : from),
                    y + lane * LANE + LANE / 2,
                    one.open(),
                    one.from().isPresent() ? "" : percent(LEFT),
                    one.to().isPresent() ? "" : percent(RIGHT)));
        }
        y += ends.size() * LANE + 4;
    }

    FactSheets.Tick tick(double value, String text) {
        double at = at(value);
        return new FactSheets.Tick(percent(at), text, at < LEFT + 1 ? "start" : at > RIGHT - 1 ? "end" : "middle");
    }

    FactSheets.Strip strip(String id, String title, String description, List<FactSheets.Tick> ticks) {
        return new FactSheets.Strip(id, title, description, y + AXIS, ticks, List.copyOf(labels), List.copyOf(bars));
    }

    private double at(double value) {
        return LEFT + (RIGHT - LEFT) * Math.clamp((value - low) / (high - low), 0, 1);
    }

    private static String percent(double at) {
        return String.format(Locale.ROOT, "%.2f%%", at);
    }
}
