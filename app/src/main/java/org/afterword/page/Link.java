package org.afterword.page;

/**
 * A way to another page.
 *
 * @param text in our words, never a case's
 * @param address relative
 * @param here whether it leads to the page on which it stands
 */
public record Link(String text, String address, boolean here) {}
