package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Interval;
import org.afterword.comparison.Share;
import org.afterword.comparison.Shares;
import org.afterword.comparison.Side;
import org.afterword.comparison.Wording;
import org.afterword.model.Vantage;
import org.afterword.page.Strings;
import org.afterword.witnesses.Range;

/**
 * Comparisons with ordinary groups in the language of the site. English has its sentences in {@code comparison}; another
 * language says the same numbers in the same order.
 */
final class Compared {
    private final Strings strings;
    private final boolean english;

    Compared(Strings strings) {
        this.strings = strings;
        english = strings.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** Of an ordinary group's own page. */
    String itself() {
        return english ? "This is one of the ordinary groups, which the others are set beside." : say("itself");
    }

    /** Where of nobody the vantage is known. */
    String notKnown() {
        return english
                ? "Those who left are set beside those who left, and those who stay beside those who stay; of nobody whose"
                        + " account was read it is known which they did."
                : say("not-known");
    }

    String silent() {
        return english ? "Of those who can be compared, nobody speaks of this." : say("silent");
    }

    String from(Vantage from) {
        return english ? "Of " + Wording.people(from) : say("from." + from);
    }

    String tooFew(Vantage from, Comparison.TooFew few) {
        return from(from) + ": " + (english ? few.sentence() : say("few." + few.where()));
    }

    /** A row's lines, without the practice's own. */
    List<String> lines(Comparison.Row row) {
        if (english) {
            return Wording.lines(row).stream().map(String::strip).toList();
        }
        var lines = new ArrayList<String>();
        lines.add(say("read"));
        beside(lines, row, row.ofRead(), row.group().all(), row.ordinary().all());
        row.ofSpeaking()
                .ifPresentOrElse(
                        beside -> {
                            lines.add(say("speaking"));
                            beside(
                                    lines,
                                    row,
                                    beside,
                                    row.group().speak(),
                                    row.ordinary().speak());
                        },
                        () -> lines.add(say("speaking.few")));
        denials(row.group()).ifPresent(lines::add);
        denials(row.ordinary()).ifPresent(lines::add);
        return lines;
    }

    private void beside(List<String> lines, Comparison.Row row, Shares beside, Range of, Range ordinaryOf) {
        lines.add(row.group().group() + ": " + share(row.group().say(), of, beside.group()));
        lines.add(row.ordinary().group() + ": " + share(row.ordinary().say(), ordinaryOf, beside.ordinary()));
        beside.difference().ifPresent(difference -> lines.add(difference(difference)));
    }

    private String share(Range count, Range of, Share share) {
        String counts = say("share", strings.number(count), strings.number(of));
        return share.exact()
                ? counts
                        + share.fewest()
                                .interval()
                                .map(interval -> say("percent", hundredths(interval)))
                                .orElse("")
                : say("ends", counts, end(share.fewest()), end(share.most()));
    }

    private String end(Share.End end) {
        String count = say("share", Integer.toString(end.count()), Integer.toString(end.of()));
        return end.interval()
                .map(interval -> say("end", count, hundredths(interval)))
                .orElse(count);
    }

    private String difference(Shares.Difference difference) {
        String least = hundredths(difference.least());
        String most = hundredths(difference.most());
        return least.equals(most) ? say("difference", least) : say("difference.ends", least, most);
    }

    private String hundredths(Interval interval) {
        return say(
                "hundredths",
                Long.toString(Math.round(interval.low() * 100)),
                Long.toString(Math.round(interval.high() * 100)));
    }

    private Optional<String> denials(Side side) {
        String said = Stream.of(some(side.deny(), "denies"), some(side.both(), "both"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? Optional.empty() : Optional.of(side.group() + ": " + said + ".");
    }

    private Optional<String> some(Range people, String key) {
        return people.high() == 0 ? Optional.empty() : Optional.of(say(key, strings.number(people), people.high()));
    }

    private String say(String key, Object... values) {
        return strings.say("sentence.compared." + key, values);
    }
}
