package org.afterword.workbench;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Touched;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Coverage;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Fact;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;

/**
 * How the case stands at one moment, as every page needs it; without the accounts' texts.
 *
 * @param at of which moment it is
 * @param naming what follows from who is named where; once a case is opened it takes seconds
 */
record State(
        Moment at,
        Contents contents,
        Standing standing,
        Lines lines,
        Headed<Coverage.Line> readings,
        FutureTask<Names> naming) {
    /** So long whoever asks for the state waits for the names. */
    private static final long PATIENCE_MILLIS = 300;

    /** What had changed by then. */
    record Moment(long besides, long protection, int decided) {
        static Moment of(Touched touched) {
            return new Moment(touched.besidesDecisions(), touched.protection(), touched.decided());
        }
    }

    static State of(Contents contents, Touched touched, Standing standing) {
        Moment at = Moment.of(touched);
        var naming = new FutureTask<>(standing::names);
        Soon.start(naming);
        var state = new State(at, contents, standing, standing.lines(), standing.read(), naming);
        state.awaited(PATIENCE_MILLIS);
        return state;
    }

    /** Whether it is known who is named where. */
    boolean isNamed() {
        return naming.state() == Future.State.SUCCESS;
    }

    /** Whether that could not be found out: something was erased meanwhile, perhaps. */
    boolean isBroken() {
        return naming.state() == Future.State.FAILED;
    }

    /** Waits for them. */
    Names names() {
        awaited(Long.MAX_VALUE);
        return naming.resultNow();
    }

    private void awaited(long millis) {
        try {
            naming.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // a page that needs them waits, others do without
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program is being ended", e);
        }
    }

    static String name(Speaker speaker) {
        return name(speaker.name());
    }

    /** Whose words a turn has; empty where nobody says them. */
    static String speaker(Account account, Turn turn) {
        return turn.voice() == Turn.Voice.SYSTEM ? "" : name(account.speakerOf(turn));
    }

    private static String name(String speaker) {
        return speaker.isBlank() ? "the author" : speaker;
    }

    Protection protection() {
        return names().protection();
    }

    boolean read(Id account) {
        return contents.decision(account, new Verdict.Read().aspect()).isPresent();
    }

    List<Coded> codings(Id account) {
        return standing.coded(account);
    }

    /** How many suggestions about the account nobody has decided. */
    int waiting(Id account) {
        return (int) codings(account).stream()
                .filter(coded -> coded.status() == Coded.Status.SUGGESTED)
                .count();
    }

    /** Whether the name stands open, though something may be decided about it. */
    boolean isOpen(Cluster cluster) {
        return names().open().containsKey(cluster.id());
    }

    int undecided(Id account) {
        return protection().undecided(account);
    }

    /** Whether any word of it, or of a person about it, would stand in what is published. */
    boolean shows(Id account, Quotability may) {
        return may.quotable() || (may.rewordable() && codings(account).stream().anyMatch(this::reworded));
    }

    boolean reworded(Coded coded) {
        return coded.status() == Coded.Status.ACCEPTED
                && contents.decision(coded.suggestion(), new Verdict.Reword("").aspect())
                        .isPresent();
    }

    /** Also of an account that came in since. */
    Lines.Line line(Id account) {
        return lines.line(account).or(() -> standing.lines().line(account)).orElseThrow();
    }

    Optional<Cluster> cluster(Id identity) {
        return protection().cluster(identity);
    }

    /** Where it is named in these accounts, in their order. */
    Stream<Mention> mentions(Cluster cluster, Collection<Id> accounts) {
        return accounts.stream()
                .flatMap(account -> contents.mentions(account).stream())
                .filter(mention -> cluster.members().contains(mention.identity()));
    }

    /** What people call the thing that was decided about. */
    String called(Id target) {
        return (isNamed() ? cluster(target).map(Cluster::name) : standing.named(target))
                .or(() -> lines.line(target).map(Lines.Line::title))
                .or(() -> contents.speaker(target).map(State::name))
                .or(() -> contents.suggestion(target).map(this::called))
                .or(() -> contents.groups().stream()
                        .filter(group -> group.id().equals(target))
                        .map(Group::name)
                        .findFirst())
                .or(() -> contents.exhibit(target).map(Exhibit::name))
                .orElse("something that is gone");
    }

    private String called(Suggestion suggestion) {
        return coding(suggestion)
                .map(coded -> code(coded.coding().code()) + ": "
                        + Phrases.shortened(coded.passage().quote(), 60))
                .or(() -> lines.line(suggestion.target())
                        .map(line -> suggestion.proposal() instanceof Proposal.Stated(Fact fact)
                                ? FactRows.value(fact) + ", in “" + Phrases.shortened(line.title(), 40) + "”"
                                : line.title()))
                .orElse("a suggestion");
    }

    /** The coding that a suggestion is, as whoever works here sees it. */
    Optional<Coded> coding(Suggestion suggestion) {
        return suggestion.proposal() instanceof Proposal.Coding
                ? codings(suggestion.target()).stream()
                        .filter(coded -> coded.suggestion().equals(suggestion.id()))
                        .findFirst()
                : Optional.empty();
    }

    /** The page on which a thing is decided; empty if there is none. */
    Optional<String> place(Id target) {
        return cluster(target)
                .map(cluster -> "/people/" + cluster.id())
                .or(() -> lines.line(target).map(line -> "/account/" + line.id()))
                .or(() -> contents.exhibit(target)
                        .flatMap(exhibit ->
                                contents.accountIds(exhibit.id()).stream().findFirst())
                        .map(account -> "/account/" + account + "/picture"))
                .or(() -> contents.suggestion(target)
                        .filter(suggestion -> lines.line(suggestion.target()).isPresent())
                        .map(suggestion -> coding(suggestion)
                                .map(coded -> Codings.isTakenBack(coded)
                                        ? Parts.words(coded.passage())
                                        : Parts.address(coded))
                                .orElse("/account/" + suggestion.target() + "#note-" + suggestion.id())));
    }

    static String code(String id) {
        return Codebook.practices()
                .code(id)
                .or(() -> Codebook.lifton().code(id))
                .map(code -> code.name())
                .orElse(id);
    }
}
