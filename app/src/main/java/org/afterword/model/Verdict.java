package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
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
    String text();

    /** What it settles; verdicts that exclude each other share it. */
    String aspect();

    /** An identity stays readable. */
    record Keep() implements Verdict {
        @Override
        public String text() {
            return "keep";
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /**
     * An identity is called something else, everywhere the same.
     *
     * @param name the pseudonym; empty if the program is to choose it
     */
    record Pseudonym(Optional<String> name) implements Verdict {
        @Override
        public String text() {
            return name.map(n -> "pseudonym=" + n).orElse("pseudonym");
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /** An identity is called by its role ("a branch secretary"). */
    record Role(String role) implements Verdict {
        @Override
        public String text() {
            return "role=" + role;
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /** An identity is called by something wider ("a town in the north"); empty if the program is to choose it. */
    record Generalise(String wider) implements Verdict {
        @Override
        public String text() {
            return wider.isEmpty() ? "generalise" : "generalise=" + wider;
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /** An identity is left out, with a mark. */
    record Redact() implements Verdict {
        @Override
        public String text() {
            return "redact";
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /** What was found is no name. */
    record NotAName() implements Verdict {
        @Override
        public String text() {
            return "not-a-name";
        }

        @Override
        public String aspect() {
            return "name";
        }
    }

    /** Two identities, or two witnesses, are one. */
    record SameAs(Id other) implements Verdict {
        @Override
        public String text() {
            return "same-as=" + other;
        }

        @Override
        public String aspect() {
            return "same:" + other;
        }
    }

    /** Two identities, or two witnesses, are two. */
    record DistinctFrom(Id other) implements Verdict {
        @Override
        public String text() {
            return "distinct-from=" + other;
        }

        @Override
        public String aspect() {
            return "same:" + other;
        }
    }

    /** A suggestion is right. */
    record Accept() implements Verdict {
        @Override
        public String text() {
            return "accept";
        }

        @Override
        public String aspect() {
            return "review";
        }
    }

    /** A suggestion is wrong. */
    record Reject() implements Verdict {
        @Override
        public String text() {
            return "reject";
        }

        @Override
        public String aspect() {
            return "review";
        }
    }

    /** A suggestion is right once changed; accepted in this form. */
    record Change(CodingChange to) implements Verdict {
        @Override
        public String text() {
            return "change=" + to.text();
        }

        @Override
        public String aspect() {
            return "review";
        }
    }

    /** A person's wording of a passage that may not be quoted; the target is the accepted suggestion. */
    record Reword(String wording) implements Verdict {
        @Override
        public String text() {
            return "reword=" + wording;
        }

        @Override
        public String aspect() {
            return "wording";
        }
    }

    record Allows(Consent consent) implements Verdict {
        @Override
        public String text() {
            return "consent=" + consent;
        }

        @Override
        public String aspect() {
            return "consent";
        }
    }

    record Public(Publicness publicness) implements Verdict {
        @Override
        public String text() {
            return "public=" + publicness;
        }

        @Override
        public String aspect() {
            return "public";
        }
    }

    /** A person has read the account. */
    record Read() implements Verdict {
        @Override
        public String text() {
            return "read";
        }

        @Override
        public String aspect() {
            return "read";
        }
    }

    /**
     * A person has read the account's protected form and lets it go.
     *
     * @param protectedText the hash of exactly what was read; empty in what a person types, filled in before it is
     *     logged
     */
    record Approve(Optional<Sha256> protectedText) implements Verdict {
        @Override
        public String text() {
            return protectedText.map(hash -> "approve=" + hash).orElse("approve");
        }

        @Override
        public String aspect() {
            return "approve";
        }
    }

    record SpeaksAs(Vantage vantage) implements Verdict {
        @Override
        public String text() {
            return "vantage=" + vantage;
        }

        @Override
        public String aspect() {
            return "vantage";
        }
    }

    /** Nothing by or about a person is published until it is lifted; the target is a name or a witness. */
    record Restrict() implements Verdict {
        @Override
        public String text() {
            return "restrict";
        }

        @Override
        public String aspect() {
            return "restriction";
        }
    }

    /** A restriction holds no longer. */
    record Lift() implements Verdict {
        @Override
        public String text() {
            return "lift";
        }

        @Override
        public String aspect() {
            return "restriction";
        }
    }

    /** An exhibit or an account is to be gone on that day. Nothing happens by itself. */
    record RetainUntil(LocalDate day) implements Verdict {
        @Override
        public String text() {
            return "retain-until=" + day;
        }

        @Override
        public String aspect() {
            return "retention";
        }
    }

    /** A group is an ordinary one, to be set beside the others. */
    record Baseline() implements Verdict {
        @Override
        public String text() {
            return "baseline";
        }

        @Override
        public String aspect() {
            return "baseline";
        }
    }

    /** A group has another name as well. */
    record Also(String name) implements Verdict {
        @Override
        public String text() {
            return "also=" + name;
        }

        @Override
        public String aspect() {
            return "also:" + name;
        }
    }

    /** Reads the text form; {@link IllegalArgumentException} with a sentence that names what can stand there. */
    @JsonCreator
    static Verdict parse(String text) {
        return VerdictText.parse(text);
    }
}
