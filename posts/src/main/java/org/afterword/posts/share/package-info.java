/**
 * Who shares the same things at the same time: exact counts, what chance would make of them, and clusters.
 *
 * <p>What may not leave: pairs and accounts. Results are counts and sums of clusters.
 */
@NullMarked
package org.afterword.posts.share;

import org.jspecify.annotations.NullMarked;
