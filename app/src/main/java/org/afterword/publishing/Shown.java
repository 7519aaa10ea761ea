package org.afterword.publishing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.afterword.model.ContentNote;
import org.afterword.model.Kinship;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Standing;
import org.afterword.model.Vantage;
import org.afterword.page.Dots;
import org.afterword.protection.Redacted;
import org.afterword.protection.RedactedPicture;
import org.afterword.witnesses.Range;

/**
 * What a stranger is shown: all that the site's templates get. No record here holds a string, so that nothing from a
 * case can reach a page but as {@link Redacted}; a test sees to it. Our own words come from {@link
 * org.afterword.page.Strings}.
 */
public interface Shown {
    /** Months, the exactest that a page says; {@code from} is not after {@code to}. */
    record Period(YearMonth from, YearMonth to) {}

    /**
     * A stretch of a redacted text.
     *
     * @param span in the redacted text (UTF-16 code units)
     */
    record Extract(Redacted source, Span span) {
        public String text() {
            return span.of(source.text());
        }
    }

    /**
     * How much of what there is was read.
     *
     * @param read by a person
     * @param copies of those, which repeat another account and add no witness
     */
    record Coverage(int accounts, int read, int copies, Range witnesses) {}

    /**
     * @param first the answer to begin with: the one to which most people speak
     */
    record Start(
            List<Group> groups,
            Optional<Finding> first,
            Optional<Redacted> runBy,
            List<Support> support,
            Optional<YearMonth> asOf,
            int readable) {}

    /** Somebody who helps. */
    record Support(Redacted name, Redacted what, Redacted where) {}

    /**
     * @param also other names of it, with their times
     * @param kin groups that it came from or has to do with
     * @param sizes how many people it says it has, or was seen to have
     * @param replies what it answers to all of it
     * @param steps of the way, in order
     * @param besides findings that belong to no step: what people valued, say
     * @param silent practices that belong to no step, of which nobody whose account was read says anything
     */
    record Group(
            Address address,
            Redacted name,
            List<Redacted> also,
            List<Kin> kin,
            List<Size> sizes,
            List<Redacted> replies,
            Optional<Asked> asked,
            boolean ordinary,
            Coverage coverage,
            Optional<Period> told,
            List<Step> steps,
            List<Finding> besides,
            List<Redacted> silent) {}

    /**
     * That somebody has said whether the group was asked for a reply.
     *
     * @param was why it was not is nobody's to read
     */
    record Asked(boolean was) {}

    /** Another group that a group has to do with. */
    record Kin(Kinship kinship, Redacted name) {}

    /**
     * @param claimed whether the group says so of itself
     */
    record Size(boolean claimed, Redacted people) {}

    /**
     * A step of the way through a group.
     *
     * @param silent practices of which nobody whose account was read says anything
     * @param nothing said where there are no findings
     * @param next of those who tell of it, who tell of the next step as well
     */
    record Step(
            Redacted question,
            List<Finding> findings,
            List<Redacted> silent,
            Optional<Redacted> nothing,
            Optional<Redacted> next) {}

    /**
     * One page of a finding. The passages go on from part to part; all else is the same on every part.
     *
     * @param cite where it is cited, for good
     * @param title the practice's name
     * @param question what a reader would ask
     * @param means the practice's definition
     * @param sentence the answer
     * @param people all whose accounts were read
     * @param deny how many say that it did not happen
     * @param mixed how many say both
     * @param voices what they say, as far as it may be shown
     * @param opposing what those say who say that it did not happen
     * @param counter the first of them, for beside the answer
     * @param replies what the group answers to it
     * @param unshown how many passages stand behind it that may not be shown
     * @param unreviewed how many suggestions nobody has decided
     */
    record Finding(
            Address address,
            Address cite,
            int parts,
            Redacted group,
            Address groupAddress,
            Redacted title,
            Redacted question,
            Redacted means,
            Redacted sentence,
            Dots dots,
            Range people,
            Range deny,
            Range mixed,
            List<Passage> voices,
            List<Passage> opposing,
            Optional<Passage> counter,
            Optional<Period> when,
            List<Redacted> replies,
            List<Beside> ordinary,
            Optional<Redacted> comparison,
            int unshown,
            int unreviewed) {
        /** The same, with other passages: those of more than one page. */
        Finding with(List<Passage> said, List<Passage> opposed) {
            return new Finding(
                    address,
                    cite,
                    parts,
                    group,
                    groupAddress,
                    title,
                    question,
                    means,
                    sentence,
                    dots,
                    people,
                    deny,
                    mixed,
                    said,
                    opposed,
                    counter,
                    when,
                    replies,
                    ordinary,
                    comparison,
                    unshown,
                    unreviewed);
        }

        /** Whether some say that it was not so, and nobody that it was. */
        public boolean onlyDenied() {
            return deny.high() > 0
                    && dots.people(Dots.Kind.FIRST_HAND, Dots.Kind.TOLD, Dots.Kind.MIXED)
                                    .high()
                            == 0;
        }
    }

    /**
     * The same practice in an ordinary group, as told from one vantage.
     *
     * @param from whom both sides are made of: those who left, say
     * @param lines the counts in words
     */
    record Beside(Redacted from, Side group, Side ordinary, List<Redacted> lines) {}

    /** One side of a comparison. */
    record Side(Redacted group, Dots dots) {}

    /**
     * @param vantage empty if nobody decided it
     * @param witness from 1, by which a page tells apart who speaks; another page numbers anew
     * @param reworded whether the words are a person's of ours, not the speaker's
     * @param prompted whether a question came first
     * @param notes what a reader is told of before
     * @param author the name under which its author wants to be quoted
     * @param source where it stands in public, for an attributed passage
     * @param account the whole account, where it may be read
     * @param commitment the leaf of the publication tree
     */
    record Passage(
            int witness,
            Optional<Vantage> vantage,
            Standing standing,
            boolean reworded,
            boolean prompted,
            Optional<Period> when,
            Redacted words,
            List<ContentNote> notes,
            Optional<Redacted> author,
            Optional<Redacted> source,
            Optional<Address> account,
            Sha256 commitment) {
        /** The passage's place on its page. */
        public String anchor() {
            // Digits alone: letters of a digest might spell a short name, and be taken for a leak.
            return "p-" + Long.parseLong(commitment.hex().substring(0, 8), 16);
        }
    }

    /**
     * One page of an account that may be read whole.
     *
     * @param part from 1 to {@code parts}
     * @param notes what a reader is told of before
     * @param picture in which it was read, on the first page
     */
    record Account(
            Address address,
            int part,
            int parts,
            Optional<Redacted> title,
            Optional<Redacted> author,
            Optional<Redacted> source,
            Optional<Redacted> group,
            Optional<Period> when,
            List<ContentNote> notes,
            List<Turn> turns,
            Optional<Picture> picture,
            Sha256 commitment) {
        public Account {
            turns = List.copyOf(turns);
        }

        /** The same, with other turns: those of more than one page. */
        Account with(List<Turn> other) {
            return new Account(
                    address, part, parts, title, author, source, group, when, notes, other, picture, commitment);
        }
    }

    /**
     * @param speaker as the account shows it; empty where there is nothing to show
     * @param number of the speaker, from 1; 0 where it need not be said who speaks
     * @param quoted whether the words are repeated from another
     */
    record Turn(Optional<Redacted> speaker, int number, boolean quoted, List<Extract> paragraphs) {}

    /**
     * A picture, covered.
     *
     * @param words what stands for it where it is not seen
     */
    record Picture(Address address, RedactedPicture picture, Extract words) {}

    /**
     * A place on a page, to be found by its words.
     *
     * @param passage where on the page; empty for what stands at its head
     * @param group empty for a group's own page, and for an account of none
     * @param title empty for an account without one
     */
    record Place(Address address, Optional<Passage> passage, Optional<Redacted> group, Optional<Redacted> title) {
        /** The address, with the place on the page. */
        public String link() {
            return address.file() + passage.map(one -> "#" + one.anchor()).orElse("");
        }
    }

    /** A word, as it is written somewhere, and the pages on which it stands. */
    record Entry(Extract word, List<Place> places) {}

    /** A page of the index: words that begin with a code point; a part, from 1 to {@code parts}. */
    record Letter(Address address, int letter, int part, int parts, List<Entry> entries) {
        public Letter {
            entries = List.copyOf(entries);
        }
    }

    /** What a later publication says otherwise, and since when. */
    record Correction(YearMonth month, Redacted words) {}

    record Method(List<Group> groups, Optional<YearMonth> asOf) {}

    /**
     * What could not be shown, in numbers.
     *
     * @param unread accounts that nobody has read yet
     * @param refused accounts whose authors did not allow any use: not counted either
     * @param countsOnly accounts of which nothing is shown but that they were counted
     * @param copies accounts that repeat another
     * @param unshown passages that stand behind a finding and may not be shown
     * @param unreviewed suggestions nobody has decided
     * @param unreadable files that could not be read
     */
    record LeftOut(int unread, int refused, int countsOnly, int copies, int unshown, int unreviewed, int unreadable) {}
}
