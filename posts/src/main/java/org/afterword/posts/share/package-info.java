/**
 * Who shares the same things at the same time: exact counts, what chance would make of them, and clusters.
 *
 * <p>What may not leave the program: pairs and accounts. Results are counts and sums of clusters; pairs are given only to
 * rooms that sum them up, of groups and bursts.
 */
@NullMarked
package org.afterword.posts.share;

import org.jspecify.annotations.NullMarked;
