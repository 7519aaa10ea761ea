package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Suggestions;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Warning;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Findings;
import org.afterword.reading.OcrLanguages;
import org.afterword.reading.Readers;
import org.afterword.reading.Reading;

/**
 * Reads exhibits again, with what the readers can by now. An account that reads differently gets a new version under
 * its old id; what is coded in it moves where its words are found, and only there. All of one exhibit or nothing.
 */
public final class Rereading {
    /** Who moved the codings. */
    static final String BY = "reread/1";

    /** The accounts of one exhibit are held in memory for comparing. */
    private static final int MOST = 100_000;

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;
    private final Optional<OcrLanguages> languages;
    private final Captured captured;
    private final Map<Id, Integer> order = new HashMap<>();

    Rereading(CaseFile file, Recording log, Progress progress, Optional<OcrLanguages> languages) {
        this.file = file;
        this.log = log;
        this.progress = progress;
        this.languages = languages;
        this.captured = new Captured(file);
    }

    /**
     * What became of one exhibit.
     *
     * @param accounts how many there are now
     * @param renewed how many of them are another version than before
     * @param added how many were not there before
     * @param gone how many are no longer there
     * @param moved codings that were moved with their words
     * @param lost codings whose words are not found any more, or not in one turn
     * @param note why it was left alone; empty if it was read
     */
    public record Reread(
            Exhibit exhibit,
            int accounts,
            int renewed,
            int added,
            int gone,
            int moved,
            List<Suggestion> lost,
            Optional<String> note) {
        public boolean changed() {
            return renewed + added + gone > 0;
        }
    }

    /**
     * @param chosen in this order; if there is none, all that other versions of the readers read, or that none could
     */
    List<Reread> reread(List<Exhibit> chosen) throws IOException {
        List<Exhibit> exhibits = chosen.isEmpty() ? outdated() : chosen;
        file.exhibits().forEach(exhibit -> order.put(exhibit.id(), order.size()));
        var done = new ArrayList<Reread>();
        try (var child = new ChildReader(languages.orElseGet(() -> Adding.usualLanguages(file)))) {
            for (Exhibit exhibit : exhibits) {
                done.add(reread(exhibit, child));
                progress.step("reading again", done.size(), exhibits.size());
            }
        }
        return done;
    }

    private List<Exhibit> outdated() {
        Set<Id> current = file.readings().stream()
                .filter(reading -> reading.reader().endsWith("/" + Readers.VERSION))
                .map(org.afterword.casefile.Reading::exhibit)
                .collect(Collectors.toSet());
        return file.exhibits().stream()
                .filter(exhibit -> !current.contains(exhibit.id()) && !captured.looksOnly(exhibit))
                .toList();
    }

    private Reread reread(Exhibit exhibit, ChildReader child) throws IOException {
        List<Id> before = file.accountIds(exhibit.id());
        if (file.bytesErased(exhibit.id()).isPresent()) {
            return left(exhibit, before.size(), "its bytes were erased; what is left of it stays");
        }
        if (before.size() > MOST) {
            return left(exhibit, before.size(), "it has more accounts than can be compared; what was read stays");
        }
        List<Account> old =
                before.stream().flatMap(id -> file.account(id).stream()).toList();
        try (Batch batch = log.batch();
                var origin = ItemOrigin.of(file, exhibit)) {
            var found = new Found(exhibit, new Custody(file, log.actor()), batch);
            Reading reading = child.read(exhibit.name(), exhibit.id(), exhibit.group(), origin, found);
            if (!old.isEmpty() && found.accounts.isEmpty()) {
                return left(exhibit, old.size(), "nothing was found in it this time; what was read before stays");
            }
            Versions versions = Versions.of(old, found.accounts);
            if (versions.same() && found.parts == 0 && readBy(exhibit).equals(Optional.of(reading.reader()))) {
                return new Reread(exhibit, old.size(), 0, 0, 0, 0, List.of(), Optional.empty());
            }
            return record(exhibit, reading, versions, batch);
        }
    }

    /** The reader and its version that the log names; a newer one that finds the same is named, so that it is not asked again. */
    private Optional<String> readBy(Exhibit exhibit) {
        return file.readings().stream()
                .filter(reading -> reading.exhibit().equals(exhibit.id()))
                .map(org.afterword.casefile.Reading::reader)
                .findFirst();
    }

    private static Reread left(Exhibit exhibit, int accounts, String why) {
        return new Reread(exhibit, accounts, 0, 0, 0, 0, List.of(), Optional.of(why));
    }

    private Reread record(Exhibit exhibit, Reading reading, Versions versions, Batch batch) throws IOException {
        var receiving = new Receiving(
                exhibit,
                batch,
                new Custody(file, log.actor()),
                account -> account,
                new Earlier(file),
                new Unpacked(file));
        for (Account account : versions.now()) {
            receiving.add(account);
        }
        receiving.again(versions.renewed().keySet().stream().toList());
        receiving.end(reading);
        var moved = new ArrayList<Suggestion>();
        var lost = new ArrayList<Suggestion>();
        for (Map.Entry<Id, Versions.Pair> renewed : versions.renewed().entrySet()) {
            for (Suggestion suggestion : file.suggestions(renewed.getKey())) {
                Optional<Suggestion> now = moved(suggestion, renewed.getValue());
                now.ifPresentOrElse(moved::add, () -> lost.add(suggestion));
            }
            readNoMore(renewed.getKey(), batch);
        }
        if (!moved.isEmpty()) {
            Id item = batch.put(ItemType.SUGGESTIONS, Frames.write(new Suggestions(List.of(), moved)));
            batch.add(new Entry.Suggested(item, BY, moved.size()), List.of(item));
        }
        batch.commit();
        return new Reread(
                exhibit,
                versions.now().size(),
                versions.renewed().size(),
                versions.added(),
                versions.gone(),
                (int) moved.stream().filter(one -> one.span().isPresent()).count(),
                lost,
                Optional.empty());
    }

    /** What a person has read was the version before. */
    private void readNoMore(Id account, Batch batch) {
        for (String aspect : List.of("read", "approve")) {
            for (Decision decision : file.decisions(account, aspect)) {
                batch.add(new Entry.Undone(decision.id(), log.actor()));
            }
        }
    }

    private static Optional<Suggestion> moved(Suggestion suggestion, Versions.Pair pair) {
        if (suggestion.span().isEmpty()) {
            return Optional.of(suggestion);
        }
        return Versions.moved(suggestion.span().get(), pair)
                .map(span -> new Suggestion(
                        suggestion.id(),
                        suggestion.target(),
                        Optional.<Span>of(span),
                        suggestion.proposal(),
                        suggestion.score(),
                        suggestion.reason(),
                        suggestion.by()));
    }

    /** What is found this time, as it would be kept; parts that the case has are not kept again. */
    private final class Found implements Findings {
        private final Exhibit exhibit;
        private final Custody custody;
        private final Batch batch;
        private final UnaryOperator<Account> placed;
        private final Earlier earlier = new Earlier(file);
        private final List<Account> accounts = new ArrayList<>();
        private int parts;

        Found(Exhibit exhibit, Custody custody, Batch batch) throws IOException {
            this.placed = captured.placed(exhibit.id());
            this.exhibit = exhibit;
            this.custody = custody;
            this.batch = batch;
        }

        @Override
        public void account(Account account) {
            Account given = placed.apply(account);
            List<Account> before = earlier.of(given).stream()
                    .filter(other -> order.get(other.exhibit()) < order.get(exhibit.id()))
                    .toList();
            Continued.of(given, before).account().ifPresent(accounts::add);
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            String place = Receiving.place(exhibit, path);
            if (file.exhibitAt(place).isPresent()) {
                bytes.transferTo(OutputStream.nullOutputStream());
            } else {
                custody.keep(place, bytes, exhibit.id(), exhibit.group(), batch);
                parts++;
            }
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    }
}
