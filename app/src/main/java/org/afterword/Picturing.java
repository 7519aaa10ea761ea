package org.afterword;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Correction;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.protection.Open;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.PictureProtection;
import org.afterword.protection.Protection;
import org.afterword.protection.RedactedPicture;
import org.afterword.publishing.Kept;
import org.afterword.publishing.Pictures;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Cleaned;
import org.afterword.reading.UnshownPicture;

/** The pictures of a case as strangers would see them, as it stands when this is made; and what is decided about them. */
public final class Picturing implements Pictures, AutoCloseable {
    private final CaseFile file;
    private final Recording log;
    private final Protection protection;
    private final Kept published;
    private Optional<ChildReader> child = Optional.empty();
    private Optional<PictureProtection> covering = Optional.empty();

    /**
     * @param published what earlier publications in this process left
     */
    Picturing(CaseFile file, Recording log, Kept published) {
        this.file = file;
        this.published = published;
        this.log = log;
        protection = log.protection();
    }

    /**
     * A picture of the case.
     *
     * @param account what was read in it
     * @param against why it may not be shown: a sentence; empty if it may
     */
    public record OfCase(Exhibit exhibit, Account account, PictureDecisions decided, Optional<String> against) {}

    /** Publishes, with the pictures that a person approved; or says what a person has to decide first. */
    Publication.Outcome publish(Path site, Settings settings) throws IOException {
        var corrections = new LinkedHashSet<>(corrections());
        boolean news = settings.correction().filter(corrections::add).isPresent();
        return logged(
                Publication.publish(
                        file,
                        protection,
                        file.secret("publication"),
                        settings,
                        List.copyOf(corrections),
                        LocalDate.now(ZoneOffset.UTC),
                        site,
                        this,
                        published),
                settings.correction().filter(_ -> news));
    }

    /** The same as one PDF. */
    public Publication.Outcome report(Path pdf, Settings settings) throws IOException {
        return logged(
                Publication.report(
                        file,
                        protection,
                        file.secret("publication"),
                        settings,
                        LocalDate.now(ZoneOffset.UTC),
                        pdf,
                        this),
                Optional.empty());
    }

    private Publication.Outcome logged(Publication.Outcome outcome, Optional<Correction> correction)
            throws IOException {
        if (outcome instanceof Publication.Published published) {
            log.record(new Entry.Published(published.root(), published.files(), log.actor(), correction));
        }
        return outcome;
    }

    /** What earlier publications corrected, in their order. */
    private List<Correction> corrections() {
        try (Stream<Logged> entries = file.log()) {
            return entries.flatMap(logged -> logged.entry().stream())
                    .flatMap(entry -> entry instanceof Entry.Published published
                            ? published.correction().stream()
                            : Stream.empty())
                    .toList();
        }
    }

    /** In the order of the case; not those in which no text was read. */
    public List<OfCase> all() {
        var pictures = new ArrayList<OfCase>();
        try (Stream<Account> accounts = file.accounts()) {
            accounts.filter(PictureDecisions::isPicture)
                    .forEach(account -> file.exhibit(account.exhibit())
                            .ifPresent(exhibit -> pictures.add(picture(exhibit, account))));
        }
        return List.copyOf(pictures);
    }

    /**
     * @param id the picture's or its account's, or enough of its first characters
     * @throws IllegalArgumentException if there is no such picture
     */
    public OfCase find(String id) {
        Id target = Targets.of(file).find(id).id();
        Account account = file.account(target)
                .filter(PictureDecisions::isPicture)
                .or(() -> account(file, target))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + id + "' is no picture in which text was read; 'afterword pictures CASE' lists those"));
        return picture(file.exhibit(account.exhibit()).orElseThrow(), account);
    }

    private OfCase picture(Exhibit exhibit, Account account) {
        return new OfCase(
                exhibit,
                account,
                PictureDecisions.of(exhibit.id(), file),
                PictureDecisions.against(account, protection));
    }

    /** What was read in a picture; empty if it is none, or nothing was read in it. */
    static Optional<Account> account(Contents contents, Id exhibit) {
        return contents.accountIds(exhibit).stream()
                .flatMap(id -> contents.account(id).stream())
                .filter(PictureDecisions::isPicture)
                .findFirst();
    }

    /**
     * As it would be with other boxes of a person's.
     *
     * @throws UnshownPicture if it cannot be looked at
     * @throws IllegalArgumentException if a box lies outside of it
     */
    public RedactedPicture covered(Account account, List<Box> byHand, Optional<String> description) throws IOException {
        Exhibit exhibit = file.exhibit(account.exhibit()).orElseThrow();
        if (file.bytesErased(exhibit.id()).isPresent()) {
            throw new UnshownPicture("a picture that was erased");
        }
        try (var origin = ItemOrigin.of(file, exhibit)) {
            return covering().cover(account, origin, byHand, description);
        }
    }

    /**
     * As it came, for whoever works with the case alone.
     *
     * @param page of a file that has pages, from 1; 0 for a picture
     * @throws UnshownPicture if it cannot be shown
     */
    public PictureProtection.Uncovered uncovered(Account account, int page) throws IOException {
        Exhibit exhibit = file.exhibit(account.exhibit()).orElseThrow();
        if (file.bytesErased(exhibit.id()).isPresent()) {
            throw new UnshownPicture("a picture that was erased");
        }
        try (var origin = ItemOrigin.of(file, exhibit)) {
            return PictureProtection.uncovered(reader(), origin, page);
        }
    }

    @Override
    public RedactedPicture covered(Account account, PictureDecisions decided) throws IOException {
        return covered(account, decided.boxes(), decided.description());
    }

    @Override
    public PictureProtection.Looked look(String path, byte[] png) throws IOException {
        return covering().look(path, png);
    }

    private PictureProtection covering() {
        if (covering.isEmpty()) {
            covering = Optional.of(new PictureProtection(protection, reader()));
        }
        return covering.get();
    }

    private ChildReader reader() {
        if (child.isEmpty()) {
            child = Optional.of(new ChildReader(Adding.usualLanguages(file)));
        }
        return child.get();
    }

    /** A copy of a JPEG, PNG or PDF without what it says of itself; gives what that is, or why there is no copy. */
    public Cleaned clean(Exhibit exhibit, OutputStream out) throws IOException {
        try (var origin = ItemOrigin.of(file, exhibit)) {
            return reader().cleaned(origin, out);
        }
    }

    /** The names in it that are not decided. */
    public List<Open> open(OfCase picture) {
        return protection.open(picture.account());
    }

    /**
     * Records that a person looked at the covered picture, and lets it go.
     *
     * @param seen the beginning of the hash of what was looked at: {@link RedactedPicture#seen()}
     * @throws Refused if it is not to be shown, a name in it is not decided, or it would look otherwise by now
     */
    public Decision approve(OfCase picture, String seen, String reason) throws IOException {
        var first = new ArrayList<String>();
        if (!picture.decided().shown()) {
            first.add("nobody has decided that it is shown (--show)");
        }
        picture.against().ifPresent(first::add);
        int open = open(picture).size();
        if (open > 0) {
            first.add(open + (open == 1 ? " name in it is" : " names in it are") + " not decided");
        }
        if (!first.isEmpty()) {
            throw refused(picture, String.join(", and ", first));
        }
        Sha256 now = covered(picture.account(), picture.decided()).seen();
        if (seen.length() < 8 || !now.hex().startsWith(seen)) {
            throw refused(picture, "what a stranger would see of it has changed since it was looked at");
        }
        var decision = new Decision(
                Id.random(),
                picture.exhibit().id(),
                new Verdict.Approve(Optional.of(now)),
                reason,
                log.actor(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        log.record(new Entry.Decided(decision));
        return decision;
    }

    private static Refused refused(OfCase picture, String why) {
        return new Refused(List.of("picture " + picture.exhibit().id() + " cannot be approved yet: " + why));
    }

    @Override
    public void close() {
        child.ifPresent(ChildReader::close);
    }
}
