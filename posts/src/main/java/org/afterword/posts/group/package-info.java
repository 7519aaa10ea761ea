/**
 * What groups of accounts write, side by side: how many voices, how alike, in which words. Who belongs to a group is said
 * in the data, by those who made it.
 *
 * <p>What may not enter: a guess who belongs to a group, a result for fewer than {@link
 * org.afterword.posts.group.Group#LEAST} accounts, a word that fewer of them use.
 */
@NullMarked
package org.afterword.posts.group;

import org.jspecify.annotations.NullMarked;
