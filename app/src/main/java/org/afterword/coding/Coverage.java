package org.afterword.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/**
 * Who has read which account, and by which codebooks. What nobody has read is not silent: nothing can be said of it.
 *
 * @param inForce the codebooks by which is read now, as {@link Codebooks#inForce()} has them
 * @param accounts in the order of the case
 */
public record Coverage(String inForce, List<Line> accounts) {
    private static final String READ = new Verdict.Read().aspect();

    /** An account and who has read it, in the order in which they last said so. */
    public record Line(Id account, List<Reading> readings) {
        public boolean read() {
            return !readings.isEmpty();
        }

        /** Whether somebody has read it by the codebooks in force. */
        public boolean current(String inForce) {
            return readings.stream().anyMatch(one -> one.under().equals(Optional.of(inForce)));
        }
    }

    /**
     * @param coder as {@link Decision#coder()} gives it
     * @param under the codebooks that were in force; empty where that was not kept
     */
    public record Reading(String coder, Optional<String> under) {
        /** Which of these codebooks have changed since; empty if none has, or if it is unknown. */
        public List<String> changed(String inForce) {
            if (under.isEmpty()) {
                return List.of();
            }
            List<String> then = List.of(under.get().split(",", -1));
            return Arrays.stream(inForce.split(",", -1))
                    .filter(now -> !then.contains(now))
                    .toList();
        }
    }

    public static Coverage of(Contents contents) {
        Map<Id, List<Decision>> readings =
                contents.decisions(Set.of(READ)).stream().collect(Collectors.groupingBy(Decision::target));
        return new Coverage(
                Codebooks.of(contents).inForce(),
                contents.accountIds().stream()
                        .map(id -> line(id, readings.getOrDefault(id, List.of())))
                        .toList());
    }

    /** Of one account. */
    public static Line of(Contents contents, Id account) {
        return line(account, contents.decisions(account, READ));
    }

    private static Line line(Id account, List<Decision> readings) {
        return new Line(
                account,
                readings.stream()
                        .map(one -> new Reading(one.coder(), one.under()))
                        .toList());
    }

    /** Those that nobody has read. */
    public List<Id> unread() {
        return accounts.stream().filter(one -> !one.read()).map(Line::account).toList();
    }
}
