package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/**
 * What somebody answered to the questions of an inbox: {@code Q: } and the question, {@code A: } and the answer, whose
 * further lines begin with spaces, so that no answer looks like a question. Every answer is prompted.
 */
final class GuidedReader implements WholeReader {
    private static final String FILE = "/answers.txt";
    private static final String QUESTION = "Q: ";
    private static final String ANSWER = "A: ";

    @Override
    public String name() {
        return "guided";
    }

    @Override
    public double confidence(Source source) {
        return source.name().startsWith(Exhibit.INBOX)
                        && source.name().endsWith(FILE)
                        && source.text().startsWith(QUESTION)
                ? 0.99
                : 0;
    }

    @Override
    public Read read(Source source) {
        Draft draft = new Draft(source, name());
        List<Speaker> speakers = List.of(
                draft.speaker(Optional.of("Q"), Speaker.Role.INTERVIEWER),
                draft.speaker(Optional.of("A"), Speaker.Role.TELLER));
        var text = new StringBuilder();
        var turns = new ArrayList<Turn>();
        for (Lines.Line line : Lines.of(source.text())) {
            String said = line.text();
            boolean asks = said.startsWith(QUESTION);
            if (asks || said.startsWith(ANSWER)) {
                text.append(text.isEmpty() ? "" : asks ? "\n\n" : "\n").append(said, 0, QUESTION.length());
                Optional<Integer> answers = asks || turns.isEmpty() ? Optional.empty() : Optional.of(turns.size() - 1);
                turns.add(new Turn(
                        turns.size(),
                        new Span(text.length(), text.length()),
                        asks ? 0 : 1,
                        Turn.Voice.OWN,
                        !asks,
                        Optional.empty(),
                        answers));
                said = said.substring(QUESTION.length());
            } else if (!line.blank()) {
                text.append('\n');
            }
            text.append(said.strip());
            Turn last = turns.removeLast();
            turns.add(new Turn(
                    last.index(),
                    new Span(last.span().start(), text.length()),
                    last.speaker(),
                    last.voice(),
                    last.prompted(),
                    last.date(),
                    last.answers()));
        }
        Account account = draft.account(text.toString(), speakers, turns);
        return new Read(List.of(account), List.of());
    }
}
