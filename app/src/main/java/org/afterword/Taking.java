package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.intake.About;
import org.afterword.intake.Inbox;
import org.afterword.intake.Stored;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;

/** Takes one letter of an inbox into the case, whole or not at all. */
final class Taking {
    private final CaseFile file;
    private final Recording log;

    Taking(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /**
     * @param group what it tells of
     * @return empty if it does not open: it was sealed for another case, changed, cut, or put into another mailbox
     */
    Optional<Entry.Corresponded> take(Inbox inbox, Stored letter, Optional<Id> group) throws IOException {
        List<Id> fresh = new ArrayList<>();
        try (Batch batch = log.batch();
                InputStream plain = file.dropBox().open(inbox.open(letter))) {
            About about = Inbox.read(plain, (part, bytes) -> keep(letter, part, bytes, group, batch, fresh));
            if (!about.mailbox().equals(letter.mailbox())) {
                return Optional.empty();
            }
            var entry = new Entry.Corresponded(
                    letter.mailbox(),
                    letter.id(),
                    about.kind(),
                    about.number(),
                    about.recipient(),
                    about.of(),
                    about.seen(),
                    about.consent(),
                    about.review(),
                    fresh,
                    Optional.empty());
            batch.add(entry);
            batch.commit();
            return Optional.of(entry);
        } catch (CaseException.NotForUs | CaseException.SourceBroken e) {
            return Optional.empty();
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            return Optional.empty(); // of the letter: what the case throws is caught above
        }
    }

    /** What a letter is for, with nothing of it kept; empty if it does not open. */
    Optional<LetterKind> kind(Inbox inbox, Stored letter) {
        try (InputStream plain = file.dropBox().open(inbox.open(letter))) {
            return Optional.of(Inbox.read(plain, (part, bytes) -> {}).kind());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void keep(Stored letter, String part, InputStream bytes, Optional<Id> group, Batch batch, List<Id> fresh)
            throws CaseException {
        String name = Exhibit.INBOX + letter.mailbox().toString().substring(0, 10) + "/"
                + letter.id().toString().substring(0, 10) + "/" + part;
        Batch.Put put = batch.take(ItemType.EXHIBIT, bytes);
        Optional<Id> same = file.exhibitWith(put.sha256());
        if (same.isPresent()) {
            batch.drop(put.item());
            batch.add(new Entry.ExhibitSeenAgain(same.get(), name, Optional.empty()));
            return;
        }
        Id exhibit = Id.random();
        batch.add(new Entry.ExhibitAdded(
                exhibit, name, put.sha256(), put.size(), put.item(), group, Optional.empty(), Optional.empty()));
        fresh.add(exhibit);
    }
}
