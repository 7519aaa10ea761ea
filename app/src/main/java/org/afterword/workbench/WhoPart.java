package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.PersonRole;
import org.afterword.people.Cluster;
import org.afterword.people.Facts;
import org.afterword.people.Roles;

/** Who somebody is, as decided or as it seems, and the page on which a person's name is kept. */
final class WhoPart {
    private WhoPart() {}

    /** Empty for a place, an address: what is nobody. */
    static Optional<Sheets.Who> of(Cluster cluster, List<Roles.Suggested> suggested) {
        if (!cluster.mayBePerson() && !cluster.facts().noPerson()) {
            return Optional.empty();
        }
        Facts facts = cluster.facts();
        var said = new ArrayList<String>();
        if (facts.minor()) {
            said.add("is a minor: never named");
        }
        facts.is().ifPresent(role -> said.add("is " + role.words()));
        if (facts.agreed()) {
            said.add("agreed to be named");
        }
        List<Sheets.Seems> seems = suggested.stream()
                .filter(one ->
                        one.role().age() ? facts.age().isEmpty() : facts.is().isEmpty())
                .map(one -> new Sheets.Seems(
                        one.role().toString(),
                        one.role().words(),
                        one.why(),
                        seen(one.role().age() ? facts.age() : facts.role())))
                .toList();
        return Optional.of(new Sheets.Who(
                String.join("; ", said),
                seems,
                options(facts.is()),
                seen(facts.role()),
                facts.minor(),
                seen(facts.age()),
                facts.agreed(),
                seen(facts.agreement())));
    }

    private static List<Sheets.Option> options(Optional<PersonRole> chosen) {
        return Arrays.stream(PersonRole.values())
                .filter(role -> !role.age())
                .map(role -> new Sheets.Option(role.toString(), role.words(), chosen.equals(Optional.of(role))))
                .toList();
    }

    /**
     * @param asked the role that was asked for, if one was
     * @param said why the name was not kept yet; empty for the first time
     * @param again whether it only has to be said a second time
     */
    static Sheets.KeepSheet keep(
            Desk desk,
            Cluster cluster,
            Optional<PersonRole> asked,
            String reason,
            String said,
            boolean again,
            String back) {
        Optional<PersonRole> as = asked.or(() -> cluster.facts().is())
                .or(() -> Roles.of(
                                desk.state().protection().clusters(),
                                List.of(cluster),
                                Map.of(
                                        cluster.id(),
                                        desk.state()
                                                .mentions(
                                                        cluster,
                                                        desk.state()
                                                                .protection()
                                                                .accounts(cluster))
                                                .limit(Roles.LOOKED_AT)
                                                .toList()),
                                desk.contents()::account)
                        .getOrDefault(cluster.id(), List.of())
                        .stream()
                        .map(Roles.Suggested::role)
                        .filter(role -> !role.age())
                        .findFirst());
        return new Sheets.KeepSheet(
                desk.frame("Afterword: keep a name", ""),
                cluster.name(),
                said,
                "The name stands " + Phrases.times(cluster.mentions()) + " in "
                        + Phrases.count(cluster.accounts(), "account", "accounts")
                        + (cluster.forms().size() > 1
                                ? String.format(
                                        Locale.ROOT,
                                        ", in %d forms; all of them would stay.",
                                        cluster.forms().size())
                                : "."),
                again,
                cluster.id().toString(),
                cluster.decision().map(one -> one.id().toString()).orElse(""),
                back,
                options(as),
                as.map(PersonRole::toString).orElse(""),
                reason);
    }

    static String seen(Optional<Decision> decision) {
        return decision.map(one -> one.id().toString()).orElse("");
    }
}
