package org.afterword.workbench;

import java.util.ArrayList;
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
import org.afterword.model.Proposal;
import org.afterword.model.Target;

/** What a person can change in a coding, with what it is now. */
final class CodingChoices {
    private CodingChoices() {}

    static List<Sheets.Choice> of(Coded coded, Codebooks codebooks) {
        return of(coded.coding(), codebooks);
    }

    /** Of a passage that nobody has coded: what is said most often; the code is to be chosen. */
    static List<Sheets.Choice> ofOwn(Codebooks codebooks) {
        return of(
                new Proposal.Coding("", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty()),
                codebooks);
    }

    private static List<Sheets.Choice> of(Proposal.Coding coding, Codebooks codebooks) {
        return List.of(
                new Sheets.Choice("What it is about", "code", "", codes(coding.code(), codebooks)),
                choice(
                        "What it says",
                        "polarity",
                        Polarity.values(),
                        coding.polarity(),
                        one -> one == Polarity.REPORTS ? "that it happened" : "that it did not happen"),
                choice(
                        "How they know",
                        "access",
                        Access.values(),
                        coding.access(),
                        one -> one.toString().replace('-', ' ')),
                choice("What kind of statement", "claim", Claim.values(), coding.claim(), Claim::toString),
                choice("Who does it", "actor", Actor.values(), coding.actor().orElse(Actor.UNKNOWN), Phrases::actor),
                choice(
                        "To whom",
                        "to",
                        Target.values(),
                        coding.circumstances().flatMap(Circumstances::target).orElse(Target.UNKNOWN),
                        Phrases::target));
    }

    private static <E extends Enum<E>> Sheets.Choice choice(
            String label, String field, E[] values, E chosen, Function<E, String> words) {
        return new Sheets.Choice(label, field, "", AccountChoices.options(values, Optional.of(chosen), "", words));
    }

    private static List<Sheets.Option> codes(String chosen, Codebooks codebooks) {
        var options = new ArrayList<Sheets.Option>();
        if (chosen.isEmpty()) {
            options.add(new Sheets.Option("", "choose", true));
        }
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
