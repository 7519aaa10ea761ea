package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.model.Access;
import org.afterword.model.Actor;
import org.afterword.model.Circumstances;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Target;

/** What a person can change in a coding, with what it is now. */
final class CodingChoices {
    private CodingChoices() {}

    static List<Sheets.Choice> of(Coded coded, Codebooks codebooks) {
        var coding = coded.coding();
        return List.of(
                new Sheets.Choice("What it is about", "code", "", codes(coding.code(), codebooks)),
                new Sheets.Choice(
                        "What it says",
                        "polarity",
                        "",
                        options(
                                Polarity.values(),
                                Optional.of(coding.polarity()),
                                "",
                                p -> p == Polarity.REPORTS ? "that it happened" : "that it did not happen")),
                new Sheets.Choice(
                        "How they know",
                        "access",
                        "",
                        options(
                                Access.values(),
                                Optional.of(coding.access()),
                                "",
                                a -> a.toString().replace('-', ' '))),
                new Sheets.Choice(
                        "What kind of statement",
                        "claim",
                        "",
                        options(Claim.values(), Optional.of(coding.claim()), "", Claim::toString)),
                new Sheets.Choice(
                        "Who does it",
                        "actor",
                        "",
                        options(
                                Actor.values(),
                                coding.actor().or(() -> Optional.of(Actor.UNKNOWN)),
                                "",
                                Phrases::actor)),
                new Sheets.Choice(
                        "To whom",
                        "target",
                        "",
                        options(
                                Target.values(),
                                coding.circumstances()
                                        .flatMap(Circumstances::target)
                                        .or(() -> Optional.of(Target.UNKNOWN)),
                                "",
                                Phrases::target)));
    }

    private static List<Sheets.Option> codes(String chosen, Codebooks codebooks) {
        var options = new ArrayList<Sheets.Option>();
        for (Codebook book : codebooks.newest()) {
            for (Code code : book.codes()) {
                if (code.elsewhere().codable()) {
                    options.add(
                            new Sheets.Option(code.id(), code.name(), code.id().equals(chosen)));
                }
            }
        }
        return options;
    }

    /** What can be chosen of an enumeration; where nothing is chosen yet, that too. */
    static <E extends Enum<E>> List<Sheets.Option> options(
            E[] values, Optional<E> chosen, String prefix, Function<E, String> words) {
        var options = new ArrayList<Sheets.Option>();
        if (chosen.isEmpty()) {
            options.add(new Sheets.Option("", "not recorded", true));
        }
        Arrays.stream(values)
                .map(value -> new Sheets.Option(
                        prefix + value,
                        words.apply(value),
                        chosen.filter(value::equals).isPresent()))
                .forEach(options::add);
        return options;
    }
}
