package org.afterword.publishing;

import java.util.List;
import java.util.Optional;
import org.afterword.findings.GroupHistory;
import org.afterword.model.Era;
import org.afterword.model.Verdict;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;

/** What people know of a group, as strangers may see it: its names, its kin, its sizes, and what it answers. */
record Lineage(
        List<Redacted> names,
        List<Shown.Kin> kin,
        List<Shown.Size> sizes,
        List<Redacted> replies,
        Optional<Shown.Asked> asked) {
    static Lineage of(GroupHistory history, Protection protection) {
        return new Lineage(
                history.names().stream().map(name -> line(name, protection)).toList(),
                history.related().stream()
                        .map(other -> new Shown.Kin(
                                other.kinship(), line(new Era.Behind(other.name(), other.era()), protection)))
                        .toList(),
                history.sizes().stream()
                        .map(size -> new Shown.Size(
                                size.claimed(), line(new Era.Behind(size.people(), size.era()), protection)))
                        .toList(),
                replies(history, Verdict.Reply.ALL, protection),
                history.asked().map(asked -> new Shown.Asked(asked instanceof Verdict.AskedForReply)));
    }

    /** What the group answers to a practice. */
    static List<Redacted> replies(GroupHistory history, String code, Protection protection) {
        return history.replies().stream()
                .filter(reply -> reply.code().equals(code))
                .map(reply -> protection.line(reply.words()))
                .toList();
    }

    private static Redacted line(Era.Behind behind, Protection protection) {
        return protection.line(behind.text()
                + behind.era()
                        .map(era -> " (" + era.toString().replace("..", "–") + ")")
                        .orElse(""));
    }
}
