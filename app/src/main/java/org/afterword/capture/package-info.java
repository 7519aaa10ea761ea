/**
 * Web pages before they go, and watching for what is taken away: fetched with every byte recorded, rendered by a
 * browser that has no network of its own.
 *
 * <p>What may not enter: a request that nobody asked for. Every connection goes through {@link
 * org.afterword.capture.Network}, which holds the limits and keeps away from private addresses; what a page says is not
 * judged here.
 */
@NullMarked
package org.afterword.capture;

import org.jspecify.annotations.NullMarked;
