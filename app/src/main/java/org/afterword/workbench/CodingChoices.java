package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                        AccountChoices.options(
                                Polarity.values(),
                                Optional.of(coding.polarity()),
                                "",
                                p -> p == Polarity.REPORTS ? "that it happened" : "that it did not happen")),
                new Sheets.Choice(
                        "How they know",
                        "access",
                        "",
                        AccountChoices.options(
                                Access.values(),
                                Optional.of(coding.access()),
                                "",
                                a -> a.toString().replace('-', ' '))),
                new Sheets.Choice(
                        "What kind of statement",
                        "claim",
                        "",
                        AccountChoices.options(Claim.values(), Optional.of(coding.claim()), "", Claim::toString)),
                new Sheets.Choice(
                        "Who does it",
                        "actor",
                        "",
                        AccountChoices.options(
                                Actor.values(),
                                coding.actor().or(() -> Optional.of(Actor.UNKNOWN)),
                                "",
                                Phrases::actor)),
                new Sheets.Choice(
                        "To whom",
                        "target",
                        "",
                        AccountChoices.options(
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
}
