/**
 * Ties between accounts of groups: who answers whom, how far groups keep to themselves, and what chance would make of it.
 *
 * <p>What may not leave: a tie, an account, the place of an account among the others. Results are of groups of ten
 * accounts and more.
 */
@NullMarked
package org.afterword.posts.tie;

import org.jspecify.annotations.NullMarked;
