package org.afterword;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.afterword.casefile.Import;
import org.afterword.casefile.Names;
import org.afterword.casefile.Suggestions;
import org.afterword.model.Account;
import org.afterword.model.Cited;
import org.afterword.model.CodingChange;
import org.afterword.model.Decision;
import org.afterword.model.Era;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Kinship;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.model.Warning;
import org.afterword.protection.Blackening;

/** What an erasure takes away, and what is left of a value when it has been taken away. */
final class Scope {
    /** Of which nothing stays. */
    final Set<Id> exhibits = new HashSet<>();
    /** Of which the bytes go, and the rest stays. */
    final Set<Id> bytes = new HashSet<>();

    final Set<Id> accounts = new HashSet<>();
    final Set<Id> identities = new HashSet<>();
    final Set<Id> speakers = new HashSet<>();
    final Set<Id> suggestions = new HashSet<>();
    final Set<Id> decisions = new HashSet<>();
    /** Identities that keep names together and stand nowhere any more: the name of one that stays. */
    final Map<Id, String> renamed = new HashMap<>();
    /** For a speaker who goes: one of the same person who stays. */
    final Map<Id, Id> sameSpeaker = new HashMap<>();
    /** Stretches of accounts that stay. */
    final Map<Id, List<Span>> black = new HashMap<>();

    Optional<Blackening> person = Optional.empty();

    String line(String text) {
        return person.map(names -> names.line(text)).orElse(text);
    }

    /** Whether something of it goes. */
    boolean says(String text) {
        return !line(text).equals(text);
    }

    /** Empty if nothing of it stays. */
    Optional<Account> left(Account account) {
        if (accounts.contains(account.id())) {
            return Optional.empty();
        }
        if (person.isPresent()) {
            return Optional.of(withoutName(account, person.get()));
        }
        List<Span> spans = black.getOrDefault(account.id(), List.of());
        return Optional.of(spans.isEmpty() ? account : withoutSpeakers(account, spans));
    }

    private static Account withoutName(Account account, Blackening names) {
        UnaryOperator<String> beside = text -> names.beside(account, text);
        return account.copy()
                .title(beside.apply(account.title()))
                .author(untouched(account.author(), beside))
                .poster(untouched(account.poster(), beside))
                .channel(untouched(account.channel(), beside))
                .sourceUrl(untouched(account.sourceUrl(), beside))
                .repostOf(untouched(account.repostOf(), beside))
                .text(names.text(account))
                .speakers(account.speakers().stream()
                        .map(one -> new Speaker(one.id(), beside.apply(one.name()), one.kind(), one.role()))
                        .toList())
                .threaded(account.threaded()
                        .map(one -> new Threaded(
                                untouched(one.id(), beside),
                                untouched(one.thread(), beside),
                                untouched(one.parent(), beside))))
                .anchors(account.anchors().stream()
                        .filter(one -> beside.apply(one.selector()).equals(one.selector()))
                        .toList())
                .cited(untouched(account.cited(), beside))
                .metadata(account.metadata().stream()
                        .filter(one -> beside.apply(one.value()).equals(one.value()))
                        .toList())
                .account();
    }

    private static List<Cited> untouched(List<Cited> cited, UnaryOperator<String> beside) {
        return cited.stream()
                .map(one -> new Cited(one.span(), one.kind(), untouched(one.target(), beside)))
                .toList();
    }

    private static Optional<String> untouched(Optional<String> text, UnaryOperator<String> beside) {
        return text.filter(one -> beside.apply(one).equals(one));
    }

    private Account withoutSpeakers(Account account, List<Span> spans) {
        Set<String> names = new HashSet<>();
        account.speakers().stream()
                .filter(one -> speakers.contains(one.id()) && one.kind() == Speaker.Kind.NAMED)
                .forEach(one -> names.add(one.name()));
        return account.copy()
                .author(account.author().filter(one -> !names.contains(one)))
                .poster(account.poster().filter(one -> !names.contains(one)))
                .text(Blackening.black(account.text(), spans))
                .speakers(account.speakers().stream().map(this::silent).toList())
                .turns(account.turns().stream()
                        .map(turn -> speakers.contains(account.speakerOf(turn).id()) ? silent(turn) : turn)
                        .toList())
                .cited(account.cited().stream()
                        .filter(one -> spans.stream().noneMatch(one.span()::overlaps))
                        .toList())
                .metadata(account.metadata().stream()
                        .filter(one -> names.stream().noneMatch(one.value()::contains))
                        .toList())
                .account();
    }

    private Speaker silent(Speaker one) {
        return speakers.contains(one.id()) ? new Speaker(one.id(), "", Speaker.Kind.UNNAMED, Speaker.Role.SYSTEM) : one;
    }

    private static Turn silent(Turn turn) {
        return new Turn(turn.index(), turn.span(), turn.speaker(), Turn.Voice.SYSTEM, turn.prompted(), turn.date());
    }

    List<Warning> left(List<Warning> warnings) {
        return warnings.stream()
                .map(one -> new Warning(line(one.where()), line(one.message())))
                .toList();
    }

    /**
     * @param texts the texts as they will be, of the accounts of which something is taken away
     */
    Names left(Names names, Map<Id, String> texts) {
        return new Names(
                names.accounts().stream().filter(id -> !accounts.contains(id)).toList(),
                names.identities().stream()
                        .filter(one -> !identities.contains(one.id()))
                        .map(one -> new Identity(
                                one.id(), one.kind(), renamed.getOrDefault(one.id(), one.name()), one.by()))
                        .toList(),
                names.mentions().stream()
                        .filter(one -> stays(one) && says(one, texts))
                        .toList());
    }

    /** Whether an identity is still named there. */
    boolean stays(Mention mention) {
        return !accounts.contains(mention.account())
                && !identities.contains(mention.identity())
                && black.getOrDefault(mention.account(), List.of()).stream().noneMatch(mention.span()::overlaps);
    }

    private static boolean says(Mention mention, Map<Id, String> texts) {
        String text = texts.get(mention.account());
        return text == null
                || mention.span().length() == 0
                || mention.span().end() > text.length()
                || mention.span().of(text).equals(mention.text());
    }

    Suggestions left(Suggestions all) {
        return new Suggestions(
                all.accounts().stream().filter(id -> !accounts.contains(id)).toList(),
                all.suggestions().stream()
                        .filter(one -> !suggestions.contains(one.id()))
                        .map(one -> person.isPresent() ? withoutName(one) : one)
                        .toList());
    }

    boolean stays(Suggestion one) {
        Set<Id> named = switch (one.proposal()) {
            case Proposal.CopyOf copy -> Set.of(copy.original());
            case Proposal.Alias alias -> Set.of(alias.other());
            case Proposal.Coding _, Proposal.Role _, Proposal.SpeaksAs _, Proposal.Stated _ -> Set.of();
        };
        return !gone(one.target())
                && named.stream().noneMatch(this::gone)
                && !renamed.containsKey(one.target())
                && named.stream().noneMatch(renamed::containsKey)
                && one.span()
                        .map(span -> black.getOrDefault(one.target(), List.of()).stream()
                                .noneMatch(span::overlaps))
                        .orElse(true);
    }

    Import left(Import all) {
        return new Import(
                line(all.project()),
                all.sources().stream()
                        .filter(source -> !gone(source.account()))
                        .map(source -> new Import.Source(source.account(), source.guid(), line(source.name())))
                        .toList(),
                all.codings().stream()
                        .filter(coding -> !suggestions.contains(coding.suggestion()))
                        .toList());
    }

    private boolean gone(Id id) {
        return accounts.contains(id) || identities.contains(id) || speakers.contains(id) || exhibits.contains(id);
    }

    private Suggestion withoutName(Suggestion one) {
        Proposal proposal = switch (one.proposal()) {
            case Proposal.Coding coding -> coding.named(this::line);
            case Proposal.Role(String role) -> new Proposal.Role(line(role));
            case Proposal.CopyOf copy -> copy;
            case Proposal.Alias alias -> alias;
            case Proposal.SpeaksAs speaks -> speaks;
            case Proposal.Stated stated -> stated;
        };
        return new Suggestion(one.id(), one.target(), one.span(), proposal, one.score(), line(one.reason()), one.by());
    }

    /** Empty if nothing of it stays. */
    Optional<Decision> left(Decision one) {
        if (one.verdict() instanceof Verdict.SameAs || one.verdict() instanceof Verdict.DistinctFrom) {
            return bond(one);
        }
        if (gone(one.target()) || suggestions.contains(one.target())) {
            return Optional.empty();
        }
        if (one.verdict() instanceof Verdict.Tie tie
                && tie.with().filter(this::gone).isPresent()) {
            return Optional.empty();
        }
        if (person.isEmpty()) {
            return Optional.of(one);
        }
        return Optional.of(one.with(one.target(), withoutName(one.verdict()), line(one.reason())));
    }

    /** Which are one stays known of those who stay, where it was known only through one who goes. */
    private Optional<Decision> bond(Decision one) {
        Id other = one.verdict() instanceof Verdict.SameAs(Id same)
                ? same
                : one.verdict() instanceof Verdict.DistinctFrom(Id distinct) ? distinct : one.target();
        Id left = sameSpeaker.getOrDefault(one.target(), one.target());
        Id right = sameSpeaker.getOrDefault(other, other);
        if (gone(left) || gone(right) || left.equals(right)) {
            return Optional.empty();
        }
        boolean moved = !left.equals(one.target()) || !right.equals(other);
        boolean quoting = moved || renamed.containsKey(left) || renamed.containsKey(right);
        Id first = left.compareTo(right) < 0 ? left : right;
        Id second = first.equals(left) ? right : left;
        Verdict verdict = one.verdict() instanceof Verdict.SameAs
                ? new Verdict.SameAs(moved ? second : other)
                : new Verdict.DistinctFrom(moved ? second : other);
        return Optional.of(one.with(moved ? first : one.target(), verdict, quoting ? "" : line(one.reason())));
    }

    private Verdict withoutName(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Role(String role) -> new Verdict.Role(line(role));
            case Verdict.Generalise(String wider) -> new Verdict.Generalise(line(wider));
            case Verdict.Reword(String wording) -> new Verdict.Reword(line(wording));
            case Verdict.Also(String name, Optional<Era> era) -> new Verdict.Also(line(name), era);
            case Verdict.Related(Kinship kinship, String name, Optional<Era> era) ->
                new Verdict.Related(kinship, line(name), era);
            case Verdict.Reply(String code, String words) -> new Verdict.Reply(code, line(words));
            case Verdict.NotAskedForReply(String why) -> new Verdict.NotAskedForReply(line(why));
            case Verdict.AskedForReply _ -> verdict;
            case Verdict.DrewOn(String source) -> new Verdict.DrewOn(line(source));
            case Verdict.Incident(String name) -> new Verdict.Incident(line(name));
            case Verdict.NotIncident(String name) -> new Verdict.NotIncident(line(name));
            case Verdict.Size _, Verdict.Knows _, Verdict.PromptedBy _, Verdict.Unconnected _ -> verdict;
            case Verdict.Memo(String words) -> new Verdict.Memo(line(words));
            case Verdict.Describe(String words) -> new Verdict.Describe(line(words));
            case Verdict.Change(CodingChange to) -> new Verdict.Change(to.named(this::line));
            case Verdict.Keep _, Verdict.Pseudonym _, Verdict.Redact _, Verdict.NotAName _ -> verdict;
            case Verdict.SameAs _, Verdict.DistinctFrom _, Verdict.Accept _, Verdict.Reject _ -> verdict;
            case Verdict.Allows _, Verdict.Public _, Verdict.Read _, Verdict.Approve _ -> verdict;
            case Verdict.SpeaksAs _, Verdict.Baseline _, Verdict.Restrict _, Verdict.Lift _ -> verdict;
            case Verdict.LegalReview(String words) -> new Verdict.LegalReview(line(words));
            case Verdict.OfPublishing _ -> verdict;
            case Verdict.Show _, Verdict.Withhold _, Verdict.Warns _ -> verdict;
            case Verdict.RetainUntil _, Verdict.Is _, Verdict.Agrees _, Verdict.Withdraws _ -> verdict;
        };
    }
}
