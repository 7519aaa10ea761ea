package org.afterword.posts.report;

import java.util.Optional;
import org.afterword.posts.dissent.Dissent;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;
import org.afterword.posts.group.Groups;
import org.afterword.posts.tie.Insularity;

/** Measures of groups as comma-separated values, one a row. */
final class GroupTable {
    private final StringBuilder rows = new StringBuilder(
            "group,accounts,measure,value,low,high,mean_by_chance,low_by_chance,high_by_chance,probability,draws\n");

    private GroupTable() {}

    static String of(Optional<Groups> groups, Optional<Insularity> insularity, Optional<Dissent> dissent) {
        var table = new GroupTable();
        groups.ifPresent(table::groups);
        insularity.ifPresent(table::insularity);
        dissent.ifPresent(table::dissent);
        return table.rows.toString();
    }

    private void groups(Groups groups) {
        for (Group group : groups.groups()) {
            group.measures().ifPresent(measures -> {
                row(group.name(), group.accounts(), "effective_accounts", measures.effective());
                row(group.name(), group.accounts(), "share_of_most_active_tenth", measures.tenth());
                measures.sameShared()
                        .ifPresent(share -> row(group.name(), group.accounts(), "share_of_shares_same", share));
                measures.nearlySame()
                        .ifPresent(share -> row(group.name(), group.accounts(), "share_of_pairs_nearly_same", share));
                measures.uniformity().ifPresent(uniform -> {
                    row(group.name(), group.accounts(), "share_of_runs_repeated", uniform.repeated());
                    row(group.name(), group.accounts(), "times_smaller_packed", uniform.packed());
                });
            });
        }
    }

    private void insularity(Insularity insularity) {
        insularity.whole().ifPresent(whole -> {
            row("", insularity.accounts(), "ei_index", whole.index());
            row("", insularity.accounts(), "modularity", whole.modularity());
        });
        for (Insularity.OfGroup group : insularity.groups()) {
            group.measures().ifPresent(measures -> {
                row(group.name(), group.accounts(), "ei_index", measures.index());
                row(group.name(), group.accounts(), "controversy", measures.controversy());
            });
        }
    }

    private void dissent(Dissent dissent) {
        for (Dissent.OfGroup group : dissent.groups()) {
            group.speaks().ifPresent(share -> row(group.name(), group.accounts(), "share_that_speaks_of_it", share));
            group.criticises().ifPresent(share -> row(group.name(), group.accounts(), "share_that_criticises", share));
            group.ofOwn().ifPresent(share -> row(group.name(), group.accounts(), "share_of_those_that_speak", share));
        }
    }

    private void row(String group, int accounts, String measure, Estimate estimate) {
        begin(group, accounts, measure, estimate);
        rows.append(",,,,,\n");
    }

    private void row(String group, int accounts, String measure, Against against) {
        begin(group, accounts, measure, against.value());
        for (double chance : new double[] {against.mean(), against.low(), against.high(), against.probability()}) {
            rows.append(',').append(chance);
        }
        rows.append(',').append(against.draws()).append('\n');
    }

    private void begin(String group, int accounts, String measure, Estimate estimate) {
        rows.append('"')
                .append(group.replace("\"", "\"\""))
                .append("\",")
                .append(accounts)
                .append(',')
                .append(measure);
        for (double value : new double[] {estimate.value(), estimate.low(), estimate.high()}) {
            rows.append(',').append(value);
        }
    }
}
