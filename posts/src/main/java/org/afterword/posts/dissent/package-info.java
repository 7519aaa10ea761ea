/**
 * How much of what a group's members write in public criticises their own group: a sample for people to code, and what
 * their codes say.
 *
 * <p>The sample is the one thing in this module that has texts of posts in it. It is written where the user says, apart
 * from the results, without accounts, times and groups; the key that joins them again is a file of its own.
 */
@NullMarked
package org.afterword.posts.dissent;

import org.jspecify.annotations.NullMarked;
