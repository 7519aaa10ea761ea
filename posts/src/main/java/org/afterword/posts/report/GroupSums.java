package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;
import org.afterword.posts.group.Groups;
import org.afterword.posts.group.LoadedWord;
import org.jspecify.annotations.Nullable;

/** What groups' accounts write, for {@code summary.json}. */
final class GroupSums {
    private GroupSums() {}

    /**
     * @param claimed how many members a group is said to have, by name
     */
    static List<Map<String, Object>> of(Groups groups, Map<String, Long> claimed) {
        return groups.groups().stream()
                .map(group -> of(group, claimed.get(group.name())))
                .toList();
    }

    private static Map<String, Object> of(Group group, @Nullable Long claimed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", group.name());
        all.put("accounts", group.accounts());
        all.put("posts", group.posts());
        if (claimed != null) {
            all.put("claimedMembers", claimed);
        }
        group.measures().ifPresent(measures -> {
            all.put("effectiveAccounts", of(measures.effective()));
            all.put("shareOfMostActiveTenth", of(measures.tenth()));
            measures.sameShared().ifPresent(share -> all.put("shareOfSharesSame", of(share)));
            measures.nearlySame().ifPresent(share -> all.put("shareOfPairsNearlySame", of(share)));
            measures.uniformity().ifPresent(uniform -> {
                all.put("shareOfRunsRepeated", of(uniform.repeated()));
                all.put("timesSmallerPacked", of(uniform.packed()));
                all.put("words", uniform.words());
            });
            measures.loaded()
                    .ifPresent(words -> all.put(
                            "loadedWords", words.stream().map(GroupSums::of).toList()));
        });
        return all;
    }

    private static Map<String, Object> of(LoadedWord word) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("words", word.words());
        all.put("accounts", word.accounts());
        all.put("ofAccounts", word.of());
        all.put("otherAccounts", word.others());
        all.put("ofOtherAccounts", word.ofOthers());
        all.put("z", word.z());
        all.put("g2", word.g2());
        return all;
    }

    static Map<String, Object> of(Estimate estimate) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("value", estimate.value());
        all.put("low", estimate.low());
        all.put("high", estimate.high());
        return all;
    }
}
