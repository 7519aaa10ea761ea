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
    private final Function<Id, Optional<Id>> witness;

    /**
     * @param accounts those that may be counted
     * @param tellers by speaker
     * @param witness that a speaker is; empty if none
     */
    Tellings(Map<Id, Voices> accounts, Map<Id, Witnesses.Teller> tellers, Function<Id, Optional<Id>> witness) {
        this.accounts = accounts;
        this.tellers = tellers;
        this.witness = witness;
    }

    Optional<Telling> of(Passage passage) {
        return of(passage.account(), passage.span(), Set.of());
    }

    /**
     * @param passed the accounts through which the words were followed
     */
    private Optional<Telling> of(Id account, Span span, Set<Id> passed) {
        return Optional.ofNullable(accounts.get(account)).flatMap(voices -> voices.speaker(span)
                .filter(tellers::containsKey)
                .flatMap(speaker -> of(voices, account, speaker, span, passed)));
    }

    private Optional<Telling> of(Voices voices, Id account, Id speaker, Span span, Set<Id> passed) {
        Witnesses.Teller teller = tellers.get(speaker);
        Optional<Copied.Part> part = voices.copied().flatMap(copied -> copied.at(span, passed));
        if (part.isEmpty()) {
            return teller.repeats() && passed.isEmpty()
                    ? added(teller)
                    : witness.apply(speaker).map(Telling::own);
        }
        if (teller.repeats() || part.get().kind() != CopyKind.QUOTATION) {
            var before = new HashSet<>(passed);
            before.add(account);
            return of(part.get().account(), part.get().there(span), before);
        }
        return part.get().theirs()
                ? Optional.empty()
                : witness.apply(speaker).map(one -> new Telling(one, false, others(account, span)));
    }

    /** What stands beside the words that were repeated: where it is not known who repeats whom, perhaps the witness's. */
    private Optional<Telling> added(Witnesses.Teller teller) {
        return teller.nameless()
                ? witness.apply(teller.speaker().id()).map(one -> new Telling(one, false, Set.of()))
                : Optional.empty();
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
        Optional.ofNullable(accounts.get(account)).flatMap(Voices::copied).ifPresent(copied -> copied.allAt(span)
                .forEach(part -> {
                    if (passed.add(part.account())) {
                        part.speaker(span)
                                .ifPresent(speaker ->
                                        others.add(witness.apply(speaker).orElse(speaker)));
                        others(part.account(), part.there(span), passed, others);
                    }
                }));
    }
}
