package org.afterword.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/** A child is not trusted: what it says must make sense, and the ids are ours. */
final class Checked {
    /** Of one account. */
    static final int MOST_METADATA = 100;

    private Checked() {}

    /** The account with fresh ids; empty if it cannot be one. */
    static Optional<Account> account(Account given, Id exhibit, Optional<Id> group) {
        if (!whole(given)) {
            return Optional.empty();
        }
        List<Speaker> speakers = given.speakers().stream()
                .map(speaker -> new Speaker(Id.random(), speaker.name(), speaker.kind(), speaker.role()))
                .toList();
        return Optional.of(given.copy()
                .id(Id.random())
                .exhibit(exhibit)
                .group(group)
                .speakers(speakers)
                .account());
    }

    // JSON can leave out what the types say is there
    private static boolean whole(Account account) {
        boolean there = Stream.of(
                        account.format(),
                        account.title(),
                        account.author(),
                        account.poster(),
                        account.channel(),
                        account.date(),
                        account.language(),
                        account.sourceUrl(),
                        account.repostOf(),
                        account.threaded(),
                        account.text())
                .allMatch(Objects::nonNull);
        return there
                && !account.speakers().isEmpty()
                && account.text().equals(Json.wellFormed(account.text()))
                && account.speakers().stream()
                        .allMatch(speaker -> speaker.name() != null && speaker.kind() != null && speaker.role() != null)
                && IntStream.range(0, account.turns().size()).allMatch(i -> whole(account, i))
                && account.anchors().stream()
                        .allMatch(anchor -> anchor.selector() != null
                                && anchor.at() >= 0
                                && anchor.at() <= account.text().length())
                && account.metadata().size() <= MOST_METADATA
                && account.metadata().stream().allMatch(one -> one.name() != null && one.value() != null)
                && account.redactions().stream().allMatch(span -> within(account, span))
                && account.cited().stream()
                        .allMatch(cited ->
                                within(account, cited.span()) && cited.kind() != null && cited.target() != null);
    }

    private static boolean whole(Account account, int index) {
        Turn turn = account.turns().get(index);
        return turn.index() == index
                && within(account, turn.span())
                && turn.answers() != null
                && turn.answers().stream()
                        .allMatch(other -> other >= 0 && other < account.turns().size())
                && turn.voice() != null
                && turn.date() != null
                && turn.speaker() >= 0
                && turn.speaker() < account.speakers().size();
    }

    private static boolean within(Account account, Span span) {
        return span != null && span.end() <= account.text().length();
    }
}
