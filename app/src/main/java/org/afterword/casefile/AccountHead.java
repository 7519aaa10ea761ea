package org.afterword.casefile;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Beginning;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;

/** Of an account what the tables hold of it, read without the rest. */
record AccountHead(
        Id id,
        String format,
        Optional<String> channel,
        Optional<Threaded> threaded,
        String text,
        List<Speaker> speakers,
        List<Said> turns) {
    record Said(Span span, int speaker, Optional<Written> date) {}

    record Written(String written) {}

    /** As of the account. */
    Optional<String> beginning() {
        return turns.stream()
                .findFirst()
                .flatMap(first -> Beginning.of(
                        format,
                        channel,
                        threaded.flatMap(Threaded::id),
                        speakers.size(),
                        new Beginning.First(
                                speakers.get(first.speaker()).name(),
                                first.span().of(text),
                                first.date().map(Written::written))));
    }
}
