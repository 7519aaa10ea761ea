package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.ContentNote;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Publicness;
import org.afterword.model.Speaker;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;

/** What is to be chosen about an account as a whole. */
final class AccountChoices {
    private AccountChoices() {}

    static List<Sheets.Choice> of(Account account, State state) {
        var choices = new ArrayList<Sheets.Choice>();
        Optional<Decision> consent = decided(state, account.id(), new Verdict.Allows(Consent.COUNTS));
        choices.add(new Sheets.Choice(
                "What its author allows",
                account.id().toString(),
                id(consent),
                options(
                        Consent.values(),
                        consent.map(Decision::verdict)
                                .map(v -> v instanceof Verdict.Allows(Consent c) ? c : Consent.COUNTS),
                        "consent=",
                        Phrases::consent)));
        Optional<Decision> found = decided(state, account.id(), new Verdict.Public(Publicness.UNKNOWN));
        choices.add(new Sheets.Choice(
                "Can it be found in public?",
                account.id().toString(),
                id(found),
                options(
                        Publicness.values(),
                        found.map(Decision::verdict)
                                .map(v -> v instanceof Verdict.Public(Publicness p) ? p : Publicness.UNKNOWN),
                        "public=",
                        Phrases::publicness)));
        choices.add(notes(account, state));
        for (Speaker speaker : account.speakers()) {
            if (speaker.role() != Speaker.Role.SYSTEM) {
                Optional<Decision> vantage = decided(state, speaker.id(), new Verdict.SpeaksAs(Vantage.MEMBER));
                String label = account.speakers().size() == 1
                        ? "From where does the author speak?"
                        : "From where does " + State.name(speaker) + " speak?";
                choices.add(new Sheets.Choice(
                        label,
                        speaker.id().toString(),
                        id(vantage),
                        options(
                                Vantage.values(),
                                vantage.map(Decision::verdict)
                                        .map(v -> v instanceof Verdict.SpeaksAs(Vantage as) ? as : Vantage.MEMBER),
                                "vantage=",
                                value -> "as " + Phrases.vantage(value))));
            }
        }
        return choices;
    }

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

    /** None, each, and what was chosen where that is several. */
    private static Sheets.Choice notes(Account account, State state) {
        Optional<Decision> decided = decided(state, account.id(), new Verdict.Warns(List.of()));
        List<Verdict> verdicts = Stream.of(
                        Stream.of(new Verdict.Warns(List.of())),
                        Arrays.stream(ContentNote.values()).map(note -> new Verdict.Warns(List.of(note))),
                        decided.map(Decision::verdict).stream())
                .flatMap(each -> each)
                .map(Verdict.class::cast)
                .distinct()
                .toList();
        var options = new ArrayList<Sheets.Option>();
        if (decided.isEmpty()) {
            options.add(new Sheets.Option("", "not recorded", true));
        }
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Warns(var notes)) {
                options.add(new Sheets.Option(
                        verdict.text(),
                        notes.isEmpty() ? "nothing" : Phrases.contentNotes(notes),
                        decided.map(Decision::verdict).filter(verdict::equals).isPresent()));
            }
        }
        return new Sheets.Choice(
                "What is a reader told of before?", account.id().toString(), id(decided), options);
    }

    private static Optional<Decision> decided(State state, Id target, Verdict verdict) {
        return state.contents().decision(target, verdict.aspect());
    }

    private static String id(Optional<Decision> decision) {
        return decision.map(one -> one.id().toString()).orElse("");
    }
}
