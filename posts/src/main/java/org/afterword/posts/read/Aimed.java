package org.afterword.posts.read;

import java.util.BitSet;

/**
 * Which posts are aimed at the account or page that was asked for: they answer it, stand on it, pass its posts on or
 * mention it. Its own are not among them.
 *
 * @param posts their numbers
 * @param elsewhere what is shared by all other posts
 */
public record Aimed(BitSet posts, Shares elsewhere) {}
