package org.afterword.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Step;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Actor;
import org.afterword.model.Circumstances;
import org.afterword.model.Claim;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.witnesses.Draft;
import org.afterword.witnesses.ListContents;

/** A small case for tests: accounts that say certain sentences, which are coded by what they say. */
final class Example {
    static final String MONEY = "practice/money-demand";

    /** What somebody can say, and how it is coded; too short to make two accounts copies of each other. */
    enum Saying {
        ASKED("They asked me for money.", Polarity.REPORTS, Access.EXPERIENCED),
        NOT_ASKED("Nobody ever wanted a coin.", Polarity.DENIES, Access.EXPERIENCED),
        HEARD("A neighbour was asked, she said.", Polarity.REPORTS, Access.TOLD_BY_UNNAMED),
        HEARD_NOT("My cousin was never asked, he said.", Polarity.DENIES, Access.TOLD_BY_UNNAMED),
        LED_ASKED("The chair wanted our savings.", Polarity.REPORTS, Access.EXPERIENCED, Actor.LEADERSHIP),
        LED_NOT("The chair took no gifts at all.", Polarity.DENIES, Access.EXPERIENCED, Actor.LEADERSHIP),
        PEERS_ASKED("Others begged for loans.", Polarity.REPORTS, Access.EXPERIENCED, Actor.PEERS),
        THINKS("It is all about money, I think.", Polarity.REPORTS, Access.NONE);

        final String sentence;
        final Polarity polarity;
        final Access access;
        final Optional<Actor> actor;

        Saying(String sentence, Polarity polarity, Access access) {
            this(sentence, polarity, access, Optional.empty());
        }

        Saying(String sentence, Polarity polarity, Access access, Actor actor) {
            this(sentence, polarity, access, Optional.of(actor));
        }

        Saying(String sentence, Polarity polarity, Access access, Optional<Actor> actor) {
            this.sentence = sentence;
            this.polarity = polarity;
            this.access = access;
            this.actor = actor;
        }

        Proposal.Coding coding(String code) {
            Claim claim = this == THINKS ? Claim.OPINION : Claim.EVENT;
            var coding = new Proposal.Coding(code, polarity, access, claim, Optional.empty());
            return actor.map(one -> coding.in(Circumstances.UNKNOWN.by(one))).orElse(coding);
        }
    }

    final ListContents contents;
    final Group group;
    final List<Coded> coded = new ArrayList<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();
    String code = MONEY;
    private int seed;
    private final Random ids;

    Example() {
        this(0);
    }

    Example(long seed) {
        ids = new Random(seed);
        contents = new ListContents();
        group = contents.group("The Lantern Circle", false);
    }

    Example(Example other) {
        contents = new ListContents(other.contents);
        group = other.group;
        coded.addAll(other.coded);
        accounts.putAll(other.accounts);
        code = other.code;
        seed = other.seed;
        ids = new Random(other.ids.nextLong());
    }

    static Codebook codebook() {
        return new Codebook(
                "practice",
                "Practices",
                "1",
                "",
                "",
                Map.of(),
                List.of(
                        code(MONEY, Step.ASKS, "say that they were asked for money", "say that nobody asked them"),
                        code(
                                "practice/surveillance",
                                Step.COMMITMENT,
                                "say that members were watched",
                                "say that nobody was watched"),
                        code(
                                "practice/exhaustion",
                                Step.COMMITMENT,
                                "say that work wore people down",
                                "say that people had rest")));
    }

    private static Code code(String id, Step step, String reports, String denies) {
        return new Code(
                id,
                Optional.empty(),
                id,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.of(step),
                Optional.empty(),
                Optional.of(new Code.Statement(reports, denies)),
                List.of(),
                Code.Cues.NONE);
    }

    /** An account with words of its own around what it says, each saying coded and accepted. */
    Account tells(String key, String name, List<Saying> sayings) {
        var draft = new Draft(ids).of(group).on("2019-01-01").teller(name).says(around(sayings));
        return add(key, draft);
    }

    /** Another's text again, under another name, coded like the first. */
    Account reposts(String key, String name, Account original) {
        return add(key, new Draft(ids).of(group).on("2020-01-01").teller(name).says(original.text()));
    }

    Account quotes(String key, String name, Account original) {
        String text = ListContents.words(++seed * 31L, 150) + "\n\n" + original.text() + "\n\n"
                + ListContents.words(++seed * 31L, 150);
        return add(key, new Draft(ids).of(group).on("2020-01-01").teller(name).says(text));
    }

    Account asks(String key, String interviewer, List<Saying> asked, String name, List<Saying> sayings) {
        return add(
                key,
                new Draft(ids)
                        .of(group)
                        .on("2019-01-01")
                        .interviewer(interviewer)
                        .says(around(asked))
                        .teller(name)
                        .says(around(sayings)));
    }

    private String around(List<Saying> sayings) {
        var text = new StringBuilder(ListContents.words(++seed * 31L, 40));
        sayings.forEach(saying -> text.append("\n\n")
                .append(saying.sentence)
                .append("\n\n")
                .append(ListContents.words(++seed * 31L, 30)));
        return text.toString();
    }

    private Account add(String key, Draft draft) {
        Account account = contents.add(draft.done());
        accounts.put(key, account);
        for (Saying saying : Saying.values()) {
            int at = account.text().indexOf(saying.sentence);
            while (at >= 0) {
                var span = new Span(at, at + saying.sentence.length());
                coded.add(new Coded(
                        new Id(ids.nextLong(), ids.nextLong()),
                        new Passage(
                                account.id(), account.turnAt(span).orElseThrow().index(), span, saying.sentence),
                        saying.coding(code),
                        Coded.Status.ACCEPTED,
                        "tester",
                        1));
                at = account.text().indexOf(saying.sentence, span.end());
            }
        }
        return account;
    }

    void read(Account account) {
        contents.decide(account.id(), "read");
    }

    void readAll() {
        accounts.values().forEach(this::read);
    }

    /** A text of which it is not known when it was written. */
    Account undated(String key, String name, String text) {
        return add(key, new Draft(ids).of(group).teller(name).says(text));
    }

    /** Finds the copies, and counts. */
    Finding finding() {
        return finding(new ListContents(contents).findCopies());
    }

    Finding shuffled(Random random) {
        return finding(contents.shuffled(random).findCopies());
    }

    private Finding finding(ListContents with) {
        return Findings.of(with, coded, codebook()).stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
