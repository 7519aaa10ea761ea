package org.afterword;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.Restrictions;
import org.afterword.protection.Protection;

/** A person who asks what the case holds about them, or asks that it be left alone. */
public final class Subject {
    /** How much of a text around a name is shown, on either side, in UTF-16 code units. */
    private static final int AROUND = 300;

    /**
     * An account that names the person, or in which they speak.
     *
     * @param file the exhibit's name, with others covered
     * @param speaks whether the person is one of those who tell in it
     * @param passages where the person is named, with others covered; the whole text if the person tells it
     */
    public record Held(Id account, Id exhibit, String file, boolean speaks, List<String> passages) {}

    /**
     * @param on what was decided about: the person, or a name of theirs
     * @param reason with others covered
     */
    public record Settled(Id on, String verdict, String reason, String by, Instant at) {}

    /**
     * What left the case after the first of these accounts had come; whether they were in it is not recorded.
     *
     * @param entry the number of the log entry
     */
    public record WentOut(long entry, Instant at, String what) {}

    /**
     * @param forms how the case writes the name; empty for a witness
     * @param restricted whether nothing of it is published or counted
     */
    public record Report(
            Id id,
            List<String> forms,
            boolean restricted,
            List<Held> accounts,
            List<Settled> decisions,
            List<WentOut> wentOut) {}

    private final CaseFile file;
    private final Deciding deciding;
    private final Targets.Target target;
    private final Set<Id> same;

    Subject(CaseFile file, Deciding deciding, String id) {
        this.file = file;
        this.deciding = deciding;
        target = Targets.of(file).find(id);
        if (target.kind() != Targets.Kind.IDENTITY && target.kind() != Targets.Kind.WITNESS) {
            throw new IllegalArgumentException(
                    "'" + id + "' is neither a name nor a witness; 'people' and 'accounts --json' list them");
        }
        same = Restrictions.joined(target.id(), file);
    }

    /** What the case holds; third parties are covered as in what is published. */
    public Report report() throws CaseException {
        Optional<Cluster> cluster = Clusters.of(file).stream()
                .filter(one -> one.members().contains(target.id()))
                .findFirst();
        Protection protection = cluster.isPresent()
                ? Protection.forSubject(
                        file, file.secret("pseudonyms"), cluster.get().id())
                : Protection.of(file, file.secret("pseudonyms"));
        Map<Id, Exhibit> exhibits = new HashMap<>();
        file.exhibits().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit));
        var held = new ArrayList<Held>();
        var first = new ArrayList<Instant>();
        try (Stream<Account> all = file.accounts()) {
            all.forEach(account -> {
                boolean speaks = account.speakers().stream().anyMatch(one -> same.contains(one.id()));
                List<Mention> mentions = file.mentions(account.id()).stream()
                        .filter(mention -> same.contains(mention.identity()))
                        .toList();
                if (speaks || !mentions.isEmpty()) {
                    Exhibit exhibit = exhibits.get(account.exhibit());
                    first.add(exhibit.added());
                    held.add(new Held(
                            account.id(),
                            account.exhibit(),
                            protection.line(exhibit.name()).text(),
                            speaks,
                            (speaks ? List.of(new Span(0, account.text().length())) : around(account, mentions))
                                    .stream()
                                            .map(span -> protection
                                                    .passage(account, span)
                                                    .text())
                                            .toList()));
                }
            });
        }
        var settled = file.decisions().stream()
                .filter(decision -> same.contains(decision.target()))
                .map(decision -> settled(decision, protection))
                .toList();
        boolean restricted = !restrictions().isEmpty();
        return new Report(
                target.id(),
                cluster.map(Cluster::forms).orElse(List.of()),
                restricted,
                held,
                settled,
                first.stream().min(Instant::compareTo).map(this::wentOut).orElse(List.of()));
    }

    private static Settled settled(Decision one, Protection protection) {
        return new Settled(
                one.target(),
                one.verdict().text(),
                protection.line(one.reason()).text(),
                one.by(),
                one.at());
    }

    /** The lines that name the person; long ones cut, those that touch joined. */
    private static List<Span> around(Account account, List<Mention> mentions) {
        String text = account.text();
        var spans = new TreeSet<Span>();
        for (Mention mention : mentions) {
            Span span = mention.span();
            if (span.length() > 0) {
                int start = Math.max(text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1, span.start() - AROUND);
                int line = text.indexOf('\n', span.end());
                int end = Math.min(line < 0 ? text.length() : line, span.end() + AROUND);
                spans.add(new Span(Math.min(start, span.start()), end));
            }
        }
        var joined = new ArrayList<Span>();
        for (Span span : spans) {
            if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
                Span before = joined.removeLast();
                joined.add(new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private List<WentOut> wentOut(Instant since) {
        try (Stream<Logged> log = file.log()) {
            return log.filter(logged -> !logged.at().isBefore(since))
                    .flatMap(logged -> logged.entry().flatMap(Subject::kind).stream()
                            .map(what -> new WentOut(logged.number(), logged.at(), what)))
                    .toList();
        }
    }

    /** What left the case by this entry; empty if nothing did. */
    static Optional<String> kind(Entry entry) {
        return entry instanceof Entry.Published
                ? Optional.of("published site")
                : entry instanceof Entry.Exported exported
                        ? Optional.of(exported.format() + (exported.unprotected() ? " export, unprotected" : " export"))
                        : Optional.empty();
    }

    private List<Id> restrictions() {
        return same.stream()
                .filter(one -> file.decision(one, new Verdict.Restrict().aspect())
                        .filter(decision -> decision.verdict() instanceof Verdict.Restrict)
                        .isPresent())
                .toList();
    }

    /**
     * From now on, no account that names the person or in which they speak is counted or published.
     *
     * @return how many accounts that are
     */
    public int restrict(String reason) throws CaseException {
        deciding.record(List.of(new Deciding.Request(target.id().toString(), new Verdict.Restrict().text(), reason)));
        return Restrictions.accounts(file).size();
    }

    /**
     * Takes a restriction back.
     *
     * @return whether there was one
     */
    public boolean lift(String reason) throws CaseException {
        List<Deciding.Request> requests = restrictions().stream()
                .map(one -> new Deciding.Request(one.toString(), new Verdict.Lift().text(), reason))
                .toList();
        if (!requests.isEmpty()) {
            deciding.record(requests);
        }
        return !requests.isEmpty();
    }
}
