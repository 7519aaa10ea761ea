/**
 * Whose experience is told: copies that add no witness, and counts as ranges where it is unknown who is who.
 *
 * <p>What may not enter: guesses at identity from style.
 */
@NullMarked
package org.afterword.witnesses;

import org.jspecify.annotations.NullMarked;
