package org.afterword.publishing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.afterword.coding.Coded;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.protection.Quotability;

/** Counts what could not be shown. */
final class LeftOut {
    private LeftOut() {}

    /**
     * @param copies how many accounts repeat another
     */
    static Shown.LeftOut of(Material material, List<Coded> coded, int copies) {
        int unread = 0;
        int refused = 0;
        int counted = 0;
        for (Map.Entry<Id, Quotability> entry : material.quotability().entrySet()) {
            Account account = material.accounts().get(entry.getKey());
            if (!entry.getValue().counted()) {
                refused++;
            } else if (!material.read(account)) {
                unread++;
            } else if (!material.shows(account)) {
                counted++;
            }
        }
        long unshown = material.accepted().values().stream()
                .filter(one -> !material.shows(one))
                .count();
        long unreviewed = coded.stream()
                .filter(one -> one.status() == Coded.Status.SUGGESTED || one.status() == Coded.Status.DISPUTED)
                .count();
        var withAccounts = new LinkedHashSet<Id>();
        material.all().forEach(account -> withAccounts.add(account.exhibit()));
        return new Shown.LeftOut(
                unread,
                refused,
                counted,
                copies,
                (int) unshown,
                (int) unreviewed,
                material.exhibits().size() - withAccounts.size());
    }
}
