/**
 * Bursts of posts that are aimed at one account or page, as evidence for whoever is behind it.
 *
 * <p>What may not leave: who is asked about, and any account of a burst. Results are sums of bursts of ten accounts and
 * more, and the day on which they begin.
 */
@NullMarked
package org.afterword.posts.campaign;

import org.jspecify.annotations.NullMarked;
