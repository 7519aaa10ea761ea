package org.afterword.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.findings.GroupHistory;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.protection.Clue;
import org.afterword.protection.Exposure;
import org.afterword.witnesses.Witnesses;

/**
 * What has to be settled before strangers read it, besides names and approvals: fairness to those of whom it speaks, and
 * what it may do to those who tell.
 */
final class Conditions {
    /** How many clues an obstacle names. */
    private static final int NAMED = 4;

    private final Material material;
    private final LocalDate today;
    private final Witnesses witnesses;
    private final List<Obstacle> unmet = new ArrayList<>();

    private Conditions(Material material, Witnesses witnesses, LocalDate today) {
        this.material = material;
        this.today = today;
        this.witnesses = witnesses;
    }

    /**
     * @param today by which the day until which a group may answer is over, or not
     */
    static List<Obstacle> unmet(Material material, Witnesses witnesses, LocalDate today) {
        var conditions = new Conditions(material, witnesses, today);
        GroupHistory.of(material.contents()).forEach(conditions::answered);
        conditions.shown(material.all().stream().filter(material::shows).toList());
        return List.copyOf(conditions.unmet);
    }

    /**
     * The same before words of these accounts alone go out. What one person tells of their own life is no finding about a
     * group, so none need be asked for its answer.
     */
    static List<Obstacle> unmet(Material material, Witnesses witnesses, Collection<Account> accounts) {
        var conditions = new Conditions(material, witnesses, LocalDate.MAX);
        conditions.shown(accounts.stream().filter(material::shows).toList());
        return List.copyOf(conditions.unmet);
    }

    private void shown(List<Account> accounts) {
        accounts.forEach(this::seen);
        risks(accounts);
        unmet.addAll(new NamedPeople(material, witnesses, accounts).obstacles());
    }

    /** Whoever is spoken of may answer, and has time for it. */
    private void answered(GroupHistory group) {
        boolean told = !group.group().baseline()
                && material.all().stream()
                        .anyMatch(account ->
                                account.group().filter(group.same()::contains).isPresent() && material.read(account));
        if (!told || !group.replies().isEmpty()) {
            return;
        }
        if (group.asked().isEmpty()) {
            unmet.add(new Obstacle(
                    "It is not recorded whether the group was asked for its answer: "
                            + group.group().name() + ".",
                    "",
                    Optional.of(group.group().id()),
                    "Tell it which practices are described, never passages, and decide asked-for-reply=YYYY-MM-DD, and"
                            + " reply=CODE: TEXT when it answers; or not-asked-for-reply=WHY, where asking is dangerous.",
                    List.of("asked-for-reply=", "not-asked-for-reply=")));
        } else if (group.asked().get() instanceof Verdict.AskedForReply(LocalDate until) && !until.isBefore(today)) {
            unmet.add(new Obstacle(
                    "The group may still answer, until " + until + ": "
                            + group.group().name() + ".",
                    "",
                    Optional.of(group.group().id()),
                    "Publish after that day, or record what it answers (reply=CODE: TEXT).",
                    List.of("reply=all: ")));
        }
    }

    /** Who asked to see it first waits for nothing else than to have seen it. */
    private void seen(Account account) {
        Optional<Verdict> asked = decided(account, new Verdict.WantsToSee());
        if (asked.filter(Verdict.WantsToSee.class::isInstance).isPresent()) {
            unmet.add(new Obstacle(
                    "The teller of this account asked to see it before it is published.",
                    material.file(account.id()),
                    Optional.of(account.id()),
                    "Show it as strangers would see it; decide \"seen-by-teller\" when the teller agrees. Silence is no"
                            + " approval.",
                    List.of("seen-by-teller")));
        } else if (asked.filter(verdict -> !holds(verdict, account)).isPresent()) {
            unmet.add(new Obstacle(
                    "What strangers would see of this account has changed since its teller saw it.",
                    material.file(account.id()),
                    Optional.of(account.id()),
                    "Show it again, and decide \"seen-by-teller\" anew when the teller agrees.",
                    List.of("seen-by-teller")));
        }
    }

    private Optional<Verdict> decided(Account account, Verdict like) {
        return material.contents().decision(account.id(), like.aspect()).map(Decision::verdict);
    }

    private boolean holds(Verdict verdict, Account account) {
        Optional<Sha256> seen = verdict instanceof Verdict.Seen of ? of.protectedText() : Optional.empty();
        return seen.filter(material.approvalHash(account)::equals).isPresent();
    }

    /** By what is left in it somebody may be known. */
    private void risks(List<Account> shown) {
        Map<Id, Account> open = shown.stream()
                .filter(account -> decided(account, new Verdict.RiskAccepted(Optional.empty()))
                        .filter(verdict -> holds(verdict, account))
                        .isEmpty())
                .collect(Collectors.toMap(Account::id, account -> account));
        if (open.isEmpty()) {
            return;
        }
        var left = new LinkedHashMap<Id, Set<String>>();
        Exposure.of(material.contents(), material.protection(), witnesses, open.keySet()).stream()
                .flatMap(exposure -> exposure.rare().stream())
                .flatMap(rare -> rare.clues().stream())
                .filter(clue -> open.containsKey(clue.account()))
                .forEach(clue -> left.computeIfAbsent(clue.account(), _ -> new LinkedHashSet<>())
                        .add(words(clue)));
        left.forEach((account, clues) -> unmet.add(new Obstacle(
                "By what is left in this account its teller may be known to some: "
                        + clues.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (clues.size() > NAMED ? " and " + (clues.size() - NAMED) + " more" : "") + ".",
                material.file(account),
                Optional.of(account),
                "Decide what is to stand there instead ('afterword exposure' shows all of it); or \"risk-accepted\", with"
                        + " a reason that says who takes it on.",
                List.of("risk-accepted"))));
    }

    private static String words(Clue clue) {
        return "“" + clue.words().replaceAll("\\s+", " ") + "”";
    }
}
