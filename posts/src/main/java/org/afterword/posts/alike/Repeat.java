package org.afterword.posts.alike;

/**
 * Two texts with words in common, in the same order. Words are counted from 0 in each text; ends are exclusive.
 *
 * @param one the text with the smaller number
 * @param words how many words of the run are in both
 * @param bits how much that says: what is as rare comes by chance once in 2 to the power of so many places
 */
public record Repeat(int one, int oneFrom, int oneTo, int other, int otherFrom, int otherTo, int words, double bits) {}
