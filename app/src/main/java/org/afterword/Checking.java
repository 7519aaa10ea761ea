package org.afterword;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Codings;
import org.afterword.model.Account;
import org.afterword.model.CodingChange;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Facts;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.Protection;
import org.afterword.protection.Unconfirmed;

/** Makes decisions of what people ask to have recorded, each checked as if those before it held already. */
final class Checking {
    private final CaseFile file;
    private final Targets targets;
    private final Protection protection;
    private final String actor;
    private Optional<Codebooks> codebooks = Optional.empty();
    private final Map<Id, Facts> facts = new HashMap<>();

    Checking(CaseFile file, Recording log) {
        this.file = file;
        this.targets = Targets.of(file);
        this.protection = log.protection();
        this.actor = log.actor();
    }

    /** @throws Refused if one of them cannot be recorded */
    List<Decision> check(List<Deciding.Request> requests) {
        List<Decision> decisions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<Cluster> unconfirmed = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                decisions.addAll(check(requests.get(i)));
            } catch (IllegalArgumentException e) {
                problems.add((requests.size() > 1 ? "decision " + (i + 1) + ": " : "") + e.getMessage());
                if (e instanceof Unconfirmed one) {
                    unconfirmed.add(one.cluster());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Refused(
                    requests.size() > 1 ? Deciding.ending(problems, "; nothing was recorded") : problems, unconfirmed);
        }
        return decisions;
    }

    private List<Decision> check(Deciding.Request request) {
        Targets.Target target = targets.find(request.id());
        Verdict verdict = versioned(targets.fit(target, Verdict.parse(request.decision())));
        if (request.adjudicates()) {
            return List.of(adjudicated(target, verdict, request.reason()));
        }
        if (target.alias().isPresent()) {
            return List.of(bond(target.alias().get(), verdict, request.reason()));
        }
        Optional<Cluster> known = protection.cluster(target.id());
        if (verdict instanceof Verdict.Show) {
            showable(target.id(), request.reason());
        }
        if (known.isEmpty()) {
            return List.of(decision(target.id(), verdict, request.reason()));
        }
        Cluster cluster = known.get()
                .with(facts.getOrDefault(known.get().id(), known.get().facts()));
        Verdict checked = protection.check(cluster, verdict, request.reason(), request.confirmed());
        return switch (checked) {
            case Verdict.Keep(Optional<PersonRole> as)
            when as.isPresent() && !cluster.facts().is().equals(as) ->
                together(List.of(
                        said(cluster, decision(target.id(), new Verdict.Is(as.get()), request.reason())),
                        decision(target.id(), checked, request.reason())));
            case Verdict.Is(PersonRole role)
            when role == PersonRole.ADULT -> together(adult(cluster, target.id(), request.reason()));
            default -> List.of(said(cluster, decision(target.id(), checked, request.reason())));
        };
    }

    private void showable(Id exhibit, String reason) {
        Account account = Picturing.account(file, exhibit)
                .orElseThrow(() -> new IllegalArgumentException("only a picture in which text was read can be shown:"
                        + " what its author allows is recorded with that text"));
        PictureDecisions.against(account, protection).ifPresent(why -> {
            throw new IllegalArgumentException(
                    "the picture cannot be shown. " + why + " Its account is " + account.id());
        });
        if (reason.isBlank()) {
            throw new IllegalArgumentException("say why the picture is shown (--reason)");
        }
    }

    /** Read once, however many decisions there are. */
    private Codebooks codebooks() {
        if (codebooks.isEmpty()) {
            codebooks = Optional.of(Codebooks.of(file));
        }
        return codebooks.get();
    }

    /** A code that is chosen by hand is one that the case knows, as it is defined now. */
    private Verdict versioned(Verdict verdict) {
        return verdict instanceof Verdict.Change(CodingChange to) && to.code().isPresent()
                ? new Verdict.Change(to.with(codebooks().chosen(to.code().get()).version()))
                : verdict;
    }

    /** Takes back what was said of any member, so that none goes on being held for a minor. */
    private List<Decision> adult(Cluster cluster, Id target, String reason) {
        var minors = new ArrayList<Decision>();
        var adult = new Verdict.Is(PersonRole.ADULT);
        minors.add(said(cluster, decision(target, adult, reason)));
        cluster.members().stream()
                .filter(member -> !member.equals(target))
                .filter(member -> file.decision(member, adult.aspect()).isPresent())
                .sorted()
                .forEach(member -> minors.add(decision(member, adult, reason)));
        return minors;
    }

    private Decision said(Cluster cluster, Decision decision) {
        facts.put(
                cluster.id(), facts.getOrDefault(cluster.id(), cluster.facts()).and(decision));
        return decision;
    }

    private Decision adjudicated(Targets.Target target, Verdict verdict, String reason) {
        boolean review = verdict.aspect().equals(new Verdict.Accept().aspect());
        if (target.kind() != Targets.Kind.CODING || !review) {
            throw new IllegalArgumentException("what is adjudicated is a coding: accept, reject or change=…");
        }
        boolean own = Codings.byHand(file, target.id())
                        .filter(Decision.coder(actor)::equals)
                        .isPresent()
                || file.decision(target.id(), verdict.aspect(), Decision.coder(actor))
                        .isPresent();
        if (own) {
            throw new IllegalArgumentException(
                    "a third settles it, and '" + Decision.coder(actor)
                            + "' has judged this passage as a coder; give another --coder, or decide anew without --adjudicates");
        }
        return decision(target.id(), verdict, reason, true);
    }

    /** Taken back as one. */
    static List<Decision> together(List<Decision> decisions) {
        if (decisions.size() < 2) {
            return decisions;
        }
        Optional<Id> together = Optional.of(Id.random());
        return decisions.stream().map(one -> one.together(together)).toList();
    }

    /** What is decided about a proposed merge of two names is decided about the names. */
    private Decision bond(Targets.Pair pair, Verdict verdict, String reason) {
        return switch (verdict) {
            case Verdict.Accept accept -> decision(pair.one(), new Verdict.SameAs(pair.other()), reason);
            case Verdict.Reject reject -> decision(pair.one(), new Verdict.DistinctFrom(pair.other()), reason);
            default -> throw new IllegalArgumentException("two names are the same (accept) or not (reject)");
        };
    }

    private Decision decision(Id target, Verdict verdict, String reason) {
        return decision(target, verdict, reason, false);
    }

    private Decision decision(Id target, Verdict verdict, String reason, boolean adjudicates) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return switch (verdict) {
            // The same bond, whichever side it is said from, so that the later word on it holds.
            case Verdict.SameAs same
            when same.other().compareTo(target) < 0 ->
                new Decision(Id.random(), same.other(), new Verdict.SameAs(target), reason, actor, now);
            case Verdict.DistinctFrom distinct
            when distinct.other().compareTo(target) < 0 ->
                new Decision(Id.random(), distinct.other(), new Verdict.DistinctFrom(target), reason, actor, now);
            case Verdict.Read _, Verdict.Accept _, Verdict.Reject _, Verdict.Change _ ->
                new Decision(
                        Id.random(),
                        target,
                        verdict,
                        reason,
                        actor,
                        now,
                        Optional.empty(),
                        Optional.of(codebooks().inForce()),
                        adjudicates);
            default -> new Decision(Id.random(), target, verdict, reason, actor, now);
        };
    }
}
