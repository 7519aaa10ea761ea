package org.afterword.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads {@link Verdict#text()}. */
final class VerdictText {
    private static final String KNOWN =
            "keep, pseudonym, pseudonym=NAME, role=TEXT, generalise, generalise=TEXT, redact, not-a-name, same-as=ID,"
                    + " distinct-from=ID, accept, reject, change=FIELD:VALUE,…, reword=TEXT, consent=…, public=…,"
                    + " read, approve, vantage=…, baseline, also=NAME, restrict, lift, retain-until=YYYY-MM-DD";

    private VerdictText() {}

    static Verdict parse(String text) {
        int equals = text.indexOf('=');
        String word = equals < 0 ? text : text.substring(0, equals);
        Optional<String> value = equals < 0
                ? Optional.empty()
                : Optional.of(text.substring(equals + 1).strip());
        return switch (word) {
            case "keep" -> alone(new Verdict.Keep(), word, value);
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
            case "baseline" -> alone(new Verdict.Baseline(), word, value);
            case "also" -> new Verdict.Also(need(word, value));
            case "restrict" -> alone(new Verdict.Restrict(), word, value);
            case "lift" -> alone(new Verdict.Lift(), word, value);
            case "retain-until" -> new Verdict.RetainUntil(day(need(word, value)));
            default -> throw new IllegalArgumentException("'" + word + "' is not a decision. Known are: " + KNOWN);
        };
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
