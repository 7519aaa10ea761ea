/**
 * Texts that are alike. Sets of words that are nearly the same, exactly; and runs of words that one text repeats of
 * another, edited.
 *
 * <p>What may not leave: texts and words. Results are counts and places.
 */
@NullMarked
package org.afterword.posts.alike;

import org.jspecify.annotations.NullMarked;
