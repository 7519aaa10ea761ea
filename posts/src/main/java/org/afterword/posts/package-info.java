/**
 * How a group behaves in public, measured on a dataset of posts.
 *
 * <p>Results are of groups and clusters of ten accounts and more. There may not be, here or below: a score of an
 * account, a search for a person, a guess who belongs to a group, a list of pairs that leaves the program.
 */
@NullMarked
package org.afterword.posts;

import org.jspecify.annotations.NullMarked;
