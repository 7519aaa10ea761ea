package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.coding.Coded;
import org.afterword.findings.Finding;
import org.afterword.model.Account;
import org.afterword.model.ContentNote;
import org.afterword.model.Id;
import org.afterword.model.Turn;
import org.afterword.model.Vantage;
import org.afterword.model.When;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Telling;
import org.afterword.witnesses.Witnesses;

/** The passages behind findings, as far as they may be shown. */
final class Voices {
    private final Material material;
    private final Witnesses witnesses;
    private final WholeAccounts readable;
    private final Seal seal;
    private final Last last;

    Voices(Material material, Witnesses witnesses, WholeAccounts readable, Seal seal, Last last) {
        this.material = material;
        this.witnesses = witnesses;
        this.readable = readable;
        this.seal = seal;
        this.last = last;
    }

    /**
     * @param parts what stands on its pages
     * @param unshown how many passages may not be shown
     * @param written when the accounts behind it were, shown or not
     * @param accounts these accounts
     */
    record Heard(List<Parts.Part> parts, int unshown, Optional<Shown.Period> written, Set<Id> accounts) {
        /** The first of those who say that it did not happen. */
        Optional<Shown.Passage> opposing() {
            return parts.stream().flatMap(part -> part.opposing().stream()).findFirst();
        }
    }

    Heard heard(Finding finding) {
        return last.heard(finding, () -> listen(finding));
    }

    private Heard listen(Finding finding) {
        var saying = new ArrayList<Shown.Passage>();
        var opposing = new ArrayList<Shown.Passage>();
        var numbers = new HashMap<Id, Integer>();
        var accounts = new LinkedHashMap<Id, Optional<When>>();
        int unshown = 0;
        var behind = new ArrayList<Behind>();
        for (Id suggestion : finding.passages()) {
            Coded coded = material.accepted().get(suggestion);
            Account account = material.accounts().get(coded.passage().account());
            accounts.put(account.id(), account.date());
            if (material.shows(coded)) {
                behind.add(new Behind(coded, last.passage(coded, () -> passage(coded, account))));
            } else {
                unshown++;
            }
        }
        // an order that follows nothing of the case
        behind.sort(Comparator.comparing(one -> one.passage().commitment().hex()));
        for (Behind one : behind) {
            int number = numbers.computeIfAbsent(
                    witness(one.coded()).orElse(one.coded().passage().account()), _ -> numbers.size() + 1);
            Shown.Passage passage = last.labelled(one.coded(), number);
            switch (one.coded().coding().polarity()) {
                case REPORTS -> saying.add(passage);
                case DENIES -> opposing.add(passage);
            }
        }
        return new Heard(
                Parts.of(saying, opposing), unshown, Periods.ofAll(accounts.values()), Set.copyOf(accounts.keySet()));
    }

    private record Behind(Coded coded, Shown.Passage passage) {}

    private Optional<Id> witness(Coded coded) {
        return witnesses.telling(coded.passage()).map(Telling::witness);
    }

    /** Without the label of its witness. */
    private Shown.Passage passage(Coded coded, Account account) {
        Optional<String> wording = material.wording(coded);
        Optional<Turn> turn = account.turnAt(coded.passage().span());
        Optional<Quotability.Attributed> attributed =
                material.quotability().get(account.id()) instanceof Quotability.Attributed named && wording.isEmpty()
                        ? Optional.of(named)
                        : Optional.empty();
        return new Shown.Passage(
                0,
                witness(coded).flatMap(this::vantage),
                coded.coding().standing(),
                wording.isPresent(),
                turn.map(Turn::prompted).orElse(false),
                Periods.of(turn.flatMap(Turn::date).or(account::date)),
                wording.map(material.protection()::line)
                        .orElseGet(() -> material.protection()
                                .passage(account, coded.passage().span())),
                notes(coded, wording.isPresent()),
                attributed.map(Quotability.Attributed::name),
                attributed.map(Quotability.Attributed::link),
                wording.isPresent() ? Optional.empty() : readable.address(account.id()),
                seal.commitment(
                        coded.suggestion(),
                        material.exhibits().get(account.exhibit()).sha256()));
    }

    /**
     * The passage's own, and its account's, where the passage leads to the account anyway: a note on every passage of an
     * account would tell which belong together.
     */
    private List<ContentNote> notes(Coded coded, boolean reworded) {
        Id account = coded.passage().account();
        return Stream.concat(
                        material.notes(coded.suggestion()).stream(),
                        reworded || readable.address(account).isEmpty()
                                ? Stream.of()
                                : material.notes(account).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Who left and who stays is both a member here: whether somebody is still inside is nobody's to read. */
    private Optional<Vantage> vantage(Id witness) {
        Set<Vantage> vantages = witnesses.vantages(witness);
        return Stream.of(
                        Vantage.OFFICER,
                        Vantage.MEMBER,
                        Vantage.LEAVER,
                        Vantage.STAYER,
                        Vantage.CONTACT,
                        Vantage.OUTSIDER)
                .filter(vantages::contains)
                .findFirst()
                .map(vantage -> vantage == Vantage.LEAVER || vantage == Vantage.STAYER ? Vantage.MEMBER : vantage);
    }
}
