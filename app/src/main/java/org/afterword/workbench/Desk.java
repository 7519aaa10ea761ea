package org.afterword.workbench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.afterword.Case;
import org.afterword.Searching;
import org.afterword.casefile.Claim;
import org.afterword.casefile.Contents;
import org.afterword.coding.Agreement;
import org.afterword.coding.Coded;
import org.afterword.comparison.Comparison;
import org.afterword.facts.Known;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.page.Strings;
import org.afterword.protection.Exposure;
import org.afterword.protection.PictureProtection;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;

/** The opened case on the desk: how it stands, and one change at a time. */
final class Desk {
    private static final Strings STRINGS = Strings.of(Locale.ENGLISH);
    /** So long a decision waits for work in the background to reach a place where it can be interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So long a page waits for what has to be worked out from the whole case. */
    private static final Duration WAIT = Duration.ofSeconds(3);

    /** So long whoever has opened the case has the tables and the processors for the pages that they see first. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private static final String ALL = "the case";
    private static final String NAMES = "who is named where";
    private static final String CODINGS = "what is coded";
    private static final String STATED = "dates and amounts";
    private static final String FINDINGS = "what witnesses say";
    private static final String WORDS = "which words stand where";

    private final Case opened;
    private final String token;
    private final boolean alone;
    private final String user;
    private final Consumer<Desk> changed;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Work work;
    private final Rest rest = new Rest(System::nanoTime);
    private volatile boolean textOnly;
    private final Standing standing;
    private Optional<State> state = Optional.empty();
    private final Pictures pictures;
    private final Soon soon = new Soon(WAIT);

    /**
     * @param alone whether somebody is here with what they tell themselves, and no word of codebooks
     * @param user who was let in by this name; empty for the one who has opened the case
     * @param changed told when more than a decision has changed
     */
    Desk(Case opened, String token, boolean alone, String user, Work work, Consumer<Desk> changed) {
        this.opened = opened;
        this.token = token;
        this.alone = alone;
        this.user = user;
        this.work = work;
        this.changed = changed;
        this.standing = new Standing(opened);
        this.pictures = new Pictures(opened);
    }

    /** Begins with what every page needs, before anybody asks for one. */
    void begin() {
        Soon.start(() -> soon.ahead(ALL, _ -> state()));
    }

    boolean alone() {
        return alone;
    }

    /** Something that changes the case. */
    interface Change<T> {
        T make() throws IOException;
    }

    /**
     * Waits a little for work in the background to come to where the case may be written into.
     *
     * @throws Busy if that takes long; then nothing was changed
     */
    <T> T change(Change<T> change) throws IOException {
        return inTurn(() -> {
            try {
                return change.make();
            } finally {
                forget();
                changed.accept(this);
            }
        });
    }

    private <T> T inTurn(Change<T> change) throws IOException {
        if (turn.isHeldByCurrentThread()) {
            return change.make();
        }
        // before the turn on the desk, so that others may read meanwhile
        try (Claim _ = opened.file()
                .claim(PATIENCE)
                .orElseThrow(() -> new Busy(work.running().map(Errand::name)))) {
            turn.lock();
            try {
                return change.make();
            } finally {
                turn.unlock();
            }
        }
    }

    Rest rest() {
        return rest;
    }

    /** Whether whoever is here wants to see no pictures. */
    boolean textOnly() {
        return textOnly;
    }

    void textOnly(boolean wanted) {
        textOnly = wanted;
    }

    /** What goes on in the background, and what came of the last. */
    Work work() {
        return work;
    }

    /** The case is not what it was: work in the background has ended. */
    void renew() {
        turn.lock();
        try {
            state = Optional.empty();
            forget();
        } finally {
            turn.unlock();
        }
    }

    /** How the case stands; while work goes on in the background, as it stood when the last decision was made. */
    State state() {
        turn.lock();
        try {
            State.Moment now = State.Moment.of(opened.file().touched());
            boolean working = work.running().isPresent();
            Optional<State> known = state.filter(one -> !one.isBroken())
                    .filter(one -> working
                            ? one.at().decided() == now.decided()
                            : one.at().equals(now));
            if (known.isEmpty()) {
                boolean first = state.isEmpty();
                forget();
                state = Optional.of(State.of(contents(), opened.file().touched(), standing));
                if (first) {
                    State opening = state.get();
                    Soon.start(() -> warm(opening));
                }
            }
            return state.orElseThrow();
        } finally {
            turn.unlock();
        }
    }

    /**
     * What was read in it, as strangers would see the picture.
     *
     * @throws UnshownPicture if it cannot be looked at
     */
    RedactedPicture picture(Account account) throws IOException {
        turn.lock();
        try {
            return pictures.covered(account);
        } finally {
            turn.unlock();
        }
    }

    /**
     * What it was read in, as it came; the one that was looked at last is kept.
     *
     * @param page of a file that has pages, from 1; 0 for a picture
     * @throws UnshownPicture if it cannot be shown
     */
    PictureProtection.Uncovered uncovered(Account account, int page) throws IOException {
        return pictures.uncovered(account, page);
    }

    private void forget() {
        pictures.forget();
    }

    /** Works out what takes long, so that nobody has to wait for it later. */
    private void warm(State first) {
        soon.ahead(NAMES, _ -> first.names());
        LockSupport.parkNanos(FIRST_LOOK.toNanos());
        soon.ahead("a trial of the list of names", _ -> Practice.names(this));
        soon.ahead(CODINGS, _ -> standing.coded());
        soon.ahead(STATED, _ -> standing.stated());
        soon.ahead(FINDINGS, _ -> standing.findings());
        soon.ahead(WORDS, opened.searching()::ready);
        soon.ahead("a trial of the search", _ -> Practice.search(this));
    }

    // What a page shows of the whole case; each throws NotYet if that takes too long.

    Headed<Coded> coded() {
        return soon.get(CODINGS, _ -> standing.coded());
    }

    Headed<Known> stated() {
        return soon.get(STATED, _ -> standing.stated());
    }

    List<Finding> findings() {
        return soon.get(FINDINGS, _ -> standing.findings());
    }

    List<Comparison> comparisons() {
        return soon.get("what ordinary groups look like", _ -> standing.comparisons());
    }

    List<Arrow> arrows() {
        return soon.get("what comes next", _ -> standing.arrows());
    }

    Agreement agreement(Agreement.Level level) {
        return soon.get(
                "how far coders agree, " + level.name().toLowerCase(Locale.ROOT) + " by "
                        + level.name().toLowerCase(Locale.ROOT),
                _ -> standing.agreement(level));
    }

    Searching searching() {
        soon.get(WORDS, opened.searching()::ready);
        return opened.searching();
    }

    List<Exposure> exposures(Set<Id> accounts) {
        String whose = accounts.isEmpty()
                ? "all who tell"
                : "who tells in account " + accounts.iterator().next();
        return soon.get("by what " + whose + " might be known", _ -> standing.exposures(accounts));
    }

    /** Who works here. */
    String coder() {
        return opened.coding().coder();
    }

    /** Whether this coder is to see what the program and others make of an account. */
    boolean sees(Id account) {
        return standing.sees(account);
    }

    Standing standing() {
        return standing;
    }

    Case opened() {
        return opened;
    }

    Contents contents() {
        return opened.contents();
    }

    /**
     * @param title of the window: our words, since they stay in the browser's history
     * @param here the address of the way that leads to this page; empty if none does
     */
    Sheets.Frame frame(String title, String here) {
        State now = state();
        Optional<Sheets.Last> last = opened.deciding()
                .last()
                .map(decision -> new Sheets.Last(
                        decision.id().toString(),
                        now.called(decision.target()),
                        Phrases.settled(decision.verdict(), now)));
        return new Sheets.Frame(
                Ways.page(title, Ways.of(alone, here), user),
                token,
                last,
                work.last().map(Errand::sheet),
                rest.look());
    }

    static Strings strings() {
        return STRINGS;
    }
}
