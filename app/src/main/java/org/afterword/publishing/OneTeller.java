package org.afterword.publishing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.coding.Code;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.facts.Known;
import org.afterword.facts.Timeline;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Polarity;
import org.afterword.model.Standing;
import org.afterword.page.Strings;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Witnesses;

/** Puts a dossier together: what one teller says, and nobody else. */
final class OneTeller {
    private final Contents contents;
    private final Material material;
    private final Witnesses witnesses;
    private final Id teller;
    private final AsTold told;
    private final Days days;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<Id, Integer> numbers = new LinkedHashMap<>();
    private final Map<Id, Integer> exhibits = new LinkedHashMap<>();
    private final List<Publication.Withheld> withheld = new ArrayList<>();

    /** @param teller a witness's representative */
    OneTeller(Material material, Witnesses witnesses, Id teller, boolean unprotected, Strings strings) {
        this.material = material;
        this.witnesses = witnesses;
        this.teller = teller;
        Protection protection = material.protection();
        contents = material.contents();
        told = new AsTold(protection, unprotected);
        days = new Days(strings, !unprotected);
        material.all().stream()
                .filter(account -> witnesses.of(account.id()).contains(teller))
                .filter(account -> unprotected || mayGo(account))
                .sorted(Comparator.comparing(OneTeller::written))
                .forEach(accounts::add);
        for (Account account : accounts) {
            numbers.put(account.id(), numbers.size() + 1);
            exhibits.putIfAbsent(account.exhibit(), exhibits.size() + 1);
        }
    }

    private static LocalDate written(Account account) {
        return account.date()
                .flatMap(date -> date.earliest())
                .map(moment -> moment.toLocalDate())
                .orElse(LocalDate.MAX);
    }

    private boolean mayGo(Account account) {
        Optional<String> why = switch (material.quotability().get(account.id())) {
            case Quotability.NotCounted(String reason) -> Optional.of(reason);
            case Quotability.CountsOnly(String reason, boolean rewordings) -> Optional.of(reason);
            case Quotability.Reworded _ ->
                Optional.of("Only other words for it may be shown, and this is no place for them.");
            case Quotability.Verbatim _, Quotability.Attributed _ -> Optional.empty();
        };
        why.ifPresent(
                reason -> withheld.add(new Publication.Withheld(account.id(), material.file(account.id()), reason)));
        return why.isEmpty();
    }

    /** Those that go into it, in the order in which they were written. */
    List<Account> accounts() {
        return accounts;
    }

    /** Those that would, if their authors allowed it. */
    List<Publication.Withheld> withheld() {
        return withheld;
    }

    Dossier dossier() {
        List<Timeline.Event> events = Timeline.of(
                Known.of(contents).stream().filter(known -> says(known.words())).toList());
        return new Dossier(
                told.unprotected(),
                accounts.stream().map(this::source).toList(),
                moments(events),
                events.stream()
                        .filter(event -> Timeline.begins(event.fact()).isEmpty())
                        .map(this::event)
                        .toList(),
                practices(),
                exhibits.entrySet().stream()
                        .map(entry -> kept(entry.getKey(), entry.getValue()))
                        .toList(),
                withheld);
    }

    private boolean says(Passage passage) {
        return numbers.containsKey(passage.account())
                && witnesses
                        .telling(passage)
                        .filter(telling -> telling.witness().equals(teller))
                        .isPresent();
    }

    private Dossier.Source source(Account account) {
        return new Dossier.Source(
                numbers.get(account.id()),
                told.title(account),
                days.written(account.date()),
                account.group().flatMap(material::groupName).map(told::line),
                exhibits.get(account.exhibit()));
    }

    /** Where something stands on the line of time. */
    private record Placed(LocalDate from, LocalDate to, Dossier.Moment moment) {}

    private List<Dossier.Moment> moments(List<Timeline.Event> events) {
        var placed = new ArrayList<Placed>();
        for (Timeline.Event event : events) {
            Timeline.begins(event.fact())
                    .ifPresent(from ->
                            placed.add(new Placed(from, event.fact().latest().orElse(from), event(event))));
        }
        for (Account account : accounts) {
            Optional<String> when = days.written(account.date());
            when.ifPresent(said -> placed.add(new Placed(
                    written(account),
                    written(account),
                    new Dossier.Written(said, told.title(account), numbers.get(account.id())))));
        }
        placed.sort(Comparator.comparing(Placed::from).thenComparing(Placed::to));
        return withGaps(placed);
    }

    private List<Dossier.Moment> withGaps(List<Placed> placed) {
        var moments = new ArrayList<Dossier.Moment>();
        LocalDate until = placed.isEmpty() ? LocalDate.MIN : placed.getFirst().from();
        for (Placed one : placed) {
            Timeline.gap(until, one.from())
                    .ifPresent(gap ->
                            moments.add(new Dossier.Gap(days.day(gap.from()), days.day(gap.to()), gap.months())));
            moments.add(one.moment());
            until = one.to().isAfter(until) ? one.to() : until;
        }
        return moments;
    }

    private Dossier.Event event(Timeline.Event event) {
        Known known = event.known();
        Account account = material.accounts().get(known.words().account());
        return new Dossier.Event(
                days.told(event.fact()),
                told.passage(account, known.sentence()).strip(),
                numbers.get(account.id()),
                known.status() == Coded.Status.ACCEPTED);
    }

    private List<Dossier.Practice> practices() {
        Codebooks codebooks = Codebooks.of(contents);
        List<String> order = codebooks.newest().stream()
                .flatMap(book -> book.codes().stream())
                .map(Code::id)
                .toList();
        Map<String, List<Coded>> byCode = material.accepted().values().stream()
                .filter(coded -> says(coded.passage()))
                .collect(Collectors.groupingBy(coded -> coded.coding().code(), TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> order.contains(entry.getKey()) ? order.indexOf(entry.getKey()) : order.size()))
                .map(entry -> {
                    Optional<Code> code = codebooks.code(entry.getKey());
                    return new Dossier.Practice(
                            code.map(Code::name).map(told::line).orElse(entry.getKey()),
                            code.map(Code::definition).map(told::line).orElse(""),
                            entry.getValue().stream()
                                    .sorted(Comparator.comparing((Coded coded) ->
                                                    numbers.get(coded.passage().account()))
                                            .thenComparing(
                                                    coded -> coded.passage().span()))
                                    .map(this::said)
                                    .toList());
                })
                .toList();
    }

    private Dossier.Said said(Coded coded) {
        Passage passage = coded.passage();
        Account account = material.accounts().get(passage.account());
        return new Dossier.Said(
                told.passage(account, passage).strip(),
                coded.coding().polarity() == Polarity.DENIES,
                Standing.of(coded.coding().access(), coded.coding().claim()),
                numbers.get(account.id()),
                told.at(account, passage));
    }

    private Dossier.Kept kept(Id id, int number) {
        Exhibit exhibit = material.exhibits().get(id);
        String form = accounts.stream()
                .filter(account -> account.exhibit().equals(id))
                .map(Account::format)
                .distinct()
                .collect(Collectors.joining(", "));
        LocalDate since = exhibit.added().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Dossier.Kept(
                number,
                form,
                told.unprotected() ? Optional.of(exhibit.name()) : Optional.empty(),
                told.unprotected() ? Optional.of(exhibit.size()) : Optional.empty(),
                days.day(since),
                told.unprotected() ? Optional.of(exhibit.sha256()) : Optional.empty());
    }
}
