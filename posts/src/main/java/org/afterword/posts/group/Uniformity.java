package org.afterword.posts.group;

/**
 * How far one group repeats its words.
 *
 * @param repeated which part of runs of four words stands in posts of other accounts of the group, too; of {@code words}
 *     words
 * @param packed how many times smaller the same words are when they are packed (zstd, level 19)
 * @param words of each group as many, spread over the time
 */
public record Uniformity(Estimate repeated, Estimate packed, int words) {}
