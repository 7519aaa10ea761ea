package org.afterword.witnesses;

import java.util.ArrayList;
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
import org.afterword.model.Turn;
import org.afterword.model.Vantage;

/**
 * Whose experience is told, over the whole case: every teller with words of their own is a witness, until a person
 * decides that two are one, or a copy shows that one only repeats another ({@code docs/method.md}).
 *
 * <p>A witness is named by a representative among its speakers: the one with the smallest id.
 */
public final class Witnesses {
    private final Map<Id, Teller> tellers = new LinkedHashMap<>();
    private final Map<Id, Voices> accounts = new LinkedHashMap<>();
    private final Classes<Id> one = new Classes<>();
    private final Set<Id> witnesses = new LinkedHashSet<>();
    private final Map<Id, Set<Vantage>> vantages = new HashMap<>();
    private final Persons persons;

    /**
     * @param repeats whether only others' words come from this speaker
     */
    private record Teller(Speaker speaker, boolean repeats) {}

    private record Voices(List<Speaker> speakers, List<Turn> turns, Optional<Copied> copied) {
        /** The innermost turn around the passage. */
        Optional<Turn> turn(Passage passage) {
            Optional<Turn> around = turns.stream()
                    .filter(turn -> turn.span().contains(passage.span()))
                    .min((a, b) -> Integer.compare(a.span().length(), b.span().length()));
            return around.isPresent()
                    ? around
                    : turns.stream()
                            .filter(turn -> turn.index() == passage.turn())
                            .findFirst();
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
        var named = new HashMap<Id, Set<String>>();
        tellers.forEach((id, teller) -> {
            Id witness = one.of(id);
            settled.vantage(id)
                    .ifPresent(vantage -> vantages.computeIfAbsent(witness, _ -> EnumSet.noneOf(Vantage.class))
                            .add(vantage));
            if (teller.speaker().kind() == Speaker.Kind.NAMED
                    && !teller.speaker().name().isBlank()
                    && !teller.repeats()) {
                named.computeIfAbsent(witness, _ -> new TreeSet<>())
                        .add(teller.speaker().name());
            }
        });
        var silenced = new HashSet<Id>();
        originals.forEach((copy, original) -> {
            if (copy.equals(original) || !tellers.containsKey(original)) {
                silenced.add(one.of(copy));
            }
        });
        tellers.forEach((id, teller) -> {
            // who only repeats somebody that may not be counted is not counted either
            if (!teller.repeats() || !silenced.contains(one.of(id))) {
                witnesses.add(one.of(id));
            }
        });
        persons = new Persons(named, apart(settled));
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
            if (a.isEmpty() || b.isEmpty() || !settled.allows(b.get())) {
                continue;
            }
            Voiced original = words.computeIfAbsent(copy.a(), _ -> Voiced.of(a.get()));
            Voiced later = words.computeIfAbsent(copy.b(), _ -> Voiced.of(b.get()));
            var common = new Common(original, later);
            boolean known = copy.status() == Copy.Status.ACCEPTED
                    || Precedence.of(original.account(), later.account(), common)
                            .known();
            copied.computeIfAbsent(copy.b(), _ -> new Copied(later)).from(original, copy, common.alignment(), known);
            if (!known && copy.kind() == CopyKind.QUOTATION) {
                copied.computeIfAbsent(copy.a(), _ -> new Copied(original))
                        .perhapsFrom(later, new Common(later, original).alignment());
            }
        }
        return copied;
    }

    private void add(Account account, Settled settled, Optional<Copied> copied, Map<Id, Id> originals) {
        List<Integer> telling = tellers(account, settled);
        for (int i : telling) {
            Speaker speaker = account.speakers().get(i);
            Optional<Copied> repeated = copied.filter(c -> c.onlyRepeats(i, telling.size() == 1));
            tellers.put(speaker.id(), new Teller(speaker, repeated.isPresent()));
            repeated.ifPresent(c -> {
                Id original = c.mostlyOf(i).orElse(speaker.id());
                originals.put(speaker.id(), original);
                one.join(speaker.id(), original);
            });
        }
        accounts.put(account.id(), new Voices(account.speakers(), account.turns(), copied));
    }

    /** The positions of the speakers who tell of the group in words of their own. */
    private static List<Integer> tellers(Account account, Settled settled) {
        var telling = new ArrayList<Integer>();
        for (int i = 0; i < account.speakers().size(); i++) {
            int position = i;
            Speaker speaker = account.speakers().get(i);
            boolean tells = speaker.role() == Speaker.Role.TELLER
                    || settled.vantage(speaker.id()).isPresent();
            if (tells
                    && account.turns().stream()
                            .anyMatch(turn -> turn.speaker() == position && turn.voice() == Turn.Voice.OWN)) {
                telling.add(i);
            }
        }
        return telling;
    }

    private Map<Id, Set<Id>> apart(Settled settled) {
        var apart = new HashMap<Id, Set<Id>>();
        for (List<Id> pair : settled.apart()) {
            Id a = one.of(pair.getFirst());
            Id b = one.of(pair.getLast());
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
        return Optional.of(speaker).filter(tellers::containsKey).map(one::of).filter(witnesses::contains);
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
        return Optional.ofNullable(accounts.get(passage.account()))
                .flatMap(voices -> voices.turn(passage)
                        .filter(turn -> turn.voice() == Turn.Voice.OWN)
                        .flatMap(turn -> telling(
                                passage,
                                voices,
                                voices.speakers().get(turn.speaker()).id())));
    }

    private Optional<Telling> telling(Passage passage, Voices voices, Id speaker) {
        if (!tellers.containsKey(speaker)) {
            return Optional.empty();
        }
        boolean repeats = tellers.get(speaker).repeats();
        Optional<Copied.Part> part = voices.copied().flatMap(copied -> copied.at(passage.span()));
        if (part.isEmpty()) {
            return repeats ? Optional.empty() : witness(speaker).map(Telling::own);
        }
        Optional<Id> other = voices.copied()
                .flatMap(copied -> copied.speaker(part.get(), passage.span()))
                .flatMap(this::witness);
        if (repeats || part.get().kind() != CopyKind.QUOTATION) {
            return other.map(Telling::own);
        }
        return part.get().known()
                ? Optional.empty()
                : witness(speaker).map(witness -> new Telling(witness, false, other));
    }

    /** From where a person decided that the witness speaks; empty if nobody has. */
    public Set<Vantage> vantages(Id witness) {
        return Collections.unmodifiableSet(vantages.getOrDefault(one.of(witness), Set.of()));
    }

    /**
     * How many people the speakers are: at most as many as there are witnesses among them, at least as few as they can
     * be if everybody who may be somebody else is.
     *
     * @param speakers of any account; those who are no witnesses do not count
     */
    public Range count(Collection<Id> speakers) {
        var counted = new HashSet<Id>();
        speakers.forEach(speaker -> witness(speaker).ifPresent(counted::add));
        return new Range(persons.atLeast(counted), counted.size());
    }
}
