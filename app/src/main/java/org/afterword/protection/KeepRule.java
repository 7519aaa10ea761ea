package org.afterword.protection;

import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;

/**
 * Whose name may stay readable: an author's, an office-holder's, a public or historical figure's, and that of anybody
 * else who agreed; a minor's never. It is asked when a decision is recorded, and again whenever something is published.
 */
final class KeepRule {
    private static final String INSTEAD = "choose pseudonym, role=TEXT or redact";
    private static final String A_MINOR = "A minor is never named, whatever else is so; " + INSTEAD + ".";

    private static final String WHO = "Say who this is before the name can be kept: keep=historical-figure or"
            + " keep=author; keep=office-holder or keep=public-figure with a reason and a confirmation; anybody else only"
            + " with their own consent (agrees); keep=no-person if it names a place, a group or a thing. Or " + INSTEAD
            + ".";

    private KeepRule() {}

    /** Why a name that was kept cannot stand: a sentence without the name; empty if it can. */
    static Optional<String> against(Cluster cluster) {
        if (!cluster.mayBePerson()) {
            return Optional.empty();
        }
        if (cluster.facts().minor()) {
            return Optional.of(A_MINOR);
        }
        Decision decision = cluster.decision().orElseThrow();
        Optional<PersonRole> is = cluster.facts().is();
        if (is.isEmpty()) {
            return Optional.of("The name was kept, but it is not said who this is; decide anew (keep=ROLE, or"
                    + " keep=no-person for a place, a group or a thing), or " + INSTEAD + ".");
        }
        PersonRole role = is.orElseThrow();
        if (!decision.verdict().equals(new Verdict.Keep(is))) {
            return Optional.of("The name was kept, but not as " + role.words() + ", which it is now; decide anew (keep="
                    + role + "), or " + INSTEAD + ".");
        }
        if (!role.isPublic() && !cluster.facts().agreed()) {
            return Optional.of("The name of " + role.words()
                    + " was kept, and no consent to it holds; record one (agrees)," + " or " + INSTEAD + ".");
        }
        return !role.inOneStep() && decision.reason().isBlank()
                ? Optional.of(
                        "The name was kept without a reason; decide anew (keep=" + role + "), or " + INSTEAD + ".")
                : Optional.empty();
    }

    /**
     * What is to be recorded.
     *
     * @param confirmed whether a second confirmation was given
     * @throws Unconfirmed if only that is missing
     * @throws IllegalArgumentException with a sentence for the person who decides
     */
    static Verdict keep(Cluster cluster, Verdict.Keep asked, String reason, boolean confirmed) {
        boolean thing = asked.as().equals(Optional.of(PersonRole.NO_PERSON));
        if (!cluster.mayBePerson() && asked.as().isPresent() && !thing) {
            throw new IllegalArgumentException("The name of " + kind(cluster) + " needs no role; say 'keep'.");
        }
        if (thing ? !cluster.facts().person() && !foundAsPerson(cluster) : !cluster.mayBePerson()) {
            return asked;
        }
        if (cluster.facts().minor()) {
            throw new IllegalArgumentException(A_MINOR);
        }
        Optional<PersonRole> is = cluster.facts().is();
        PersonRole role = asked.as().or(() -> is).orElseThrow(() -> new IllegalArgumentException(WHO));
        allowed(cluster, role);
        boolean otherwise = is.isPresent() && !is.equals(Optional.of(role));
        if (role.inOneStep() && !otherwise) {
            return new Verdict.Keep(Optional.of(role));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "To keep the name of " + role.words() + ", give a reason that others can follow (--reason TEXT).");
        }
        if (!confirmed) {
            throw new Unconfirmed(
                    cluster,
                    "The name would stand in " + cluster.accounts()
                            + (cluster.accounts() == 1 ? " account" : " accounts")
                            + " for all to read; if that is meant, say it a second time with --confirm (in a file:"
                            + " \"confirmed\": true).");
        }
        return new Verdict.Keep(Optional.of(role));
    }

    private static void allowed(Cluster cluster, PersonRole role) {
        if (role == PersonRole.MINOR) {
            throw new IllegalArgumentException(A_MINOR);
        }
        if (role == PersonRole.ADULT) {
            throw new IllegalArgumentException(
                    "Being an adult is no ground to be named; say who this is, or " + INSTEAD + ".");
        }
        if (!role.isPublic() && role != PersonRole.NO_PERSON && !cluster.facts().agreed()) {
            throw new IllegalArgumentException(upper(role.words()) + " is named only with their own consent: record it"
                    + " with 'agrees' and a reason that says when and to whom, or " + INSTEAD + ".");
        }
    }

    /** Found as a person's name, or as one on a platform: that it is none wants a reason. */
    private static boolean foundAsPerson(Cluster cluster) {
        return switch (cluster.kind()) {
            case PERSON, HANDLE -> true;
            case UNKNOWN, PLACE, GROUP, EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> false;
        };
    }

    /** @throws IllegalArgumentException with a sentence for the person who decides */
    static Verdict agrees(Cluster cluster, Verdict verdict, String reason) {
        if (cluster.facts().minor()) {
            throw new IllegalArgumentException("A minor cannot agree to be named; " + INSTEAD + ".");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say when and to whom they agreed (--reason TEXT).");
        }
        return said(cluster, verdict);
    }

    /** @throws IllegalArgumentException if it is nothing that somebody can be */
    static Verdict is(Cluster cluster, Verdict.Is verdict, String reason) {
        boolean person = foundAsPerson(cluster) || cluster.facts().person();
        if (verdict.role() == PersonRole.NO_PERSON && person && reason.isBlank()) {
            throw new IllegalArgumentException("It was held for a person; say why it is none (--reason TEXT).");
        }
        return said(cluster, verdict);
    }

    static Verdict said(Cluster cluster, Verdict verdict) {
        if (cluster.kind().contact()) {
            throw new IllegalArgumentException(
                    "Only of a name can it be said who that is, not of " + kind(cluster) + ".");
        }
        return verdict;
    }

    /** @throws IllegalArgumentException if somebody said that it is a person */
    static Verdict noName(Cluster cluster, Verdict verdict) {
        if (cluster.facts().person()) {
            throw new IllegalArgumentException(
                    "It was decided who this is, so it is a name; say first that it is none (is=no-person), or "
                            + INSTEAD + ".");
        }
        return verdict;
    }

    private static String kind(Cluster cluster) {
        return switch (cluster.kind()) {
            case PERSON, HANDLE, UNKNOWN -> "a person";
            case PLACE -> "a place";
            case GROUP -> "a group";
            case EMAIL -> "an e-mail address";
            case PHONE -> "a phone number";
            case LINK -> "a link";
            case NUMBER -> "a number";
            case ADDRESS -> "a postal address";
            case BIRTH -> "a date of birth";
            case AGE -> "an age";
            case DETAIL -> "a detail";
        };
    }

    private static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
