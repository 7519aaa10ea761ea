/**
 * Who and what is named: finding mentions, and clustering them over the case.
 *
 * <p>What may not enter: what is shown or hidden (that is {@code protection}).
 */
@NullMarked
package org.afterword.people;

import org.jspecify.annotations.NullMarked;
