package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Coded.Status;
import org.afterword.facts.Known;
import org.afterword.model.Decision;
import org.afterword.model.Fact;
import org.afterword.model.Span;
import org.afterword.model.Verdict;

/** Facts as the rows of a table, each with its sentence and the way to it. */
final class FactRows {
    /** A sentence that is longer is shown from near its words to near them. */
    private static final int AROUND = 160;

    private final State state;

    FactRows(State state) {
        this.state = state;
    }

    static String word(Status status) {
        return switch (status) {
            case SUGGESTED, DISPUTED -> "open";
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
        };
    }

    FactSheets.FactRow row(Known known) {
        Lines.Line line = state.line(known.words().account());
        Optional<Decision> decision = state.contents().decision(known.suggestion(), new Verdict.Accept().aspect());
        return new FactSheets.FactRow(
                known.suggestion().toString(),
                switch (known.status()) {
                    case SUGGESTED, DISPUTED -> Sheets.Stage.SUGGESTED;
                    case ACCEPTED -> Sheets.Stage.ACCEPTED;
                    case REJECTED -> Sheets.Stage.REJECTED;
                },
                value(known.fact()),
                switch (known.fact()) {
                    case Fact.Dated date -> FactWords.how(date);
                    case Fact.Amount amount -> FactWords.how(amount);
                    case Fact.Lasting _, Fact.Counted _ -> List.of();
                },
                sentence(known),
                line.title(),
                Parts.words(known.words()),
                Heads.group(line.group(), state),
                decision.map(Decision::coder).orElse(""),
                decision.map(one -> one.id().toString()).orElse(""));
    }

    static String value(Fact fact) {
        return switch (fact) {
            case Fact.Dated date -> FactWords.date(date);
            case Fact.Amount amount -> FactWords.kind(amount.kind()) + ": " + FactWords.amount(amount);
            case Fact.Lasting lasting -> lasting.length() + " " + lasting.unit();
            case Fact.Counted counted -> counted.people() + " " + counted.of();
        };
    }

    private static List<Sheets.Snippet> sentence(Known known) {
        Span words = known.words().span();
        Span sentence = known.sentence().span();
        String quote = known.sentence().quote();
        int from = words.start() - sentence.start();
        int to = words.end() - sentence.start();
        var pieces = new ArrayList<Sheets.Snippet>();
        pieces.add(new Sheets.Snippet(ending(quote.substring(0, from)), false));
        pieces.add(new Sheets.Snippet(quote.substring(from, to), true));
        pieces.add(new Sheets.Snippet(beginning(quote.substring(to)), false));
        return pieces.stream().filter(one -> !one.text().isEmpty()).toList();
    }

    private static String ending(String text) {
        int blank = text.length() > AROUND ? text.indexOf(' ', text.length() - AROUND) : -1;
        return blank < 0 ? text : "…" + text.substring(blank);
    }

    private static String beginning(String text) {
        int blank = text.length() > AROUND ? text.lastIndexOf(' ', AROUND) : -1;
        return blank < 0 ? text : text.substring(0, blank) + " …";
    }
}
