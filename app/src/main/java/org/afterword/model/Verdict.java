package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The content of a decision. Each has a text form, which the command line and the log use.
 *
 * <p>Of two verdicts on one target with the same {@link #aspect()} the later holds; verdicts whose aspect names
 * another thing ({@code same-as=ID}) hold side by side.
 */
public sealed interface Verdict {

    /** The text form: {@code keep}, {@code pseudonym=Anna}, {@code consent=verbatim}. */
    @JsonValue
    default String text() {
        return VerdictText.of(this);
    }

    /** What it settles; verdicts that exclude each other share it. */
    default String aspect() {
        return VerdictText.aspect(this);
    }

    /**
     * An identity stays readable.
     *
     * @param as for a person: the role in which the name may stand, as it was confirmed; empty for a place or a group,
     *     in what a person types, and in cases of before this was asked
     */
    record Keep(Optional<PersonRole> as) implements Verdict {
        public Keep() {
            this(Optional.empty());
        }
    }

    /**
     * Who somebody is in this case. It holds beside what is decided about the name; whether somebody is a minor is a
     * matter of its own.
     */
    record Is(PersonRole role) implements Verdict {}

    /** Somebody agreed to be named; the reason says when and to whom. */
    record Agrees() implements Verdict {}

    /** Somebody no longer agrees to be named, or never did. */
    record Withdraws() implements Verdict {}

    /**
     * An identity is called something else, everywhere the same.
     *
     * @param name the pseudonym; empty if the program is to choose it
     */
    record Pseudonym(Optional<String> name) implements Verdict {}

    /** An identity is called by its role ("a branch secretary"). */
    record Role(String role) implements Verdict {}

    /** An identity is called by something wider ("a town in the north"); empty if the program is to choose it. */
    record Generalise(String wider) implements Verdict {}

    /** An identity is left out, with a mark. */
    record Redact() implements Verdict {}

    /** What was found is no name. */
    record NotAName() implements Verdict {}

    /** Two identities, or two witnesses, are one. */
    record SameAs(Id other) implements Verdict {}

    /** Two identities, or two witnesses, are two. */
    record DistinctFrom(Id other) implements Verdict {}

    /** A suggestion is right. */
    record Accept() implements Verdict {}

    /** A suggestion is wrong. */
    record Reject() implements Verdict {}

    /** A suggestion is right once changed; accepted in this form. */
    record Change(CodingChange to) implements Verdict {}

    /** A person's wording of a passage that may not be quoted; the target is the accepted suggestion. */
    record Reword(String wording) implements Verdict {}

    record Allows(Consent consent) implements Verdict {}

    record Public(Publicness publicness) implements Verdict {}

    /** A person has read the account. */
    record Read() implements Verdict {}

    /**
     * A person has read the account's protected form, or looked at the covered picture, and lets it go.
     *
     * @param protectedText the hash of exactly what was seen; empty in what a person types, filled in before it is
     *     logged
     */
    record Approve(Optional<Sha256> protectedText) implements Seen {
        @Override
        public Approve of(Sha256 seen) {
            return new Approve(Optional.of(seen));
        }
    }

    /** It holds for exactly these bytes of an account's protected form, and lapses when they change. */
    sealed interface Seen extends Verdict permits Approve, SeenByTeller, RiskAccepted {
        /** The hash of exactly what was seen; empty in what a person types, filled in before it is logged. */
        Optional<Sha256> protectedText();

        /** The same of these bytes. */
        Seen of(Sha256 seen);
    }

    /** What has to be settled before words are published, besides names. */
    sealed interface OfPublishing extends Verdict permits WantsToSee, SeenByTeller, RiskAccepted, LegalReview {}

    /** The teller of an account asked to see it before it is published; silence is no approval. */
    record WantsToSee() implements OfPublishing {}

    /** The teller has seen the account's protected form, and agreed to it. */
    record SeenByTeller(Optional<Sha256> protectedText) implements OfPublishing, Seen {
        @Override
        public SeenByTeller of(Sha256 seen) {
            return new SeenByTeller(Optional.of(seen));
        }
    }

    /** By what is left in the account its teller may be known to some; the reason says who took that on, and why. */
    record RiskAccepted(Optional<Sha256> protectedText) implements OfPublishing, Seen {
        @Override
        public RiskAccepted of(Sha256 seen) {
            return new RiskAccepted(Optional.of(seen));
        }
    }

    /**
     * What is said of a person who can be known, and would be a crime, has a court's document behind it, or was looked at
     * by somebody who knows the law.
     *
     * @param words which, or who and when
     */
    record LegalReview(String words) implements OfPublishing {}

    record SpeaksAs(Vantage vantage) implements Verdict {}

    /** Nothing by or about a person is published until it is lifted; the target is a name or a witness. */
    record Restrict() implements Verdict {}

    /** A restriction holds no longer. */
    record Lift() implements Verdict {}

    /**
     * A picture is shown, covered; the target is the exhibit.
     *
     * @param boxes what a person covers besides what the rules cover, in pixels of the upright picture
     */
    record Show(List<Box> boxes) implements Verdict {
        public Show {
            boxes = List.copyOf(boxes);
        }
    }

    /** A picture is not shown, as one of which nothing was decided. */
    record Withhold() implements Verdict {}

    /** What a picture shows, for those who do not see it. */
    record Describe(String words) implements Verdict {}

    /** An exhibit or an account is to be gone on that day. Nothing happens by itself. */
    record RetainUntil(LocalDate day) implements Verdict {}

    /** What a person notes about an account or a coding; several hold side by side. */
    record Memo(String words) implements Verdict {}

    /**
     * What readers are told of before an account or a coded passage; empty if there is nothing to be told.
     *
     * @param notes each once, in the order of the vocabulary
     */
    record Warns(List<ContentNote> notes) implements Verdict {
        public Warns {
            notes = notes.stream().distinct().sorted().toList();
        }
    }

    /** A group is an ordinary one, to be set beside the others. */
    record Baseline() implements Verdict {}

    /**
     * A group has another name as well.
     *
     * @param era when it was called so
     */
    record Also(String name, Optional<Era> era) implements Verdict {}

    /** What is known of a group besides its names. */
    sealed interface OfGroup extends Verdict permits Related, Size, Reply, AskedForReply, NotAskedForReply {}

    /**
     * Another group has to do with the group.
     *
     * @param name the other's; it need not be in the case
     * @param era since when it is so, or when it happened
     */
    record Related(Kinship kinship, String name, Optional<Era> era) implements OfGroup {}

    /**
     * How many people a group had.
     *
     * @param claimed whether the group says so of itself; else it was counted or seen
     * @param least at least so many
     * @param most at most so many
     */
    record Size(boolean claimed, int least, int most, Optional<Era> era) implements OfGroup {
        /** "300", "40 to 60". */
        public String people() {
            return least == most ? Integer.toString(least) : least + " to " + most;
        }
    }

    /**
     * What the group answers.
     *
     * @param code the practice that it answers to; {@link #ALL} for all of it
     * @param words its own, or what it says in short
     */
    record Reply(String code, String words) implements OfGroup {
        /** Instead of a code. */
        public static final String ALL = "all";
    }

    /**
     * The group was asked for a reply: told which practices are described, never who tells.
     *
     * @param until the day until which it may answer
     */
    record AskedForReply(LocalDate until) implements OfGroup {}

    /** The group was not asked, because asking would be dangerous. */
    record NotAskedForReply(String why) implements OfGroup {}

    /** What ties witnesses to each other; the target is a witness. */
    sealed interface Tie extends Verdict permits Knows, PromptedBy, Unconnected, DrewOn {
        /** The witness at the other end. */
        default Optional<Id> with() {
            return Optional.empty();
        }
    }

    /** Two witnesses are in touch. */
    record Knows(Id other) implements Tie {
        @Override
        public Optional<Id> with() {
            return Optional.of(other);
        }
    }

    /** The witness had read or heard the other's account first. */
    record PromptedBy(Id other) implements Tie {
        @Override
        public Optional<Id> with() {
            return Optional.of(other);
        }
    }

    /** What was said of the two before does not hold: nothing ties them. */
    record Unconnected(Id other) implements Tie {
        @Override
        public Optional<Id> with() {
            return Optional.of(other);
        }
    }

    /** The witness tells from a leak, a document, a talk; who drew on the same has the same words behind it. */
    record DrewOn(String source) implements Tie {}

    /** Which event a coded passage tells of. */
    sealed interface OfIncident extends Verdict permits Incident, NotIncident {}

    /** A coded passage tells of this event. */
    record Incident(String name) implements OfIncident {}

    /** It does not tell of that event after all. */
    record NotIncident(String name) implements OfIncident {}

    /** Reads the text form; {@link IllegalArgumentException} with a sentence that names what can stand there. */
    @JsonCreator
    static Verdict parse(String text) {
        return VerdictText.parse(text);
    }
}
