package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.capture.Capture;
import org.afterword.capture.CaptureRecord;
import org.afterword.capture.Own;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CapturedPage;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Names;
import org.afterword.custody.Custody;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.people.ByHand;

/** The way of captured pages into the case. */
public final class Capturing {
    /** What found the names of who captured. */
    public static final String BY = "capture/1";

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;

    Capturing(CaseFile file, Recording log, Progress progress) {
        this.file = file;
        this.log = log;
        this.progress = progress;
    }

    /**
     * What became of a captured page.
     *
     * @param exhibits what was kept of it; known ones, where the bytes were in the case before
     * @param accounts how many were read from it now
     */
    public record Kept(CaptureRecord how, List<Id> exhibits, int accounts) {}

    /**
     * Keeps the page and how it was captured, all of it or nothing; then reads it, and protects what leads to who
     * captured it. Interrupted in between, the rest is done with the next page or file that is added.
     */
    Kept keep(Capture capture, Optional<String> group, boolean baseline) throws IOException {
        var adding = new Adding(file, log, progress);
        Optional<Id> about = adding.about(group, baseline);
        List<Id> exhibits = new ArrayList<>();
        List<Id> fresh = new ArrayList<>();
        try (Batch batch = log.batch()) {
            for (Capture.Part part : capture.parts()) {
                exhibits.add(keep(part, capture.how(), about, batch, fresh));
            }
            Id item = batch.put(ItemType.CAPTURE, Frames.write(capture.how()));
            batch.add(new Entry.Captured(capture.how().url(), exhibits, item));
            batch.commit();
        }
        var added = adding.finish(new Custody.Kept(fresh, new ArrayList<>(), new ArrayList<>()));
        protect(capture.how().own());
        return new Kept(capture.how(), exhibits, added.accounts());
    }

    private Id keep(Capture.Part part, CaptureRecord how, Optional<Id> about, Batch batch, List<Id> fresh)
            throws CaseException {
        Sha256 hash = Sha256.of(part.bytes());
        Optional<Id> known = file.exhibitWith(hash);
        if (known.isPresent()) {
            batch.add(new Entry.ExhibitSeenAgain(known.get(), part.name(), Optional.empty()));
            return known.get();
        }
        Id exhibit = Id.random();
        Id item = batch.put(ItemType.EXHIBIT, part.bytes());
        batch.add(new Entry.ExhibitAdded(
                exhibit,
                part.name(),
                hash,
                part.bytes().length,
                item,
                about,
                Optional.of(how.at().toString()),
                Optional.empty()));
        if (!part.read()) {
            // its text is read from the page; a second account of it would be a second witness
            batch.add(new Entry.ExhibitRead(exhibit, BY, 1, List.of(), 0, 0, List.of(), Optional.empty(), List.of()));
        }
        fresh.add(exhibit);
        return exhibit;
    }

    /** As names of the case, so that no account shows them to strangers; a person can decide otherwise. */
    private void protect(List<Own> own) throws CaseException {
        for (Own one : own) {
            boolean nameable = one.value().codePoints().anyMatch(Character::isLetterOrDigit);
            if (nameable) {
                Names names = ByHand.add(one.value(), one.kind(), file);
                log.names(
                        new Names(
                                names.accounts(),
                                names.identities().stream()
                                        .map(identity ->
                                                new Identity(identity.id(), identity.kind(), identity.name(), BY))
                                        .toList(),
                                names.mentions().stream()
                                        .map(mention -> new Mention(
                                                mention.identity(),
                                                mention.account(),
                                                mention.span(),
                                                mention.text(),
                                                BY,
                                                mention.score()))
                                        .toList()),
                        BY);
            }
        }
    }

    /** How a page was captured, as the case has it. */
    static CaptureRecord how(CaseFile file, CapturedPage page) throws IOException {
        try (InputStream in = file.item(page.item())) {
            return Frames.read(in, CaptureRecord.class)
                    .orElseThrow(() -> new IOException("the record of a capture is empty"));
        }
    }

    static List<CaptureRecord> all(CaseFile file) throws IOException {
        List<CaptureRecord> records = new ArrayList<>();
        for (CapturedPage page : file.captures()) {
            records.add(how(file, page));
        }
        return records;
    }

    /** What the newest capture of a page tells of, of those that tell of a group. */
    public static Optional<Group> groupOf(CaseFile file, String url) {
        return file.captures().reversed().stream()
                .filter(page -> page.url().equals(url))
                .flatMap(page -> page.exhibits().stream())
                .flatMap(exhibit -> file.exhibit(exhibit).stream())
                .flatMap(exhibit -> exhibit.group().stream())
                .findFirst()
                .flatMap(id -> file.groups().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }
}
