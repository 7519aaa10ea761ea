package org.afterword.posts.read;

import java.util.List;

/**
 * Which accounts belong to which group, as the data say. An array; do not change it.
 *
 * @param names of the groups, sorted
 * @param of the number of the group of each account, by the account's number; -1 if the data say none, or several
 * @param several how many accounts the data give to more than one group; they belong to none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Membership(List<String> names, int[] of, int several) {}
