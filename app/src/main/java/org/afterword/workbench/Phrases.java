package org.afterword.workbench;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.coding.Coded;
import org.afterword.coding.Judgement;
import org.afterword.model.Actor;
import org.afterword.model.Consent;
import org.afterword.model.ContentNote;
import org.afterword.model.Era;
import org.afterword.model.IdentityKind;
import org.afterword.model.Kinship;
import org.afterword.model.Proposal;
import org.afterword.model.Publicness;
import org.afterword.model.Standing;
import org.afterword.model.Target;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;
import org.afterword.model.When;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Copy;

/** The model's values in the workbench's words. */
final class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Phrases() {}

    /** What was decided: "is called “Anna”". */
    static String settled(Verdict verdict, State state) {
        return switch (verdict) {
            case Verdict.Keep(var as) ->
                as.map(role -> "stays readable, as " + role.words()).orElse("stays readable");
            case Verdict.Is(var role) -> "is " + role.words();
            case Verdict.Agrees _ -> "agreed to be named";
            case Verdict.Withdraws _ -> "does not agree to be named";
            case Verdict.Pseudonym(var name) ->
                name.map(n -> "is called “" + n + "”").orElse("gets a pseudonym");
            case Verdict.Role(var role) -> "is called “" + role + "”";
            case Verdict.Generalise(var wider) -> "is called “" + wider + "”";
            case Verdict.Redact _ -> "is left out";
            case Verdict.NotAName _ -> "is not a name";
            case Verdict.SameAs(var other) -> "is the same as “" + state.called(other) + "”";
            case Verdict.DistinctFrom(var other) -> "is not the same as “" + state.called(other) + "”";
            case Verdict.Accept _ -> "accepted";
            case Verdict.Reject _ -> "rejected";
            case Verdict.Change _ -> "changed and accepted";
            case Verdict.Reword _ -> "put in other words";
            case Verdict.Allows(var consent) -> "its author allows: " + consent(consent);
            case Verdict.Public(var publicness) -> publicness(publicness);
            case Verdict.Read _ -> "read";
            case Verdict.Approve _ -> "approved as strangers will see it";
            case Verdict.SpeaksAs(var vantage) -> "speaks as " + vantage(vantage);
            case Verdict.Memo(String words) -> "noted: " + words;
            case Verdict.Warns(var notes) ->
                notes.isEmpty() ? "needs no content note" : "tells of " + contentNotes(notes);
            case Verdict.Baseline _ -> "is an ordinary group";
            case Verdict.Restrict _ -> "is kept out of what is published";
            case Verdict.Lift _ -> "is no longer kept out of what is published";
            case Verdict.RetainUntil(var day) -> "is to be erased by " + day;
            case Verdict.Show(var boxes) ->
                boxes.isEmpty()
                        ? "is shown covered"
                        : "is shown covered, with " + count(boxes.size(), "box", "boxes") + " of your own";
            case Verdict.Withhold _ -> "is not shown";
            case Verdict.Describe(String words) -> "described: " + words;
            case Verdict.Also(var name, var era) -> "is also called “" + name + "”" + when(era);
            case Verdict.Related(var kinship, var name, var era) -> kinship(kinship, name) + when(era);
            case Verdict.Size size ->
                (size.claimed() ? "says that it has " : "was seen to have ")
                        + size.people()
                        + " people"
                        + when(size.era());
            case Verdict.Reply(var code, var words) ->
                "answers" + (code.equals(Verdict.Reply.ALL) ? "" : " to “" + State.code(code) + "”") + ": " + words;
            case Verdict.AskedForReply(var until) -> "was asked for a reply until " + until;
            case Verdict.NotAskedForReply(var why) -> "was not asked for a reply: " + why;
            case Verdict.Knows(var other) -> "is in touch with “" + state.called(other) + "”";
            case Verdict.PromptedBy(var other) -> "had read “" + state.called(other) + "” first";
            case Verdict.Unconnected(var other) -> "has nothing to do with “" + state.called(other) + "”";
            case Verdict.DrewOn(var source) -> "draws on " + source;
            case Verdict.Incident(var name) -> "tells of “" + name + "”";
            case Verdict.NotIncident(var name) -> "does not tell of “" + name + "”";
            case Verdict.WantsToSee _ -> "its teller asked to see it first";
            case Verdict.SeenByTeller _ -> "seen by its teller, who agreed";
            case Verdict.RiskAccepted _ -> "what is left in it was taken on as a risk";
            case Verdict.LegalReview(String words) -> "looked at by the law: " + words;
        };
    }

    /** "violence, and harm to children". */
    static String contentNotes(List<ContentNote> notes) {
        return notes.stream()
                .map(note -> note.toString().replace('-', ' ').replace("self harm", "self-harm"))
                .collect(Collectors.joining(", "));
    }

    private static String when(Optional<Era> era) {
        return era.map(one -> " (" + one + ")").orElse("");
    }

    private static String kinship(Kinship kinship, String name) {
        return switch (kinship) {
            case PREDECESSOR -> "came after “" + name + "”";
            case SUCCESSOR -> "went on as “" + name + "”";
            case SPLIT_FROM -> "split from “" + name + "”";
            case SECTION_OF -> "is a section of “" + name + "”";
            case SISTER -> "has “" + name + "” beside it";
        };
    }

    static String consent(Consent consent) {
        return switch (consent) {
            case NONE -> "nothing, not even to be counted";
            case COUNTS -> "to be counted, no words";
            case REWORDED -> "passages in our words";
            case VERBATIM -> "its own words, names changed";
            case ATTRIBUTED -> "its own words, with name and link";
        };
    }

    static String publicness(Publicness publicness) {
        return switch (publicness) {
            case YES -> "stands in public";
            case NO -> "never stood in public";
            case DELETED -> "stood in public, now deleted";
            case UNKNOWN -> "not known whether it stands in public";
        };
    }

    static String vantage(Vantage vantage) {
        return switch (vantage) {
            case MEMBER -> "a member";
            case LEAVER -> "a member who left";
            case STAYER -> "a member who stays";
            case CONTACT -> "somebody who met the group and never joined";
            case OFFICER -> "somebody with an office";
            case OUTSIDER -> "an outsider";
        };
    }

    /** Why it was suggested; and what each coder says, where they see it differently. */
    static String why(Coded coded, Optional<String> suggested) {
        if (coded.status() != Coded.Status.DISPUTED) {
            return suggested.orElse("");
        }
        String each = coded.judgements().stream()
                .map(one -> one.coder()
                        + (one.accepts() ? " accepts it" : " rejects it")
                        + (one.reason().isBlank() ? "" : " (" + one.reason() + ")"))
                .collect(Collectors.joining("; "));
        return "Coders see it differently: " + each + ". A third settles it, on the page Agreement.";
    }

    /** Who judged a coding, and how, with the reasons; and how it was settled. A sentence. */
    static String judged(Coded coded) {
        if (coded.judgements().isEmpty() && coded.adjudicated().isEmpty()) {
            return "Nobody has judged it yet.";
        }
        var parts = new ArrayList<String>();
        coded.judgements().forEach(one -> parts.add(judged(one)));
        coded.adjudicated().ifPresent(one -> parts.add("settled: " + judged(one)));
        return capital(String.join("; ", parts)) + ".";
    }

    /** "accepted by anna (he had to pay)". */
    static String judged(Judgement one) {
        String how = one.decision().isEmpty() ? "coded by hand by " : one.accepts() ? "accepted by " : "rejected by ";
        return how + one.coder() + (one.reason().isBlank() ? "" : " (" + one.reason() + ")");
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String standing(Standing standing) {
        return switch (standing) {
            case FIRST_HAND -> "first-hand";
            case TOLD_BY_NAMED -> "told by somebody named";
            case TOLD_BY_UNNAMED -> "told by somebody unnamed";
            case DOCUMENT -> "from a document";
            case OPINION -> "opinion";
            case SPECULATION -> "guess";
        };
    }

    /** What the standing does not say already. */
    static String detail(Proposal.Coding coding) {
        var parts = new ArrayList<String>();
        switch (coding.access()) {
            case EXPERIENCED -> parts.add("lived through");
            case SAW -> parts.add("seen");
            case TOLD_BY_NAMED, TOLD_BY_UNNAMED, DOCUMENT, NONE -> {}
        }
        switch (coding.claim()) {
            case EVENT -> parts.add("an event");
            case HABIT -> parts.add("a habit");
            case RULE -> parts.add("a rule");
            case INFERENCE -> parts.add("an inference");
            case OPINION, SPECULATION -> {}
        }
        coding.actor().ifPresent(actor -> parts.add("by " + actor(actor)));
        coding.circumstances().ifPresent(some -> {
            some.target()
                    .filter(target -> target != Target.UNKNOWN)
                    .ifPresent(target -> parts.add("to " + target(target)));
            some.unit().ifPresent(unit -> parts.add("in " + unit));
            some.period().ifPresent(period -> parts.add(period.toString()));
        });
        coding.group().ifPresent(group -> parts.add("of " + group));
        return String.join(", ", parts);
    }

    static String actor(Actor actor) {
        return switch (actor) {
            case LEADERSHIP -> "those who lead";
            case PEERS -> "other members";
            case AUTHOR -> "the speaker";
            case UNKNOWN -> "not said";
        };
    }

    static String target(Target target) {
        return switch (target) {
            case AUTHOR -> "the speaker";
            case MEMBERS -> "members";
            case LEAVERS -> "who left";
            case OUTSIDERS -> "outsiders";
            case UNKNOWN -> "not said";
        };
    }

    /** The day in words where the source leaves no doubt, else as the source writes it. */
    static String date(When when) {
        return when.day().map(DAY::format).orElse(when.written());
    }

    static String kind(IdentityKind kind) {
        return switch (kind) {
            case PERSON -> "person";
            case PLACE -> "place";
            case GROUP -> "group";
            case HANDLE -> "name on a platform";
            case EMAIL -> "e-mail address";
            case PHONE -> "telephone number";
            case LINK -> "link";
            case NUMBER -> "number";
            case ADDRESS -> "postal address";
            case BIRTH -> "date of birth";
            case AGE -> "age";
            case DETAIL -> "detail";
            case UNKNOWN -> "name of something";
        };
    }

    /** What of an account a stranger sees: a sentence. */
    static String shows(Quotability may) {
        return switch (may) {
            case Quotability.NotCounted(var reason) ->
                "A stranger sees nothing of it, and it is not counted. " + reason;
            case Quotability.CountsOnly(var reason, boolean rewordings) ->
                "A stranger sees "
                        + (rewordings ? "passages of it that a person has put in other words" : "none of its words")
                        + "; it is counted. " + reason;
            case Quotability.Reworded() -> "A stranger sees only passages of it that a person has put in other words.";
            case Quotability.Verbatim() -> "A stranger sees its own words, with names changed, as they stand here.";
            case Quotability.Attributed(var link, var name) ->
                "A stranger sees its own words, under the name " + name.text() + " and with a link to " + link.text()
                        + ".";
        };
    }

    static Sheets.Stage stage(Copy.Status status) {
        return switch (status) {
            case SUGGESTED -> Sheets.Stage.SUGGESTED;
            case ACCEPTED -> Sheets.Stage.ACCEPTED;
            case REJECTED -> Sheets.Stage.REJECTED;
        };
    }

    /** "1 account", "3 accounts". */
    static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
    }

    /** The beginning of a text, cut between words. */
    static String shortened(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int blank = line.lastIndexOf(' ', most);
        int cut = blank > most / 2 ? blank : most;
        if (Character.isHighSurrogate(line.charAt(cut - 1))) {
            cut--;
        }
        return line.substring(0, cut) + "…";
    }
}
