/**
 * From files to a dataset of numbers: columns, times, addresses, and what was left out and why.
 *
 * <p>What may not leave: an account's id, a text, an address. Only their numbers go on.
 */
@NullMarked
package org.afterword.posts.read;

import org.jspecify.annotations.NullMarked;
