package org.afterword.posts.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset of posts as numbers. Accounts have labels that are drawn anew in every run; no id, address or text of the
 * files is in it. Do not change the arrays.
 *
 * @param size how many posts there are
 * @param accounts how many accounts wrote them
 * @param account who wrote each post; empty where posts were too many for memory
 * @param time when, in milliseconds since 1970; empty where posts were too many for memory
 * @param written how many posts each account wrote
 * @param kind what was looked at as shared
 * @param shares who shared what when
 * @param texts if they were asked for and are there
 * @param members if the data say which groups there are
 * @param order the accounts in an order that is the same in every run, where groups or a target are looked at; else empty
 * @param ties who answers whom, if that was looked at and any answer is to somebody in the data
 * @param aimed what is aimed at the account or page that was asked for
 * @param withoutObject how many posts share nothing
 * @param withoutZone how many times had no zone, and were taken as those of Greenwich
 * @param leftOut what was not read, by reason
 * @param inputs the files
 * @param notes what else is to be known of the reading, a sentence each
 */
@SuppressWarnings("ArrayRecordComponent")
public record Posts(
        int size,
        int accounts,
        int[] account,
        long[] time,
        int[] written,
        Role kind,
        ShareParts shares,
        Optional<Texts> texts,
        Optional<Membership> members,
        int[] order,
        Optional<Ties> ties,
        Optional<Aimed> aimed,
        int withoutObject,
        int withoutZone,
        Map<LeftOut, Integer> leftOut,
        List<Input> inputs,
        List<String> notes) {

    /**
     * A file that was read.
     *
     * @param sha256 of its bytes as they lie on the disk, in hexadecimal digits
     */
    public record Input(String name, String sha256, long bytes, long rows) {}
}
