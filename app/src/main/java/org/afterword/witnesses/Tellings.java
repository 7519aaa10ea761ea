package org.afterword.witnesses;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.afterword.model.CopyKind;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Span;

/** Whose statement a passage is: of words that several accounts have, of whoever had them first. */
final class Tellings {
    private final Map<Id, Voices> accounts;
    private final Map<Id, Witnesses.Teller> tellers;
    private final Set<Id> oneOfSeveral;
    private final Function<Id, Optional<Id>> witness;

    /**
     * @param accounts those that may be counted
     * @param tellers by speaker
     * @param oneOfSeveral speakers of whom nothing tells who wrote what they all say
     * @param witness that a speaker is; empty if none
     */
    Tellings(
            Map<Id, Voices> accounts,
            Map<Id, Witnesses.Teller> tellers,
            Set<Id> oneOfSeveral,
            Function<Id, Optional<Id>> witness) {
        this.accounts = accounts;
        this.tellers = tellers;
        this.oneOfSeveral = oneOfSeveral;
        this.witness = witness;
    }

    Optional<Telling> of(Passage passage) {
        return of(passage.account(), passage.span(), Set.of());
    }

    /**
     * @param passed the accounts through which the words were followed
     */
    private Optional<Telling> of(Id account, Span span, Set<Id> passed) {
        return Optional.ofNullable(accounts.get(account))
                .flatMap(voices -> voices.speaker(span)
                        .filter(tellers::containsKey)
                        .flatMap(speaker -> of(voices, account, speaker, span, passed)));
    }

    private Optional<Telling> of(Voices voices, Id account, Id speaker, Span span, Set<Id> passed) {
        Witnesses.Teller teller = tellers.get(speaker);
        Optional<Copied.Part> part = voices.copied().flatMap(copied -> copied.at(span, passed));
        if (part.isEmpty()) {
            return passed.isEmpty() ? alone(teller) : own(speaker);
        }
        if (part.get().kind() == CopyKind.QUOTATION
                && !(teller.repeats() && part.get().known())) {
            return part.get().known() ? Optional.empty() : uncertain(speaker, others(account, span));
        }
        var before = new HashSet<>(passed);
        before.add(account);
        Optional<Telling> theirs = of(part.get().account(), part.get().there(span), before);
        return part.get().known() ? theirs : either(theirs, here(voices, account, speaker, span));
    }

    private Optional<Telling> own(Id speaker) {
        return witness.apply(speaker).map(one -> new Telling(one, true, Set.of()));
    }

    private Optional<Telling> uncertain(Id speaker, Set<Id> perhapsOf) {
        // if they may be nobody else's, they are the witness's own in any case
        return witness.apply(speaker)
                .map(one -> perhapsOf.equals(Set.of(one))
                        ? new Telling(one, true, Set.of())
                        : new Telling(one, false, perhapsOf));
    }

    /** Whose the words are if this account was the first of all that have the whole text. */
    private Optional<Telling> here(Voices voices, Id account, Id speaker, Span span) {
        var quotations = voices.copied().stream()
                .flatMap(copied -> copied.allAt(span).stream())
                .filter(part -> part.kind() == CopyKind.QUOTATION)
                .toList();
        if (quotations.stream().anyMatch(Copied.Part::known)) {
            return Optional.empty();
        }
        return quotations.isEmpty() ? own(speaker) : uncertain(speaker, others(account, span));
    }

    /** What is certain only if it is so either way. */
    private static Optional<Telling> either(Optional<Telling> one, Optional<Telling> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other).map(either -> new Telling(either.witness(), false, either.perhapsOf()));
        }
        if (!one.get().witness().equals(other.get().witness())) {
            return one;
        }
        var perhapsOf = new TreeSet<>(one.get().perhapsOf());
        perhapsOf.addAll(other.get().perhapsOf());
        return Optional.of(new Telling(
                one.get().witness(), one.get().certain() && other.get().certain(), perhapsOf));
    }

    /** Words that no other account has: beside a text that others have, perhaps not those of the one who wrote it. */
    private Optional<Telling> alone(Witnesses.Teller teller) {
        Id speaker = teller.speaker().id();
        if (oneOfSeveral.contains(speaker)) {
            return uncertain(speaker, Set.of());
        }
        return teller.repeats() ? Optional.empty() : own(speaker);
    }

    /**
     * Everybody whose words they may be instead, also by way of others; who may not be counted under an id that is no
     * witness's.
     */
    private Set<Id> others(Id account, Span span) {
        var others = new TreeSet<Id>();
        others(account, span, new HashSet<>(Set.of(account)), others);
        return others;
    }

    private void others(Id account, Span span, Set<Id> passed, Set<Id> others) {
        Optional.ofNullable(accounts.get(account))
                .flatMap(Voices::copied)
                .ifPresent(copied -> copied.allAt(span).forEach(part -> {
                    if (passed.add(part.account())) {
                        part.speaker(span)
                                .ifPresent(speaker ->
                                        others.add(witness.apply(speaker).orElse(speaker)));
                        others(part.account(), part.there(span), passed, others);
                    }
                }));
    }
}
