package org.afterword;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.afterword.capture.Capture;
import org.afterword.capture.CaptureRecord;
import org.afterword.capture.DropFolder;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Names;
import org.afterword.casefile.NewCase;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Meaning;
import org.afterword.coding.Suggester;
import org.afterword.custody.Custody;
import org.afterword.custody.Roots;
import org.afterword.custody.Stamping;
import org.afterword.facts.Known;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.people.ByHand;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.protection.Exposure;
import org.afterword.protection.Protection;
import org.afterword.publishing.Kept;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.afterword.reading.OcrLanguages;
import org.afterword.witnesses.Witnesses;

/** A case, and what people do with it. */
public final class Case implements AutoCloseable {
    /** What a new case gives its owner: the open case, and the code to write down. */
    public record Created(Case opened, String recoveryCode) {
        @Override
        public String toString() {
            return "a new case";
        }
    }

    private final CaseFile file;
    private final Recording log;
    private final Kept published = new Kept();
    private final Searching searching;

    private Case(CaseFile file, Recording log, Searching searching) {
        this.file = file;
        this.log = log;
        this.searching = searching;
    }

    private static Case of(CaseFile file, String actor) {
        var log = new Recording(file, actor);
        return new Case(file, log, new Searching(file, log));
    }

    /**
     * @param actor who works with it, as the log is to say
     * @throws CaseException if there is something at the path already, or it cannot be written
     */
    public static Created create(Path path, Passphrase passphrase, String actor) throws CaseException {
        NewCase created = CaseFile.create(path, passphrase, Program.NAME_AND_VERSION);
        return new Created(of(created.file(), actor), created.recoveryCode());
    }

    /**
     * @param passphrase or the recovery code
     * @throws CaseException if it cannot be opened; its subclasses say why
     */
    public static Case open(Path path, Passphrase passphrase, String actor) throws CaseException {
        return of(CaseFile.open(path, passphrase), actor);
    }

    public Contents contents() {
        return file;
    }

    public CaseFile file() {
        return file;
    }

    /** The same open case for another who works at the same time, and takes back only their own. It is not closed. */
    public Case among(String other) {
        return new Case(file, log.among(other), searching);
    }

    /** Who works with it. */
    public String actor() {
        return log.actor();
    }

    /**
     * Keeps files, reads them, and finds names in them. Interrupted, it goes on where it was when it is run again.
     *
     * @param group what they tell of
     * @param baseline whether that is an ordinary group
     */
    public Adding.Added add(List<Path> paths, Optional<String> group, boolean baseline, Progress progress)
            throws IOException {
        return add(paths, group, baseline, Optional.empty(), false, progress);
    }

    /** The same for files that come one after the other, all kept before any is read, with the learned finder of names. */
    public Adding.Added add(Custody.Coming files, Optional<String> group, boolean baseline, Progress progress)
            throws IOException {
        return new Adding(file, log, progress, Optional.empty(), true).add(files, group, baseline);
    }

    /**
     * @param languages in which text in pictures is read; English and the case's if none are chosen
     * @param learned whether the learned finder is asked for names as well, or the rules alone
     */
    public Adding.Added add(
            List<Path> paths,
            Optional<String> group,
            boolean baseline,
            Optional<OcrLanguages> languages,
            boolean learned,
            Progress progress)
            throws IOException {
        return new Adding(file, log, progress, languages, learned).add(paths, group, baseline);
    }

    /**
     * Keeps a captured page, and reads it.
     *
     * @param group what it tells of
     * @param baseline whether that is an ordinary group
     */
    public Capturing.Kept keep(Capture page, Optional<String> group, boolean baseline, Progress progress)
            throws IOException {
        return new Capturing(file, log, progress).keep(page, group, baseline);
    }

    /**
     * Reads exhibits again with what the program can by now, and looks through what is new for names.
     *
     * @param exhibits which; all that another version of the readers read, if there is none
     * @param languages in which text in pictures is read; English and the case's if none are chosen
     */
    public List<Rereading.Reread> reread(List<Exhibit> exhibits, Optional<OcrLanguages> languages, Progress progress)
            throws IOException {
        List<Rereading.Reread> done = new Rereading(file, log, progress, languages).reread(exhibits);
        new Adding(file, log, progress, languages, true).finish();
        return done;
    }

    /** Takes in the captures that a watch left for this case. */
    public Collecting collect(DropFolder folder, Progress progress) throws IOException {
        return Collecting.collect(this, folder, progress);
    }

    /** How each page was captured, in the order in which they came into the case. */
    public List<CaptureRecord> captures() throws IOException {
        return Capturing.all(file);
    }

    /** Names that the finders did not see, found in every form in every account at once; gives how many new mentions. */
    public int addNames(Collection<String> several, IdentityKind kind) throws CaseException {
        Names names = ByHand.add(several, kind, file);
        log.names(names, ByHand.BY);
        return names.mentions().size();
    }

    /** Lets the learned finder look for names where it has not looked; gives why it could not, as a clause for people. */
    public Optional<String> learnNames(Progress progress) throws CaseException {
        return new Naming(file, log, progress).learned(false);
    }

    /** As {@link #suggest(Progress, Supplier)}, practices by phrases alone. */
    public Suggesting.Suggested suggest(Progress progress) throws CaseException {
        return new Suggesting(file, log, progress, Suggester.PHRASES, Optional::empty).suggest();
    }

    /**
     * Suggests practices and copies where nobody has looked yet; a second run over the same accounts costs nothing.
     *
     * @param meaning asked if there is something to look at; empty where it cannot run: phrases go on alone
     */
    public Suggesting.Suggested suggest(Progress progress, Supplier<Optional<Meaning>> meaning) throws CaseException {
        return new Suggesting(file, log, progress, Suggester.withMeaning(), meaning).suggest();
    }

    /**
     * A coding of a person's own, which stands as accepted by them; {@link Deciding#undo} takes it back.
     *
     * @param span inside one turn of the account
     * @throws IllegalArgumentException if there is no such code
     */
    public Suggestion code(Account account, Span span, Proposal.Coding coding) throws CaseException {
        Suggestion own = Codings.manual(account, span, Codebooks.of(file).versioned(coding), "person " + actor());
        deciding().coded(own);
        return own;
    }

    /** Takes in projects of other software. */
    public Importing importing(Progress progress) {
        return new Importing(file, log, progress);
    }

    public Codebooking codebooking() {
        return new Codebooking(file, log);
    }

    public Deciding deciding() {
        return new Deciding(file, log);
    }

    /**
     * @param id of a name or a witness, or enough of its first characters
     * @throws IllegalArgumentException if it is neither
     */
    public Subject subject(String id) {
        return new Subject(file, deciding(), id);
    }

    public Erasing erasing() {
        return new Erasing(file, actor());
    }

    public List<Cluster> people() {
        return Clusters.of(file);
    }

    public List<Coded> codings() {
        return Codings.of(file);
    }

    public Coding coding() {
        return new Coding(file, log);
    }

    /** Every date, length of time, amount and number of people, suggested and decided. */
    public List<Known> facts() {
        return Known.of(file);
    }

    /** Who says so, and who else. */
    public Corroborating corroborating() {
        return new Corroborating(file);
    }

    public Protection protection() {
        return log.protection();
    }

    /**
     * By what each witness might be known: for the archivist and the teller alone.
     *
     * @param accounts only those who tell in these; all if it is empty
     */
    public List<Exposure> exposures(Set<Id> accounts) {
        return Exposure.of(file, protection(), Witnesses.of(file), accounts);
    }

    public void release(Id exhibit, OutputStream out) throws IOException {
        Custody.release(file, exhibit, out);
    }

    /**
     * Asks authorities for time stamps; each kept stamp is logged.
     *
     * @param proxy through which they are asked; {@link Proxy#NO_PROXY} for none
     * @param roots whom to trust
     */
    public Stamping stamping(Proxy proxy, Roots roots) {
        return new Stamping(file, actor(), proxy, Stamping.PATIENCE, roots);
    }

    /** Publishes, or says what a person has to decide first. */
    public Publication.Outcome publish(Path site, Settings settings) throws IOException {
        try (Picturing pictures = picturing()) {
            return pictures.publish(site, settings);
        }
    }

    /** Pictures as strangers would see them; to be closed. */
    public Picturing picturing() {
        return new Picturing(file, log, published);
    }

    /** Sets groups beside ordinary ones. */
    public Comparing comparing() {
        return new Comparing(file, log);
    }

    public Exporting exporting() {
        return new Exporting(file, log);
    }

    public Searching searching() {
        return searching;
    }

    @Override
    public void close() throws CaseException {
        file.close();
    }
}
