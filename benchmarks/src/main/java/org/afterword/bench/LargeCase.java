package org.afterword.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Names;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Codebook;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.AmountKind;
import org.afterword.model.Claim;
import org.afterword.model.Consent;
import org.afterword.model.CopyKind;
import org.afterword.model.DateBasis;
import org.afterword.model.Decision;
import org.afterword.model.Fact;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Polarity;
import org.afterword.model.Precision;
import org.afterword.model.Proposal;
import org.afterword.model.Publicness;
import org.afterword.model.Quantity;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;

/**
 * A case of many accounts in its file, half of them letters in files of their own, half comments of which a hundred came
 * in one; with names, suggestions and what two people decided. The same seed gives the same texts and decisions.
 */
final class LargeCase {
    static final String PASSPHRASE = "only for measuring";
    private static final int TOGETHER = 100;
    private static final int BATCH = 2_000;
    private static final int LONG = 200_000;

    private final Random random = new Random(31);
    private final Invented invented = new Invented(32);
    private final Vocabulary vocabulary = new Vocabulary(random);
    private final List<Group> groups = new ArrayList<>();
    private final List<Identity> names = new ArrayList<>();
    private final List<String> codes =
            Codebook.practices().codes().stream().map(code -> code.id()).toList();
    private final List<Decision> decisions = new ArrayList<>();
    private final CaseFile file;
    private final int accounts;

    private LargeCase(CaseFile file, int accounts) {
        this.file = file;
        this.accounts = accounts;
    }

    /** What is found in some accounts. */
    private static final class Found {
        private final List<Account> accounts = new ArrayList<>();
        private final List<Identity> identities = new ArrayList<>();
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Suggestion> suggestions = new ArrayList<>();
    }

    /** @param accounts how many; the last has 200,000 words */
    static void write(Path path, int accounts) throws IOException {
        try (Passphrase phrase = Passphrase.of(PASSPHRASE.toCharArray());
                CaseFile file =
                        CaseFile.create(path, phrase, "bench", Cost.CHEAP).file()) {
            new LargeCase(file, accounts).fill();
        }
    }

    private void fill() throws IOException {
        try (Batch batch = file.batch("bench")) {
            for (int i = 0; i < 5; i++) {
                groups.add(new Group(invented.id(), "Group " + (char) ('A' + i), i == 4));
                batch.add(new Entry.GroupNamed(groups.get(i)));
            }
            names.addAll(invented.people(Math.max(20, accounts * 6 / 100)));
            for (int i = 0; i < accounts / 100; i++) {
                String place = invented.people(1).getFirst().name();
                names.add(new Identity(
                        invented.id(), IdentityKind.PLACE, place.substring(0, place.indexOf(' ')), "bench"));
            }
            Id item = batch.put(ItemType.NAMES, Frames.write(new Names(List.of(), names, List.of())));
            batch.add(new Entry.NamesFound(item, "bench", names.size(), 0));
            batch.commit();
        }
        int done = 0;
        while (done < accounts) {
            int some = Math.min(BATCH, accounts - done);
            part(done, some);
            done += some;
        }
        for (int i = 0; i < names.size(); i++) {
            Identity name = names.get(i);
            if (i % 10 < 7) {
                decide(name.id(), i % 2 == 0 ? new Verdict.Redact() : new Verdict.NotAName(), "anna");
            }
            if (i % 50 == 49) {
                decide(name.id(), new Verdict.SameAs(names.get(i - 1).id()), "anna");
            }
        }
        for (int from = 0; from < decisions.size(); from += 10 * BATCH) {
            try (Batch batch = file.batch("anna")) {
                decisions
                        .subList(from, Math.min(decisions.size(), from + 10 * BATCH))
                        .forEach(decision -> batch.add(new Entry.Decided(decision)));
                batch.commit();
            }
        }
    }

    private void part(int from, int some) throws IOException {
        var found = new Found();
        try (Batch batch = file.batch("bench")) {
            for (int i = from; i < from + some; ) {
                int together = i / TOGETHER % 2 == 0 ? 1 : Math.min(TOGETHER - i % TOGETHER, from + some - i);
                Group group = groups.get(i / TOGETHER % groups.size());
                var here = new ArrayList<Account>();
                Id exhibit = invented.id();
                for (int j = 0; j < together; j++) {
                    here.add(account(i + j, exhibit, group, found));
                }
                keep(batch, exhibit, i, group, here);
                i += together;
            }
            List<Id> ids = found.accounts.stream().map(Account::id).toList();
            Id item = batch.put(ItemType.NAMES, Frames.write(new Names(ids, found.identities, found.mentions)));
            batch.add(new Entry.NamesFound(item, "bench", found.identities.size(), found.mentions.size()));
            Id suggested = batch.put(ItemType.SUGGESTIONS, Frames.write(new Suggestions(ids, found.suggestions)));
            batch.add(new Entry.Suggested(suggested, "bench", found.suggestions.size()));
            batch.commit();
        }
    }

    private static void keep(Batch batch, Id exhibit, int number, Group group, List<Account> here) throws IOException {
        byte[] bytes = (number + here.getFirst().text()).getBytes(StandardCharsets.UTF_8);
        Id item = batch.put(ItemType.EXHIBIT, new ByteArrayInputStream(bytes));
        batch.add(new Entry.ExhibitAdded(
                exhibit,
                "received/" + number + ".txt",
                Sha256.of(number + here.getFirst().text()),
                bytes.length,
                item,
                Optional.of(group.id()),
                Optional.empty(),
                Optional.empty()));
        Id texts = batch.put(ItemType.ACCOUNTS, AccountTexts.write(here));
        batch.add(new Entry.ExhibitRead(
                exhibit, "text", 1, List.of(texts), here.size(), 0, List.of(), Optional.empty(), List.of()));
    }

    private record Named(Identity identity, Span span) {}

    private Account account(int number, Id exhibit, Group group, Found found) {
        boolean last = number == accounts - 1;
        int sentences = last ? LONG / 12 : 5 + random.nextInt(16);
        var text = new StringBuilder();
        var named = new ArrayList<Named>();
        var said = new ArrayList<Span>();
        for (int i = 0; i < sentences; i++) {
            int start = text.length();
            text.append(vocabulary.text(10));
            if (random.nextInt(last ? 40 : 6) == 0) {
                named(text, named, names.get((int) (names.size() * Math.pow(random.nextDouble(), 3))));
            } else if (i == 0 && number % 10 == 0) {
                var address =
                        new Identity(invented.id(), IdentityKind.EMAIL, "writer" + number + "@example.org", "bench");
                found.identities.add(address);
                named(text, named, address);
            }
            said.add(new Span(start, text.length()));
            text.append(i % 5 == 4 ? ".\n\n" : ". ");
        }
        int date = text.length();
        int year = 1970 + random.nextInt(50);
        text.append("That was in ")
                .append(year)
                .append(", and I paid ")
                .append(10 + number % 900)
                .append(" pounds.");
        Account account = invented.account(exhibit, Optional.of(group.id()), text.toString(), "teller" + number);
        found.accounts.add(account);
        named.forEach(one -> found.mentions.add(new Mention(
                one.identity().id(), account.id(), one.span(), one.span().of(account.text()), "bench", 1)));
        suggest(account, said, date, year, number, found);
        decided(account, number);
        return account;
    }

    private static void named(StringBuilder text, List<Named> named, Identity one) {
        int start = text.length();
        text.append(one.name());
        named.add(new Named(one, new Span(start, text.length())));
    }

    private void suggest(Account account, List<Span> said, int date, int year, int number, Found found) {
        for (int i = 0; i < 3; i++) {
            Span span = said.get(random.nextInt(said.size()));
            var coding = new Proposal.Coding(
                    codes.get((number + 7 * i) % codes.size()),
                    i == 2 ? Polarity.DENIES : Polarity.REPORTS,
                    Access.EXPERIENCED,
                    Claim.EVENT,
                    Optional.empty());
            Suggestion one = suggestion(account, Optional.of(span), coding);
            found.suggestions.add(one);
            if (number % 5 < 2) {
                decide(one.id(), i == 1 ? new Verdict.Reject() : new Verdict.Accept(), "anna");
            }
            if (number % 20 == 0) {
                decide(one.id(), i == 0 ? new Verdict.Reject() : new Verdict.Accept(), "ben");
            }
        }
        int at = account.text().indexOf("in " + year, date);
        var day = LocalDate.of(year, 1, 1);
        var dated = new Fact.Dated(
                Optional.of(day),
                Optional.of(day.plusYears(1).minusDays(1)),
                Precision.YEAR,
                DateBasis.STATED,
                List.of(),
                List.of());
        found.suggestions.add(suggestion(account, Optional.of(new Span(at, at + 7)), new Proposal.Stated(dated)));
        if (number % 5 == 0) {
            int paid = account.text().indexOf(Integer.toString(10 + number % 900), at + 7);
            var amount = new Fact.Amount(
                    List.of(AmountKind.values()).get(number / 5 % AmountKind.values().length),
                    Quantity.of(BigDecimal.valueOf(10 + number % 900)),
                    Optional.of("GBP"),
                    "pounds",
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            found.suggestions.add(suggestion(
                    account, Optional.of(new Span(paid, account.text().length() - 1)), new Proposal.Stated(amount)));
        }
        if (number % 50 == 49) {
            Account other = found.accounts.get(random.nextInt(found.accounts.size() - 1));
            found.suggestions.add(
                    suggestion(account, Optional.empty(), new Proposal.CopyOf(other.id(), CopyKind.NEAR_COPY, .5)));
            Identity name = names.get(number % names.size());
            Identity like = names.get((number + 1) % names.size());
            found.suggestions.add(new Suggestion(
                    invented.id(), name.id(), Optional.empty(), new Proposal.Alias(like.id()), .5, "", "bench"));
        }
    }

    private Suggestion suggestion(Account account, Optional<Span> span, Proposal proposal) {
        return new Suggestion(invented.id(), account.id(), span, proposal, .9, "it says so", "bench");
    }

    private void decided(Account account, int number) {
        if (number % 5 < 2) {
            decide(account.id(), new Verdict.Read(), "anna");
            decide(account.id(), new Verdict.Allows(number % 10 == 0 ? Consent.VERBATIM : Consent.COUNTS), "anna");
            decide(account.id(), new Verdict.Public(Publicness.NO), "anna");
            decide(account.speakers().getFirst().id(), new Verdict.SpeaksAs(Vantage.MEMBER), "anna");
        }
        if (number % 20 == 0) {
            decide(account.id(), new Verdict.Read(), "ben");
        }
    }

    private void decide(Id target, Verdict verdict, String by) {
        decisions.add(new Decision(
                invented.id(), target, verdict, "", by, Instant.ofEpochSecond(1_750_000_000L + decisions.size())));
    }
}
