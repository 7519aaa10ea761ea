package org.afterword.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@link Verdict#text()}. */
final class VerdictText {
    private static final String KNOWN =
            "keep, keep=ROLE, is=ROLE, agrees, withdraws, pseudonym, pseudonym=NAME, role=TEXT, generalise,"
                    + " generalise=TEXT, redact, not-a-name, same-as=ID,"
                    + " distinct-from=ID, accept, reject, change=FIELD:VALUE,…, reword=TEXT, consent=…, public=…,"
                    + " read, memo=TEXT, content-note=…, approve, vantage=…, baseline, also=NAME (FROM..UNTIL),"
                    + " predecessor=, successor=, split-from=, section-of=, sister=NAME (WHEN), claimed=COUNT (WHEN),"
                    + " observed=COUNT (WHEN), reply=CODE: TEXT, asked-for-reply=YYYY-MM-DD,"
                    + " not-asked-for-reply=WHY, knows=ID, prompted-by=ID, unconnected=ID, drew-on=TEXT, incident=NAME,"
                    + " not-incident=NAME, wants-to-see, seen-by-teller, risk-accepted, legal-review=TEXT, restrict, lift, retain-until=YYYY-MM-DD,"
                    + " show, show=X,Y,WIDTH,HEIGHT;…, withhold, describe=TEXT";

    private static final Pattern COUNT = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

    private VerdictText() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Keep(var as) -> as.map(role -> "keep=" + role).orElse("keep");
            case Verdict.Is(var role) -> "is=" + role;
            case Verdict.Agrees() -> "agrees";
            case Verdict.Withdraws() -> "withdraws";
            case Verdict.Pseudonym(var name) -> name.map(n -> "pseudonym=" + n).orElse("pseudonym");
            case Verdict.Role(var role) -> "role=" + role;
            case Verdict.Generalise(var wider) -> wider.isEmpty() ? "generalise" : "generalise=" + wider;
            case Verdict.Redact() -> "redact";
            case Verdict.NotAName() -> "not-a-name";
            case Verdict.SameAs(var other) -> "same-as=" + other;
            case Verdict.DistinctFrom(var other) -> "distinct-from=" + other;
            case Verdict.Accept() -> "accept";
            case Verdict.Reject() -> "reject";
            case Verdict.Change(var to) -> "change=" + to.text();
            case Verdict.Reword(var wording) -> "reword=" + wording;
            case Verdict.Allows(var consent) -> "consent=" + consent;
            case Verdict.Public(var publicness) -> "public=" + publicness;
            case Verdict.Read() -> "read";
            case Verdict.Approve(var seen) -> seen("approve", seen);
            case Verdict.SpeaksAs(var vantage) -> "vantage=" + vantage;
            case Verdict.Restrict() -> "restrict";
            case Verdict.Lift() -> "lift";
            case Verdict.RetainUntil(var day) -> "retain-until=" + day;
            case Verdict.Show(var boxes) ->
                boxes.isEmpty()
                        ? "show"
                        : "show=" + boxes.stream().map(Box::toString).collect(Collectors.joining(";"));
            case Verdict.Withhold() -> "withhold";
            case Verdict.Describe(var words) -> "describe=" + words;
            case Verdict.Memo(var words) -> "memo=" + words;
            case Verdict.Warns(var notes) -> "content-note=" + ContentNote.text(notes);
            case Verdict.Baseline() -> "baseline";
            case Verdict.Also(var name, var era) -> "also=" + new Era.Behind(name, era);
            case Verdict.Related(var kinship, var name, var era) -> kinship + "=" + new Era.Behind(name, era);
            case Verdict.Size(var claimed, var least, var most, var era) ->
                (claimed ? "claimed=" : "observed=")
                        + new Era.Behind(least == most ? "" + least : least + ".." + most, era);
            case Verdict.Reply(var code, var words) -> "reply=" + code + ": " + words;
            case Verdict.AskedForReply(var until) -> "asked-for-reply=" + until;
            case Verdict.NotAskedForReply(var why) -> "not-asked-for-reply=" + why;
            case Verdict.Knows(var other) -> "knows=" + other;
            case Verdict.PromptedBy(var other) -> "prompted-by=" + other;
            case Verdict.Unconnected(var other) -> "unconnected=" + other;
            case Verdict.DrewOn(var source) -> "drew-on=" + source;
            case Verdict.Incident(var name) -> "incident=" + name;
            case Verdict.NotIncident(var name) -> "not-incident=" + name;
            case Verdict.WantsToSee() -> "wants-to-see";
            case Verdict.SeenByTeller(var seen) -> seen("seen-by-teller", seen);
            case Verdict.RiskAccepted(var seen) -> seen("risk-accepted", seen);
            case Verdict.LegalReview(var words) -> "legal-review=" + words;
        };
    }

    private static String seen(String word, Optional<Sha256> hash) {
        return hash.map(one -> word + "=" + one).orElse(word);
    }

    static String aspect(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Keep _, Verdict.Pseudonym _, Verdict.Role _ -> "name";
            case Verdict.Generalise _, Verdict.Redact _, Verdict.NotAName _ -> "name";
            case Verdict.Is(var role) -> role.age() ? "age" : "role";
            case Verdict.Agrees _, Verdict.Withdraws _ -> "agreement";
            case Verdict.SameAs(var other) -> "same:" + other;
            case Verdict.DistinctFrom(var other) -> "same:" + other;
            case Verdict.Accept _, Verdict.Reject _, Verdict.Change _ -> "review";
            case Verdict.Reword _ -> "wording";
            case Verdict.Allows _ -> "consent";
            case Verdict.Public _ -> "public";
            case Verdict.Read _ -> "read";
            case Verdict.Approve _ -> "approve";
            case Verdict.SpeaksAs _ -> "vantage";
            case Verdict.Restrict _, Verdict.Lift _ -> "restriction";
            case Verdict.RetainUntil _ -> "retention";
            case Verdict.Show _, Verdict.Withhold _ -> "picture";
            case Verdict.Describe _ -> "description";
            case Verdict.Memo(var words) -> "memo:" + words;
            case Verdict.Warns _ -> "content-note";
            case Verdict.Baseline _ -> "baseline";
            case Verdict.Also(var name, var _) -> "also:" + name;
            case Verdict.Related(var kinship, var name, var _) -> kinship + ":" + name;
            case Verdict.Size(var claimed, var _, var _, var era) ->
                (claimed ? "claimed:" : "observed:") + era.map(Era::toString).orElse("");
            case Verdict.Reply(var code, var _) -> "reply:" + code;
            case Verdict.AskedForReply _, Verdict.NotAskedForReply _ -> "asked-for-reply";
            case Verdict.Knows(var other) -> "tie:" + other;
            case Verdict.PromptedBy(var other) -> "tie:" + other;
            case Verdict.Unconnected(var other) -> "tie:" + other;
            case Verdict.DrewOn(var source) -> "drew-on:" + source;
            case Verdict.Incident(var name) -> "incident:" + name;
            case Verdict.NotIncident(var name) -> "incident:" + name;
            case Verdict.WantsToSee _, Verdict.SeenByTeller _ -> "source-review";
            case Verdict.RiskAccepted _ -> "risk";
            case Verdict.LegalReview _ -> "legal-review";
        };
    }

    static Verdict parse(String text) {
        int equals = text.indexOf('=');
        String word = equals < 0 ? text : text.substring(0, equals);
        Optional<String> value = equals < 0
                ? Optional.empty()
                : Optional.of(text.substring(equals + 1).strip());
        return switch (word) {
            case "keep" -> {
                value.ifPresent(role -> need(word, value));
                yield new Verdict.Keep(value.map(PersonRole::parse));
            }
            case "is" -> new Verdict.Is(PersonRole.parse(need(word, value)));
            case "agrees" -> alone(new Verdict.Agrees(), word, value);
            case "withdraws" -> alone(new Verdict.Withdraws(), word, value);
            case "pseudonym" -> {
                value.ifPresent(name -> need(word, value));
                yield new Verdict.Pseudonym(value);
            }
            case "role" -> new Verdict.Role(need(word, value));
            case "generalise" -> new Verdict.Generalise(value.isEmpty() ? "" : need(word, value));
            case "redact" -> alone(new Verdict.Redact(), word, value);
            case "not-a-name" -> alone(new Verdict.NotAName(), word, value);
            case "same-as" -> new Verdict.SameAs(Id.parse(need(word, value)));
            case "distinct-from" -> new Verdict.DistinctFrom(Id.parse(need(word, value)));
            case "accept" -> alone(new Verdict.Accept(), word, value);
            case "reject" -> alone(new Verdict.Reject(), word, value);
            case "change" -> new Verdict.Change(CodingChange.parse(need(word, value)));
            case "reword" -> new Verdict.Reword(need(word, value));
            case "consent" -> new Verdict.Allows(Consent.parse(need(word, value)));
            case "public" -> new Verdict.Public(Publicness.parse(need(word, value)));
            case "read" -> alone(new Verdict.Read(), word, value);
            case "approve" -> new Verdict.Approve(value.map(Sha256::new));
            case "vantage" -> new Verdict.SpeaksAs(Vantage.parse(need(word, value)));
            case "show" -> new Verdict.Show(value.isEmpty() ? List.of() : boxes(need(word, value)));
            case "withhold" -> alone(new Verdict.Withhold(), word, value);
            case "describe" -> new Verdict.Describe(need(word, value));
            case "memo" -> new Verdict.Memo(need(word, value));
            case "content-note" -> new Verdict.Warns(ContentNote.parse(need(word, value)));
            case "baseline" -> alone(new Verdict.Baseline(), word, value);
            case "also" -> {
                var behind = Era.Behind.parse(need(word, value));
                yield new Verdict.Also(behind.text(), behind.era());
            }
            case "predecessor", "successor", "split-from", "section-of", "sister" -> {
                var behind = Era.Behind.parse(need(word, value));
                yield new Verdict.Related(kinship(word), behind.text(), behind.era());
            }
            case "claimed", "observed" -> size(word.equals("claimed"), Era.Behind.parse(need(word, value)));
            case "reply" -> reply(need(word, value));
            case "asked-for-reply" -> new Verdict.AskedForReply(day(need(word, value)));
            case "not-asked-for-reply" -> new Verdict.NotAskedForReply(need(word, value));
            case "knows" -> new Verdict.Knows(Id.parse(need(word, value)));
            case "prompted-by" -> new Verdict.PromptedBy(Id.parse(need(word, value)));
            case "unconnected" -> new Verdict.Unconnected(Id.parse(need(word, value)));
            case "drew-on" -> new Verdict.DrewOn(need(word, value));
            case "incident" -> new Verdict.Incident(need(word, value));
            case "not-incident" -> new Verdict.NotIncident(need(word, value));
            case "wants-to-see" -> alone(new Verdict.WantsToSee(), word, value);
            case "seen-by-teller" -> new Verdict.SeenByTeller(value.map(Sha256::new));
            case "risk-accepted" -> new Verdict.RiskAccepted(value.map(Sha256::new));
            case "legal-review" -> new Verdict.LegalReview(need(word, value));
            case "restrict" -> alone(new Verdict.Restrict(), word, value);
            case "lift" -> alone(new Verdict.Lift(), word, value);
            case "retain-until" -> new Verdict.RetainUntil(day(need(word, value)));
            default -> throw new IllegalArgumentException("'" + word + "' is not a decision. Known are: " + KNOWN);
        };
    }

    private static Kinship kinship(String word) {
        return Stream.of(Kinship.values())
                .filter(one -> one.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict.Reply reply(String text) {
        int colon = text.indexOf(": ");
        if (colon <= 0
                || text.substring(0, colon).contains(" ")
                || text.substring(colon + 2).isBlank()) {
            throw new IllegalArgumentException("'reply=' wants the code that is answered and the words: "
                    + "reply=practice/money-demand: TEXT, or reply=all: TEXT");
        }
        return new Verdict.Reply(
                text.substring(0, colon), text.substring(colon + 2).strip());
    }

    private static Verdict.Size size(boolean claimed, Era.Behind count) {
        Matcher matcher = COUNT.matcher(count.text());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + count.text() + "' is no number of people; write 300, or 40..60, and when: 300 (2019)");
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
        return new Verdict.Size(claimed, Math.min(least, most), Math.max(least, most), count.era());
    }

    private static List<Box> boxes(String text) {
        return Stream.of(text.split(";", -1)).map(Box::parse).toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no day; write it as 2027-05-01", e);
        }
    }

    private static Verdict alone(Verdict verdict, String word, Optional<String> value) {
        if (value.isPresent()) {
            throw new IllegalArgumentException("'" + word + "' takes no value");
        }
        return verdict;
    }

    private static String need(String word, Optional<String> value) {
        return value.filter(v -> !v.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "=' needs a value"));
    }
}
