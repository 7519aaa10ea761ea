package org.afterword.witnesses;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Speaker;
import org.afterword.model.Vantage;

/**
 * Whose experience is told, over the whole case: every teller with words of their own is a witness, until a person
 * decides that two are one, or a copy shows that one only repeats another ({@code docs/method.md}).
 *
 * <p>A witness is named by a representative among its speakers who may be counted: the one with the smallest id.
 */
public final class Witnesses {
    private final Map<Id, Teller> tellers = new LinkedHashMap<>();
    private final Map<Id, Voices> accounts = new LinkedHashMap<>();
    private final Classes<Id> one = new Classes<>();
    /** By class: of those who tell, so that a representative is never one who may not be counted. */
    private final Map<Id, Id> smallest = new HashMap<>();

    private final Set<Id> witnesses = new LinkedHashSet<>();
    private final Map<Id, Set<Vantage>> vantages = new HashMap<>();
    private final Map<Id, Set<Id>> either = new HashMap<>();
    private final Persons persons;
    private final Tellings tellings;

    /**
     * @param repeats whether only others' words come from this speaker
     * @param nameless whether nothing tells which of the two was first
     * @param perhapsOf speakers whose words all that this one says may be
     */
    record Teller(Speaker speaker, boolean repeats, boolean nameless, Set<Id> perhapsOf) {
        /** None or one. */
        Set<String> names() {
            return speaker.kind() == Speaker.Kind.NAMED && !speaker.name().isBlank()
                    ? Set.of(speaker.name())
                    : Set.of();
        }
    }

    private Witnesses(Contents contents) {
        var settled = new Settled(contents);
        Map<Id, Copied> copied = copied(contents, settled);
        var originals = new HashMap<Id, Id>();
        try (Stream<Account> all = contents.accounts()) {
            all.filter(settled::allows)
                    .forEach(
                            account -> add(account, settled, Optional.ofNullable(copied.get(account.id())), originals));
        }
        settled.joined().forEach(pair -> one.join(pair.getFirst(), pair.getLast()));
        tellers.keySet().forEach(id -> smallest.merge(one.of(id), id, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        Set<Id> silenced = silenced(originals);
        tellers.forEach((id, teller) -> {
            Id witness = representative(id);
            settled.vantage(id)
                    .ifPresent(vantage -> vantages.computeIfAbsent(witness, _ -> EnumSet.noneOf(Vantage.class))
                            .add(vantage));
            if (!teller.repeats() || !silenced.contains(witness)) {
                witnesses.add(witness);
            }
        });
        either();
        Set<Id> oneOfSeveral = oneOfSeveral(originals);
        persons = new Persons(Names.of(tellers, oneOfSeveral, settled.joined(), this::representative), apart(settled));
        tellings = new Tellings(accounts, tellers, oneOfSeveral, this::witness);
    }

    private Id representative(Id speaker) {
        Id id = one.of(speaker);
        return smallest.getOrDefault(id, id);
    }

    /** Who only repeats somebody that may not be counted, or could be no witness, is not counted either. */
    private Set<Id> silenced(Map<Id, Id> originals) {
        var silenced = new HashSet<Id>();
        originals.forEach((copy, original) -> {
            if (copy.equals(original) || !tellers.containsKey(original)) {
                silenced.add(representative(copy));
            }
        });
        return silenced;
    }

    private Set<Id> oneOfSeveral(Map<Id, Id> originals) {
        var oneOfSeveral = new HashSet<Id>();
        tellers.forEach((id, teller) -> {
            if (teller.nameless()) {
                Id next = id;
                while (oneOfSeveral.add(next)) {
                    next = originals.getOrDefault(next, next);
                }
            }
        });
        return oneOfSeveral;
    }

    private void either() {
        tellers.forEach((id, teller) -> {
            if (!teller.repeats()) {
                Set<Id> all = either.computeIfAbsent(representative(id), witness -> new TreeSet<>(Set.of(witness)));
                teller.perhapsOf().forEach(other -> all.add(witness(other).orElse(other)));
            }
        });
        tellers.forEach((id, teller) -> {
            if (!teller.repeats() && teller.perhapsOf().isEmpty()) {
                either.remove(representative(id));
            }
        });
    }

    /**
     * Who a witness may be: itself; or, if all its words stand in others' accounts as well, one of those; also such as
     * are no witnesses.
     */
    public Set<Id> either(Id witness) {
        return Collections.unmodifiableSet(either.getOrDefault(witness, Set.of(witness)));
    }

    public static Witnesses of(Contents contents) {
        return new Witnesses(contents);
    }

    private static Map<Id, Copied> copied(Contents contents, Settled settled) {
        var copied = new HashMap<Id, Copied>();
        var words = new HashMap<Id, Voiced>();
        var seen = new HashSet<List<Id>>();
        // the latest suggestion on two accounts is the one that counts
        for (Copy copy : Copies.list(contents).reversed()) {
            if (!seen.add(Stream.of(copy.a(), copy.b()).sorted().toList()) || !copy.holds()) {
                continue;
            }
            Optional<Account> a = contents.account(copy.a());
            Optional<Account> b = contents.account(copy.b());
            if (a.isPresent() && b.isPresent()) {
                Voiced original = words.computeIfAbsent(copy.a(), _ -> Voiced.of(a.get()));
                Voiced later = words.computeIfAbsent(copy.b(), _ -> Voiced.of(b.get()));
                pair(copy, original, later, settled, copied);
            }
        }
        return copied;
    }

    private static void pair(Copy copy, Voiced original, Voiced later, Settled settled, Map<Id, Copied> copied) {
        var common = new Common(original, later);
        boolean known = copy.status() == Copy.Status.ACCEPTED
                || Precedence.of(original.account(), later.account(), common).known();
        // if one of them has much of its own, they may be two people's
        CopyKind kind = known || common.nothingElse() ? copy.kind() : CopyKind.QUOTATION;
        boolean accepted = copy.status() == Copy.Status.ACCEPTED;
        if (known) {
            copied.computeIfAbsent(later.account().id(), _ -> new Copied(later))
                    .from(original, kind, common.alignment(), true, accepted);
            return;
        }
        boolean turned = turned(original.account(), later.account(), settled);
        copied.computeIfAbsent(later.account().id(), _ -> new Copied(later))
                .from(original, turned ? CopyKind.QUOTATION : kind, common.alignment(), false, false);
        copied.computeIfAbsent(original.account().id(), _ -> new Copied(original))
                .from(later, turned ? kind : CopyKind.QUOTATION, new Common(later, original).alignment(), false, false);
    }

    /**
     * Which of two whole texts is taken for the first where nothing tells: one that may not be counted, so that neither
     * is; else by their ids, so that the order of adding does not matter.
     */
    private static boolean turned(Account original, Account later, Settled settled) {
        return settled.allows(original) == settled.allows(later)
                ? later.id().compareTo(original.id()) < 0
                : settled.allows(original);
    }

    private void add(Account account, Settled settled, Optional<Copied> copied, Map<Id, Id> originals) {
        List<Integer> telling = settled.tellers(account);
        for (int i : telling) {
            Speaker speaker = settled.speaker(account, i);
            boolean alone = telling.size() == 1;
            Optional<Copied> repeated = copied.filter(c -> c.onlyRepeats(i, alone));
            boolean nameless = repeated.filter(c -> c.nameless(i, alone)).isPresent();
            tellers.put(
                    speaker.id(),
                    new Teller(
                            speaker,
                            repeated.isPresent(),
                            nameless,
                            copied.map(c -> c.perhapsOf(i)).orElse(Set.of())));
            repeated.ifPresent(c -> {
                Id original = c.mostlyOf(i, !nameless).orElse(speaker.id());
                originals.put(speaker.id(), original);
                one.join(speaker.id(), original);
            });
        }
        accounts.put(account.id(), new Voices(account.speakers(), account.turns(), copied));
    }

    private Map<Id, Set<Id>> apart(Settled settled) {
        var apart = new HashMap<Id, Set<Id>>();
        for (List<Id> pair : settled.apart()) {
            Id a = representative(pair.getFirst());
            Id b = representative(pair.getLast());
            if (!a.equals(b)) {
                apart.computeIfAbsent(a, _ -> new TreeSet<>()).add(b);
                apart.computeIfAbsent(b, _ -> new TreeSet<>()).add(a);
            }
        }
        return apart;
    }

    /** Every witness of the case. */
    public Set<Id> all() {
        return Collections.unmodifiableSet(witnesses);
    }

    /** The witness that a speaker is; empty if the speaker is none. */
    public Optional<Id> witness(Id speaker) {
        Optional<Id> one = Optional.of(speaker);
        return witnesses.contains(speaker)
                ? one
                : one.filter(tellers::containsKey).map(this::representative).filter(witnesses::contains);
    }

    /** Whose experience an account tells: of a copy, those whose words it has. Empty if it may not be counted. */
    public Set<Id> of(Id account) {
        var found = new LinkedHashSet<Id>();
        Optional.ofNullable(accounts.get(account)).ifPresent(voices -> {
            for (int i = 0; i < voices.speakers().size(); i++) {
                int position = i;
                Id speaker = voices.speakers().get(i).id();
                if (tellers.containsKey(speaker)) {
                    witness(speaker).ifPresent(found::add);
                    voices.copied().stream()
                            .flatMap(copied -> copied
                                    .repeated(position, tellers.get(speaker).repeats())
                                    .stream())
                            .forEach(id -> witness(id).ifPresent(found::add));
                }
            }
        });
        return Collections.unmodifiableSet(found);
    }

    /**
     * Whose statement a passage is. Empty for the words of those who are no witnesses (who asks, the platform, who may
     * not be counted) and for quoted words, marked or found to be another's.
     */
    public Optional<Telling> telling(Passage passage) {
        return tellings.of(passage);
    }

    /** From where a person decided that the witness speaks; empty if nobody has. */
    public Set<Vantage> vantages(Id witness) {
        Set<Vantage> own = vantages.get(witness); // a witness is its own representative
        return Collections.unmodifiableSet(
                own == null ? vantages.getOrDefault(representative(witness), Set.of()) : own);
    }

    /**
     * How many people the speakers are: at most as many as there are witnesses among them, at least as few as they can
     * be if everybody who may be somebody else is.
     *
     * @param speakers of any account; those who are no witnesses do not count
     */
    public Range count(Collection<Id> speakers) {
        Set<Id> counted = among(speakers);
        List<Set<Id>> each = counted.stream()
                .map(this::either)
                .filter(witnesses::containsAll)
                .toList();
        return new Range(Math.max(persons.atLeast(each), Math.min(1, counted.size())), counted.size());
    }

    /** The upper end of {@link #count} alone. */
    public int atMost(Collection<Id> speakers) {
        return among(speakers).size();
    }

    private Set<Id> among(Collection<Id> speakers) {
        var among = new HashSet<Id>();
        speakers.forEach(speaker -> witness(speaker).ifPresent(among::add));
        return among;
    }

    /**
     * How few people there can be if of each of these sets at least one is meant.
     *
     * @param each sets of witnesses' representatives, none of them empty
     */
    public int atLeast(Collection<Set<Id>> each) {
        return persons.atLeast(each);
    }
}
