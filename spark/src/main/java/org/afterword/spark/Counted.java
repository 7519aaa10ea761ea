package org.afterword.spark;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.group.Groups;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.share.Counts;
import org.afterword.posts.tie.Insularity;

/**
 * What was counted, over the whole dataset.
 *
 * @param posts how many there are
 * @param written how many accounts wrote so many posts
 * @param objects how many are shared
 * @param withoutObject how many posts share none
 * @param withoutZone how many times had no zone
 * @param leftOut what was not read, by reason
 * @param windows by their seconds
 * @param likeness texts that are nearly the same, if they were looked at
 * @param alikeWindows who shares them, by window
 * @param groups if the data say which there are
 * @param insularity how far they keep to themselves
 * @param campaign what is aimed at the account or page that was asked about
 */
record Counted(
        long posts,
        NavigableMap<Long, Long> written,
        long objects,
        long withoutObject,
        long withoutZone,
        Map<LeftOut, Long> leftOut,
        Map<Integer, Window> windows,
        Optional<NearDuplicates> likeness,
        Map<Integer, Window> alikeWindows,
        Optional<Groups> groups,
        Optional<Insularity> insularity,
        Optional<Campaign> campaign) {

    /**
     * One window.
     *
     * @param found what was found
     * @param split how many objects were split, since so many share them
     * @param largest how many pairs of posts the task with the most of them counted
     */
    record Window(Coordination found, int split, long largest) {
        Counts counts() {
            return found.counts();
        }
    }

    /** What was found, by window. */
    List<Coordination> sharing() {
        return windows.values().stream().map(Window::found).toList();
    }

    /** Who shares texts that are nearly the same, by window. */
    List<Coordination> alike() {
        return alikeWindows.values().stream().map(Window::found).toList();
    }

    long accounts() {
        return written.values().stream().mapToLong(count -> count).sum();
    }
}
