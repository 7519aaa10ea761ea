package org.afterword.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.Ground;
import org.afterword.findings.Portion;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.witnesses.Draft;
import org.afterword.witnesses.ListContents;
import org.afterword.witnesses.Witnesses;

/** A case of several groups for tests: people who say that they were asked for money, that they were not, or neither. */
final class Told {
    static final String MONEY = "practice/money-demand";
    private static final Map<Polarity, String> SENTENCES = Map.of(
            Polarity.REPORTS, "They asked me for money.",
            Polarity.DENIES, "Nobody ever wanted a coin.");

    final ListContents contents;
    final Map<String, Group> groups = new LinkedHashMap<>();
    final List<Account> accounts = new ArrayList<>();
    private final List<Coded> coded = new ArrayList<>();
    private final Random ids;
    private int seed;

    Told(long seed) {
        contents = new ListContents();
        ids = new Random(seed);
    }

    Told(Told other) {
        contents = new ListContents(other.contents);
        groups.putAll(other.groups);
        accounts.addAll(other.accounts);
        coded.addAll(other.coded);
        ids = new Random(other.ids.nextLong());
        seed = other.seed;
    }

    void group(String name, boolean ordinary) {
        groups.put(name, contents.group(name, ordinary));
    }

    /** One person's account; nobody has read it. */
    Account tells(String group, String name, List<Polarity> says) {
        var text = new StringBuilder(ListContents.words(++seed * 31L, 30));
        says.forEach(polarity -> text.append("\n\n")
                .append(SENTENCES.get(polarity))
                .append("\n\n")
                .append(ListContents.words(++seed * 31L, 30)));
        return add(group, "2019-01-01", name, text.toString());
    }

    /** Another's text again, under another name, coded like the first. */
    Account reposts(String group, String name, Account original) {
        return add(group, "2020-01-01", name, original.text());
    }

    private Account add(String group, String day, String name, String text) {
        Account account = contents.add(new Draft(ids)
                .of(groups.get(group))
                .on(day)
                .teller(name)
                .says(text)
                .done());
        accounts.add(account);
        SENTENCES.forEach((polarity, sentence) -> {
            int at = account.text().indexOf(sentence);
            if (at >= 0) {
                var span = new Span(at, at + sentence.length());
                coded.add(new Coded(
                        new Id(ids.nextLong(), ids.nextLong()),
                        new Passage(
                                account.id(), account.turnAt(span).orElseThrow().index(), span, sentence),
                        new Proposal.Coding(MONEY, polarity, Access.EXPERIENCED, Claim.EVENT, Optional.empty()),
                        Coded.Status.ACCEPTED,
                        "tester",
                        1));
            }
        });
        return account;
    }

    void read(Account account) {
        contents.decide(account.id(), "read");
    }

    void from(Account account, String vantage) {
        contents.decide(account.speakers().getLast().id(), "vantage=" + vantage);
    }

    List<Side> sides() {
        return sides(new ListContents(contents).findCopies());
    }

    List<Side> shuffled(Random random) {
        return sides(contents.shuffled(random).findCopies());
    }

    private List<Side> sides(ListContents with) {
        return money(Findings.portions(Ground.of(with, Witnesses.of(with)), coded, Codebook.practices()));
    }

    List<Side> pooled() {
        ListContents with = new ListContents(contents).findCopies();
        return money(Findings.pooled(Ground.of(with, Witnesses.of(with)), coded, Codebook.practices()));
    }

    List<Finding> findings() {
        ListContents with = new ListContents(contents).findCopies();
        return Findings.of(Ground.of(with, Witnesses.of(with)), coded, Codebook.practices()).stream()
                .filter(finding -> finding.code().equals(MONEY))
                .toList();
    }

    private static List<Side> money(List<Portion> portions) {
        return portions.stream()
                .map(Side::of)
                .filter(side -> side.code().equals(MONEY))
                .toList();
    }

    static List<Comparison> compare(List<Side> sides) {
        List<String> ordinary =
                sides.stream().filter(Side::ordinary).map(Side::group).toList();
        return Comparison.of(sides, group -> !ordinary.contains(group), Codebook.practices());
    }
}
