package org.afterword.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.ListCase;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.DateBasis;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Fact;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Polarity;
import org.afterword.model.Precision;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.model.When;
import org.afterword.protection.Protection;

/** A case about the Lantern Circle, a fictional group, in lists; everything in it can be changed. */
final class FictionalCase extends ListCase {
    static final String MONEY = "practice/money-demand";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    final Group circle = new Group(id(), "The Lantern Circle", false);
    final Group rowing = new Group(id(), "Upper Weir Rowing Club", true);
    private long next;

    FictionalCase() {
        groups.add(circle);
        groups.add(rowing);
        decide(circle.id(), "not-asked-for-reply=They write to the families of whoever speaks.");
    }

    private Id id() {
        next++;
        return new Id(next * 0x9e3779b97f4a7c15L, next * 0xc2b2ae3d27d4eb4fL);
    }

    /** A letter: one teller. */
    Account letter(Group group, String title, String text, LocalDate written) {
        return account(group, title, List.of(text), List.of(), Optional.empty(), written);
    }

    /**
     * @param said what is said, turn by turn
     * @param names who says it; empty for one teller without a name
     */
    Account account(
            Group group, String title, List<String> said, List<String> names, Optional<String> url, LocalDate written) {
        var text = new StringBuilder();
        var turns = new ArrayList<Turn>();
        var speakers = new ArrayList<Speaker>();
        var distinct = names.isEmpty() ? List.of("") : names.stream().distinct().toList();
        distinct.forEach(name -> speakers.add(new Speaker(
                id(),
                name,
                name.isEmpty() ? Speaker.Kind.UNNAMED : Speaker.Kind.NAMED,
                name.equals("Asking") ? Speaker.Role.INTERVIEWER : Speaker.Role.TELLER)));
        for (int i = 0; i < said.size(); i++) {
            int from = text.length();
            text.append(said.get(i));
            turns.add(new Turn(
                    i,
                    new Span(from, text.length()),
                    names.isEmpty() ? 0 : distinct.indexOf(names.get(i)),
                    Turn.Voice.OWN,
                    i > 0 && names.get(i - 1).equals("Asking"),
                    Optional.empty()));
            text.append("\n\n");
        }
        var exhibit = new Exhibit(
                id(),
                "exports/" + (exhibits.size() + 1) + ".txt",
                Sha256.of(text.toString()),
                text.length(),
                Instant.EPOCH,
                exhibits.size(),
                Optional.of(group.id()));
        exhibits.add(exhibit);
        var account = new Account(
                id(),
                exhibit.id(),
                Optional.of(group.id()),
                "text",
                title,
                names.stream().filter(name -> !name.equals("Asking")).findFirst(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(When.day(written.toString(), written)),
                Optional.of("en"),
                url,
                Optional.empty(),
                text.toString(),
                speakers,
                turns);
        accounts.add(account);
        return account;
    }

    Identity person(String name, Account... where) {
        var identity = new Identity(id(), IdentityKind.PERSON, name, "test");
        identities.add(identity);
        for (Account account : where) {
            int at = account.text().indexOf(name);
            mentions.add(new Mention(
                    identity.id(),
                    account.id(),
                    at < 0 ? new Span(0, 0) : new Span(at, at + name.length()),
                    name,
                    "test",
                    1));
        }
        return identity;
    }

    /** An accepted coding of exactly these words. */
    Suggestion coded(Account account, String words, String code, Polarity polarity) {
        return coded(account, words, code, polarity, Access.EXPERIENCED);
    }

    Suggestion coded(Account account, String words, String code, Polarity polarity, Access access) {
        int at = account.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the account");
        }
        var suggestion = new Suggestion(
                id(),
                account.id(),
                Optional.of(new Span(at, at + words.length())),
                new Proposal.Coding(code, polarity, access, Claim.EVENT, Optional.empty()),
                1,
                "",
                "test");
        suggestions.add(suggestion);
        decide(suggestion.id(), "accept");
        return suggestion;
    }

    /** A date that stands in exactly these words. */
    Suggestion dated(Account account, String words, String from, String to, boolean accepted) {
        int at = account.text().indexOf(words);
        var suggestion = new Suggestion(
                id(),
                account.id(),
                Optional.of(new Span(at, at + words.length())),
                new Proposal.Stated(new Fact.Dated(
                        Optional.of(LocalDate.parse(from)),
                        Optional.of(LocalDate.parse(to)),
                        from.equals(to) ? Precision.DAY : Precision.MONTH,
                        DateBasis.STATED,
                        List.of(),
                        List.of())),
                1,
                "",
                "test");
        suggestions.add(suggestion);
        if (accepted) {
            decide(suggestion.id(), "accept");
        }
        return suggestion;
    }

    FictionalCase decide(Id target, String verdict) {
        return decide(target, Verdict.parse(verdict));
    }

    FictionalCase decide(Id target, Verdict verdict) {
        decided(target, verdict);
        return this;
    }

    FictionalCase keep(Identity who, String verdict, String reason) {
        decided(who.id(), Verdict.parse(verdict), reason);
        return this;
    }

    FictionalCase again(Decision decision) {
        decided(decision.target(), decision.verdict(), decision.reason());
        return this;
    }

    FictionalCase undo(Id target, String aspect) {
        decision(target, aspect).ifPresent(this::takeBack);
        return this;
    }

    /** Approves the account as it would be seen now. */
    FictionalCase approve(Account account) {
        var seen = Optional.of(protection().approvalHash(account));
        decided(account.id(), new Verdict.RiskAccepted(seen), "Told the teller, who takes it on.");
        return decide(account.id(), new Verdict.Approve(seen));
    }

    Protection protection() {
        return Protection.of(this, Sha256.of("what pseudonyms follow from").bytes());
    }

    /** Read, with that consent and not to be found in public, and approved. */
    FictionalCase allow(Account account, String consent) {
        return decide(account.id(), "read")
                .decide(account.id(), "consent=" + consent)
                .decide(account.id(), "public=no")
                .approve(account);
    }
}
