package org.afterword.publishing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Guid;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;

/** Puts a handout together: as the case is, or as a stranger may see it. */
final class Handing {
    private final Chosen chosen;
    private final Protection protection;
    private final Material material;
    private final Seal seal;
    private final Handed known;
    private final List<Coded> codings;
    private final Map<Id, Id> events;
    private final Map<String, String> coders = new HashMap<>();
    private final Map<Id, String> guids = new HashMap<>();
    private final List<Publication.Withheld> withheld = new ArrayList<>();

    Handing(Chosen chosen, Material material) throws IOException {
        this.chosen = chosen;
        this.material = material;
        protection = chosen.protection();
        seal = new Seal(chosen.file().secret("publication"));
        known = chosen.unprotected() ? Handed.of(chosen.file()) : Handed.coders(chosen.file());
        codings = Codings.of(chosen.file()).stream()
                .filter(coded -> chosen.unprotected() || coded.status() == Coded.Status.ACCEPTED)
                .toList();
        events = Codings.events(codings);
    }

    Handout handout() {
        List<Account> accounts = material.all().stream()
                .filter(account -> chosen.has(account.exhibit()))
                .filter(account -> chosen.unprotected() || mayGo(account))
                .sorted(chosen.unprotected() ? (_, _) -> 0 : Comparator.comparing(account -> guid(account.id())))
                .toList();
        var byAccount = new HashMap<Id, List<Coded>>();
        codings.forEach(coded -> byAccount
                .computeIfAbsent(coded.passage().account(), _ -> new ArrayList<>())
                .add(coded));
        List<Handout.Source> sources = new ArrayList<>();
        for (Account account : accounts) {
            sources.add(source(account, byAccount.getOrDefault(account.id(), List.of())));
        }
        return new Handout(
                chosen.unprotected(), List.copyOf(sources), books(sources), findings(), List.copyOf(withheld));
    }

    private boolean mayGo(Account account) {
        Optional<String> why = switch (material.quotability().get(account.id())) {
            case Quotability.NotCounted(String reason) -> Optional.of(reason);
            case Quotability.CountsOnly(String reason, boolean rewordings) -> Optional.of(reason);
            case Quotability.Reworded _ ->
                Optional.of("Only other words for it may be shown, and this is no place for them.");
            case Quotability.Verbatim _ -> Optional.empty();
            case Quotability.Attributed _ -> Optional.empty();
        };
        why.ifPresent(
                reason -> withheld.add(new Publication.Withheld(account.id(), material.file(account.id()), reason)));
        return why.isEmpty();
    }

    private String guid(Id id) {
        return guids.computeIfAbsent(
                id,
                one -> chosen.unprotected()
                        ? known.guid(one).orElseGet(() -> Guid.of(one))
                        : Guid.of(seal.outside(one)));
    }

    private Handout.Source source(Account account, List<Coded> coded) {
        var shown = new ShownText(
                chosen.unprotected() ? Optional.empty() : Optional.of(protection.protect(account)), account.text());
        List<Handout.Coding> here = coded.stream()
                .map(one -> coding(one, shown))
                .sorted(Comparator.comparingInt(Handout.Coding::start)
                        .thenComparingInt(Handout.Coding::end)
                        .thenComparing(one -> one.coding().code())
                        .thenComparing(Handout.Coding::guid))
                .toList();
        return new Handout.Source(
                guid(account.id()),
                name(account),
                shown.text(),
                account.group().flatMap(material::groupName).map(this::line),
                date(account.date()),
                account.language(),
                account.turns().stream().map(turn -> part(turn, account, shown)).toList(),
                here);
    }

    private String line(String text) {
        return chosen.unprotected() ? text : protection.line(text).text();
    }

    private String name(Account account) {
        if (!chosen.unprotected()) {
            String title = protection.title(account).text();
            return title.isBlank() ? "Text " + number(guid(account.id())) : title;
        }
        String file = material.file(account.id());
        return known.name(account.id())
                .orElseGet(
                        () -> account.title().isBlank() ? file.substring(file.lastIndexOf('/') + 1) : account.title());
    }

    /** In digits alone: "ADA12345" would be somebody's. */
    private static long number(String guid) {
        return Long.parseLong(guid.substring(0, 8), 16);
    }

    private Optional<String> date(Optional<When> when) {
        if (!chosen.unprotected()) {
            return Periods.of(when)
                    .map(period -> period.from().equals(period.to())
                            ? period.from().toString()
                            : period.from() + "/" + period.to());
        }
        return when.flatMap(date -> date.day()
                .map(Object::toString)
                .or(() -> date.earliest()
                        .flatMap(from -> date.latest().map(to -> from.toLocalDate() + "/" + to.toLocalDate()))));
    }

    private Handout.Part part(Turn turn, Account account, ShownText shown) {
        Span span = shown.codePoints(turn.span());
        Speaker speaker = account.speakerOf(turn);
        return new Handout.Part(
                turn.index(),
                span.start(),
                span.end(),
                turn.speaker() + 1,
                Optional.of(speaker.name()).filter(name -> chosen.unprotected() && !name.isBlank()),
                turn.voice(),
                turn.prompted());
    }

    private Handout.Coding coding(Coded coded, ShownText shown) {
        Span span = shown.codePoints(coded.passage().span());
        Proposal.Coding said = coded.coding();
        String by = known.by(coded);
        return new Handout.Coding(
                guid(coded.suggestion()),
                guid(events.get(coded.suggestion())),
                span.start(),
                span.end(),
                shown.quote(span),
                chosen.unprotected() ? said : said.named(this::line).withoutWhereabouts(),
                coded.status().name().toLowerCase(Locale.ROOT),
                chosen.unprotected() ? by : coders.computeIfAbsent(by, _ -> "Coder " + (coders.size() + 1)),
                known.at(coded.suggestion()),
                known.memo(coded.suggestion()));
    }

    /** Those that are used, and those that people added; with codes that are in no codebook any more but were used. */
    private List<Codebook> books(List<Handout.Source> sources) {
        Codebooks codebooks = Codebooks.of(chosen.file());
        Set<String> bundled =
                Set.of(Codebook.practices().id(), Codebook.lifton().id());
        var used = new LinkedHashMap<String, Optional<Code>>();
        sources.forEach(source ->
                source.codings().forEach(one -> used.put(one.coding().code(), codebooks.code(one.coding()))));
        var books = new ArrayList<Codebook>();
        for (Codebook book : codebooks.newest()) {
            var codes = new ArrayList<>(book.codes());
            boolean here = false;
            for (var entry : used.entrySet()) {
                boolean of = entry.getKey().startsWith(book.id() + "/");
                here |= of;
                if (of && book.code(entry.getKey()).isEmpty()) {
                    entry.getValue().map(Code::alone).ifPresent(codes::add);
                }
            }
            if (here || (chosen.unprotected() && !bundled.contains(book.id()))) {
                books.add(book.with(codes));
            }
        }
        books.sort(Comparator.comparing(Codebook::id));
        return List.copyOf(books);
    }

    private List<Handout.Found> findings() {
        var found = new ArrayList<Handout.Found>();
        var here = new LinkedHashSet<Id>(events.keySet());
        for (Finding finding : Findings.counted(chosen.file(), codings).of(Codebooks.of(chosen.file()))) {
            found.add(new Handout.Found(
                    finding,
                    line(finding.group().name()),
                    finding.passages().stream()
                            .filter(here::contains)
                            .filter(guids::containsKey)
                            .map(this::guid)
                            .toList()));
        }
        return List.copyOf(found);
    }
}
