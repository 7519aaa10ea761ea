/**
 * Texts that are nearly the same, exactly: sets of words, compared where they can be alike.
 *
 * <p>What may not leave: texts and words. Results are counts.
 */
@NullMarked
package org.afterword.posts.alike;

import org.jspecify.annotations.NullMarked;
