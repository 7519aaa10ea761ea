package org.afterword;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Entry;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;

/**
 * One source's letters and those to them, in the order in which they came into the case.
 *
 * @param letters also those that only say that another one was seen to
 */
public record Dialogue(Id mailbox, List<Correspondence.Letter> letters) {
    public Dialogue {
        letters = List.copyOf(letters);
    }

    /** By mailbox, the one that wrote first first. */
    public static List<Dialogue> of(List<Correspondence.Letter> letters) {
        Map<Id, List<Correspondence.Letter>> byMailbox = new LinkedHashMap<>();
        letters.forEach(letter -> byMailbox
                .computeIfAbsent(letter.entry().mailbox(), _ -> new ArrayList<>())
                .add(letter));
        return byMailbox.entrySet().stream()
                .map(one -> new Dialogue(one.getKey(), one.getValue()))
                .toList();
    }

    /** What came in since somebody last wrote to them or said that they have seen it. */
    public List<Correspondence.Letter> unread() {
        List<Correspondence.Letter> unread = new ArrayList<>();
        for (Correspondence.Letter letter : letters) {
            LetterKind what = letter.entry().what();
            if (what.comesIn()) {
                unread.add(letter);
            } else if (what.goesOut() || what == LetterKind.SEEN) {
                unread.clear();
            }
        }
        return unread;
    }

    /** Whether somebody of the archive blocked it, or lifted that; empty if nobody did either. */
    public Optional<Boolean> blocked() {
        return letters.stream()
                .map(letter -> letter.entry().what())
                .filter(what -> what == LetterKind.BLOCKED || what == LetterKind.LIFTED)
                .reduce((_, last) -> last)
                .map(last -> last == LetterKind.BLOCKED);
    }

    /** Ids of the letters to them that lie in their mailbox. */
    public Set<Id> delivered() {
        return Correspondence.seenTo(letters, LetterKind.DELIVERED);
    }

    /** The letter in which the source said last what may be done with their words. */
    public Optional<Entry.Corresponded> wish() {
        return letters.stream()
                .map(Correspondence.Letter::entry)
                .filter(entry -> entry.what().comesIn() && entry.consent().isPresent())
                .max(java.util.Comparator.comparingLong(Entry.Corresponded::number));
    }

    /** What they want done with their words, also where they want to see it first. */
    public Optional<Consent> wants() {
        return wish().flatMap(Entry.Corresponded::consent);
    }
}
